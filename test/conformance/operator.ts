import { join } from 'node:path';
import { byIdentity, CASES, FUZZED, readCases, readObjects, Release } from './cases';
import { run } from '../cli/run';

/** As score.mjs runs them, in this process. */
export const FACTS = ['--built-image', 'example.org/{namespace}/{name}:built', '--route-domain', 'apps.example.org', '--no-openshift'];

const FOLDERS = [CASES, join(FUZZED, 'cases')];

/** Judges what is rendered for a release by what its operator made. */
export function judgeRelease(release: Release): void {
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
}
