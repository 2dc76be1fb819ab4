import { join } from 'node:path';
import { byIdentity, CASES, readCases, readObjects, RELEASES } from './cases';
import { run } from '../cli/run';

/** As score.mjs runs them, in this process. */
const FACTS = ['--built-image', 'example.org/{namespace}/{name}:built', '--route-domain', 'apps.example.org'];

describe.each(RELEASES)('operator %s', (release) => {
  test.each(readCases(release).map((given) => [given.name, given] as const))('%s', (name, { flags, outcome, expected }) => {
    const { status, out, err } = run('render', '--operator', release, '--no-corrections', ...FACTS, ...flags, join(CASES, name, 'input.yaml'));
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
