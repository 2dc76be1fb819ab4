import { join } from 'node:path';
import { byIdentity, FUZZED, readCases, readObjects, Release, RELEASES } from './cases';
import { FACTS, judgeRelease } from './operator';
import { run } from '../cli/run';

describe.each<Release>(['10.1.0', '1.x'])('operator %s', judgeRelease);

const silent = join(FUZZED, 'silent');

describe.each(RELEASES.filter((release) => readCases(release, silent).length > 0))('what the operator %s cannot read or write back', (release) => {
  test.each(readCases(release, silent).map(({ name, expected }) => [name, expected] as const))('%s', (name, expected) => {
    const input = join(silent, name, 'input.yaml');
    const { status, out } = run('check', '--operator', release, input);
    expect([status, out]).toEqual([1, expect.stringContaining(': error: SF-')]);
    const letter = run('render', '--operator', release, '--no-corrections', ...FACTS, input);
    expect(letter.err).not.toBe('');
    expect(byIdentity(readObjects(letter.out))).toEqual(byIdentity(readObjects(expected)));
    expect(run('render', '--operator', release, ...FACTS, input)).toEqual({ status: 1, out: '', err: expect.stringContaining(': error: SF-') });
  });
});
