import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { POD_CASES, PodCase } from './cases';
import { checkFiles } from '../../../src/cli/check-files';
import { Severity } from '../../../src/findings/finding';
import { LocatedFinding } from '../../../src/findings/place';
import { OPERATOR_RELEASES, OperatorRelease } from '../../../src/values/operator-releases';

/** Run with UPDATE_FINDINGS=1 to write the table anew; then read what has changed. */
const UPDATE = process.env.UPDATE_FINDINGS === '1';
const TABLE = join(__dirname, 'errors.txt');

function errorsOf({ input }: PodCase, release: OperatorRelease): LocatedFinding[] {
  return checkFiles([input], OPERATOR_RELEASES[release], {}).findings.filter(({ severity }) => severity === Severity.ERROR);
}

const told = POD_CASES.flatMap((podCase) => podCase.releases.map((release) => ({ ...podCase, release, errors: errorsOf(podCase, release) })));
const line = ({ name, release, errors }: typeof told[number]) => `${name} (${release}): ${errors.map(({ rule, field }) => `${rule} ${field}`).join(', ')}`;

test('each refused case has the errors of the table', () => {
  const lines = told.filter(({ refused }) => refused).map(line);
  if (UPDATE) writeFileSync(TABLE, `${lines.join('\n')}\n`);
  expect(lines).toEqual(readFileSync(TABLE, 'utf8').trim().split('\n'));
});

test('each refused case has an error', () => {
  expect(told.filter(({ refused, errors }) => refused && errors.length === 0).map(line)).toEqual([]);
});

test('no accepted case has one', () => {
  expect(told.filter(({ refused, errors }) => !refused && errors.length > 0).map(line)).toEqual([]);
});

test('each error points to a field of the file, and says in a line what to do', () => {
  const errors = told.flatMap((one) => one.errors);
  expect(errors.filter(({ place, field }) => place?.line === undefined || field === undefined)).toEqual([]);
  expect(errors.filter(({ given, allowed, fix }) => /\n|undefined/.test(`${given}${allowed}${fix}`)).map(({ given, fix }) => `${given}: ${fix}`)).toEqual([]);
});
