import { COMMANDS, FORMATS, messages, PAGE, runAll } from './commands';
import { synthesize } from './synthesize';
import { Rendering } from '../../src';
import { asObject } from '../../src/json/lenient';
import { writeYaml } from '../../src/yaml/writing';

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
const VALUES: ReadonlyArray<unknown> = [CANARY, [CANARY], { key: CANARY }, { value: CANARY }, `\n${CANARY}`, `${CANARY}\${`, `\${${CANARY}`];
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

function expectSilence(objects: readonly unknown[], further: readonly string[][] = []): void {
  expectSilentConstructs(objects);
  const text = [workflow({}), ...objects].map(writeYaml).join('---\n');
  for (const [command, result] of runAll(text, [...COMMANDS, ...FORMATS, ...further])) {
    expect([command, messages(command, result)]).toEqual([command, expect.not.stringContaining(CANARY)]);
  }
}

test.each(PLACES)('%s never goes into a message', (_place, make) => {
  for (const value of VALUES) expectSilence([make(value)]);
});

test.each(URLS)('who logs in by %s never goes into a message', (url) => {
  const withPassword = workflow({ podTemplate: { container: { image: 'x:1', env: [{ name: 'DB_PASSWORD', value: CANARY }] } } }, { name: 'third' });
  expectSilence([platform({ ...postgresql(url), services: { jobService: postgresql(url) } }), workflow({ ...postgresql(url), sink: { uri: `http://u:${CANARY}@h:x/` } }, { name: 'other' }), withPassword], [PAGE]);
});

test.each([`*${CANARY}`, `&${CANARY}`, `&${CANARY}\n  b: *${CANARY}x`, `${CANARY}: x`, `"${CANARY}`, `!${CANARY} x`, `@${CANARY}`, `!!int ${CANARY}`, `!!binary ${CANARY}-`, `{${CANARY}`])('nor what stands in a Secret: %s', (text) => {
  for (const [command, result] of runAll(`${writeYaml(workflow({}))}---\napiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData:\n  a: ${text}\n`)) {
    expect(messages(command, result)).not.toContain(CANARY);
  }
});
