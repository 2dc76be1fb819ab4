import { join } from 'node:path';
import { byIdentity, CASES, FUZZED, readCases, readObjects, RELEASES } from './cases';
import { run } from '../cli/run';

/** As score.mjs runs them, in this process. */
const FACTS = ['--built-image', 'example.org/{namespace}/{name}:built', '--route-domain', 'apps.example.org', '--no-openshift'];

const FOLDERS = [CASES, join(FUZZED, 'cases')];

describe.each(RELEASES)('operator %s', (release) => {
  const given = FOLDERS.flatMap((folder) => readCases(release, folder).map((one) => [one.name, one, join(folder, one.name, 'input.yaml')] as const));
  test.each(given)('%s', (_name, { flags, outcome, expected }, input) => {
    const { status, out, err } = run('render', '--operator', release, '--no-corrections', ...FACTS, ...flags, input);
    expect(err).not.toMatch(/\n\s+at .+:\d+:\d+/);
    if (outcome === 'ok') {
      expect(byIdentity(readObjects(out))).toEqual(byIdentity(readObjects(expected)));
      expect(status).toBe(0);
    } else if (outcome === 'invalid') {
      expect([status, out]).toEqual([1, '']);
      expect(err).not.toBe('');
    } else {
      expect(status).toBeLessThan(2);
    }
  });
});

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
