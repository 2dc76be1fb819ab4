import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everyWay, isPage, messages, runAll } from './commands';
import { synthesize } from './synthesize';
import { Rendering, SonataFlowValidation } from '../../src';
import { JsonObject } from '../../src/json/json';
import { asObject } from '../../src/json/lenient';
import { writeYaml } from '../../src/yaml/writing';
import { run } from '../cli/run';

const folder = mkdtempSync(join(tmpdir(), 'canaries-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CANARY = 'hunter2CANARY';
const FLOW = { states: [{ name: 'A', type: 'inject', data: {}, end: true }] };

const workflow = (spec: object, metadata: object = {}) => ({
  apiVersion: 'sonataflow.org/v1alpha08',
  kind: 'SonataFlow',
  metadata: { name: 'greet', namespace: 'orders', annotations: { 'sonataflow.org/profile': 'gitops' }, ...metadata },
  spec: { podTemplate: { container: { image: 'x:1' } }, flow: FLOW, ...spec },
});
const platform = (spec: object) => ({ apiVersion: 'sonataflow.org/v1alpha08', kind: 'SonataFlowPlatform', metadata: { name: 'p', namespace: 'orders' }, spec });
const container = (more: object) => workflow({ podTemplate: { container: { image: 'x:1', ...more } } });
const properties = (text: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'greet-props', namespace: 'orders' }, data: { 'application.properties': text } });
const postgresql = (jdbcUrl: string) => ({ persistence: { postgresql: { secretRef: { name: 'pg' }, jdbcUrl } } });

/** Whatever somebody may write in the place of a value, and values that something is wrong with. */
const ODD_VALUES: ReadonlyArray<unknown> = [[CANARY], { key: CANARY }, { value: CANARY }, `\n${CANARY}`, `${CANARY}\${`, `\${${CANARY}`];
const URLS = [
  `jdbc:postgresql://user:${CANARY}@host:x/db`, `jdbc:mysql://user:${CANARY}@host/db`, `postgres://${CANARY}@h`, `mysql:${CANARY}@h`, `jdbc:postgresql://h/db?password=${CANARY}`,
  `jdbc:postgresql://u:${CANARY}@h /db`, `jdbc:postgresql://u:p@${CANARY}@h/db`,
];

const PLACES: ReadonlyArray<readonly [place: string, make: (value: unknown) => unknown]> = [
  ['the value of a variable', (value) => container({ env: [{ name: 'A', value }] })],
  ['a variable', (value) => container({ env: [value] })],
  ['the variables', (value) => container({ env: value })],
  ['the container', (value) => workflow({ podTemplate: { container: value } })],
  ['a variable of a service', (value) => platform({ services: { jobService: { podTemplate: { container: { env: [{ name: 'QUARKUS_HTTP_PORT', value }] } } } } })],
  ['a variable of a build', (value) => platform({ build: { template: { envs: [{ name: 'A', value }] } } })],
  ['a property of the platform', (value) => platform({ properties: { flow: [{ name: 'quarkus.http.port', value }, { name: 'x', value }] } })],
  ['a property', (value) => platform({ properties: { flow: [value] } })],
  ['the properties', (value) => platform({ properties: { flow: value } })],
  ['data of a Secret', (value) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 's', namespace: 'orders' }, data: { a: value }, stringData: value, b: value })],
  ['the user\'s file', (value) => properties(`quarkus.http.port=${String(value)}\nkogito.service.url=http://u:${CANARY}@h\nx=${String(value)}`)],
];

/** As typed constructs, patched. */
function expectSilentConstructs(objects: readonly unknown[]): void {
  const specOf = (wanted: string) => objects.map(asObject).find(({ kind }) => kind === wanted)?.spec;
  const specs = { platform: specOf('SonataFlowPlatform'), workflow: specOf('SonataFlow') };
  for (const rendering of [Rendering.customResources(), Rendering.kubernetesObjects()]) expect(synthesize(specs, rendering)).not.toContain(CANARY);
}

const EVERY_WAY = everyWay();
/** Most ends before a format is asked for where something is refused: then one way of each command. */
const ONE_WAY_EACH = EVERY_WAY.filter(([command], i) => EVERY_WAY.findIndex(([other]) => other === command) === i);

function expectSilence(objects: readonly unknown[], ways = EVERY_WAY, said = messages): void {
  expectSilentConstructs(objects);
  const text = [workflow({}), ...objects].map(writeYaml).join('---\n');
  for (const [command, result] of runAll(text, ways)) {
    expect([command, said(command, result)]).toEqual([command, expect.not.stringContaining(CANARY)]);
  }
}

test.each(PLACES)('%s never goes into a message', (_place, make) => {
  expectSilence([make(CANARY)]);
  for (const value of ODD_VALUES) expectSilence([make(value)], ONE_WAY_EACH);
});

test.each(URLS)('who logs in by %s never goes into a message', (url) => {
  const withPassword = workflow({ podTemplate: { container: { image: 'x:1', env: [{ name: 'DB_PASSWORD', value: CANARY }] } } }, { name: 'third' });
  expectSilence([platform({ ...postgresql(url), services: { jobService: postgresql(url) } }), workflow({ ...postgresql(url), sink: { uri: `http://u:${CANARY}@h:x/` } }, { name: 'other' }), withPassword],
    EVERY_WAY, (command, result) => isPage(command) ? result.out + result.err : messages(command, result));
});

test.each([`*${CANARY}`, `&${CANARY}`, `&${CANARY}\n  b: *${CANARY}x`, `${CANARY}: x`, `"${CANARY}`, `!${CANARY} x`, `@${CANARY}`, `!!int ${CANARY}`, `!!binary ${CANARY}-`, `{${CANARY}`])('nor what stands in a Secret: %s', (text) => {
  for (const [command, result] of runAll(`${writeYaml(workflow({}))}---\napiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData:\n  a: ${text}\n`)) {
    expect(messages(command, result)).not.toContain(CANARY);
  }
});

test('nor into what is written of the findings: a baseline, and what the plugin says', async () => {
  const objects = PLACES.flatMap(([, make]) => [CANARY, ...ODD_VALUES].map(make)).concat(URLS.map((url) => workflow(postgresql(url))))
    .map((object, i) => ({ ...object as object, metadata: { ...asObject((object as JsonObject).metadata), name: `n${i}` } }));
  const file = join(folder, 'a.yaml');
  const baseline = join(folder, 'known.json');
  writeFileSync(file, objects.map(writeYaml).join('---\n'));
  const said: unknown[] = [run('check', '--baseline', baseline, '--write-baseline', file), readFileSync(baseline, 'utf8')];
  await new SonataFlowValidation().validate({
    manifests: [file],
    logger: { log: (message) => { said.push(message); } },
    report: { addViolation: (violation) => { said.push(violation); }, submit: (...report) => { said.push(report); } },
  });
  expect(said.length).toBeGreaterThan(10);
  expect(JSON.stringify(said)).not.toContain(CANARY);
});

test('pictures are among the ways', () => {
  const pictures = runAll(writeYaml(workflow({})), EVERY_WAY.filter((way) => way.includes('svg')));
  expect(pictures.map(([, { status, out }]) => [status, out.includes('<svg')])).toEqual([[0, true], [0, true]]);
});
