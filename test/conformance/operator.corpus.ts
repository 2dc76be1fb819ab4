import { RELEASES } from './cases';
import { judgeRelease } from './operator';

describe.each(RELEASES.filter((release) => release.startsWith('osl-')))('operator %s', judgeRelease);
