import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inCluster, JsonDifference, rebuild, unordered } from './rebuild';
import { JsonObject } from '../../src/json/json';
import { writeYaml } from '../../src/yaml/writing';
import { run } from '../cli/run';
import { byIdentity, CASES, Case, readCases, readObjects } from '../conformance/cases';

const FACTS = ['--built-image', 'example.org/{namespace}/{name}:built', '--route-domain', 'apps.example.org'];
const [FROM, TO] = ['10.1.0', '1.x'] as const;

/** Whether a Broker that nobody showed is there, files do not say. */
const BROKER_MISSING = '143-evt-broker-missing';

const older = readCases(FROM);
const newer = new Map(readCases(TO).map((given) => [given.name, given]));
const inputOf = ({ name }: Case) => join(CASES, name, 'input.yaml');
const objectsOf = (text: string) => readObjects(text) as JsonObject[];
const isOk = (given: Case) => given.outcome === 'ok' && newer.get(given.name)!.outcome === 'ok';

describe(`from ${FROM} to ${TO}`, () => {
  test.each(older.filter(isOk).map((given) => [given.name, given] as const))('%s: the difference of what the two operators made', (name, given) => {
    const [old, young] = [given.expected, newer.get(name)!.expected].map(objectsOf);
    const input = objectsOf(given.input);
    const [before, after] = [inCluster(input, old, young), inCluster(input, young, old)];
    const { status, out, err } = run('diff', '--from', FROM, '--to', TO, '--format', 'json', ...FACTS, ...given.flags, inputOf(given));
    expect(err).toBe('');
    const difference = JSON.parse(out) as JsonDifference;
    expect(unordered(rebuild(before, difference))).toEqual(unordered(after));
    const [left, right] = [before, after].map(byIdentity);
    const isOther = (key: string) => JSON.stringify(left[key]) !== JSON.stringify(right[key]);
    const differing = [...new Set([...Object.keys(left), ...Object.keys(right)])].filter(isOther);
    const told = difference.objects.map(({ apiVersion, kind, namespace, name: own }) => `${apiVersion} ${kind} ${namespace} ${own}`);
    expect(told.sort()).toEqual(differing.sort());
    expect(status).toBe(differing.length === 0 ? 0 : 1);
    for (const { changes, kind } of difference.objects) {
      for (const { path, reasons } of changes) expect([kind, path, reasons]).toEqual([kind, path, expect.arrayContaining([expect.any(String)])]);
    }
  });

  const others = older.filter((given) => !isOk(given) && given.name !== BROKER_MISSING);
  test.each(others.map((given) => [given.name, given] as const))('%s: findings, and status 2', (_name, given) => {
    const { status, out, err } = run('diff', '--from', FROM, '--to', TO, ...FACTS, ...given.flags, inputOf(given));
    expect({ status, out, err }).toEqual({ status: 2, out: '', err: expect.stringMatching(/: error: SF-/) });
  });
});

describe.each([FROM, TO])('what operator %s made, against what it should have made', (release) => {
  const folder = mkdtempSync(join(tmpdir(), 'live-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const cases = readCases(release).filter(({ outcome }) => outcome === 'ok');

  test.each(cases.map((given) => [given.name, given] as const))('%s: no difference', (name, given) => {
    const dump = join(folder, `${name}.yaml`);
    writeFileSync(dump, writeYaml({ apiVersion: 'v1', kind: 'List', items: readObjects(given.expected) }));
    const { status, out, err } = run('diff', '--operator', release, ...FACTS, ...given.flags, inputOf(given), '--live', dump);
    expect({ err, out: out.replace(/^comparing.*\n\n/, '') }).toEqual({ err: '', out: 'no difference\n' });
    expect(status).toBe(0);
  });
});
