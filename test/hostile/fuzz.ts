import * as fc from 'fast-check';
import { messages, runAll, statuses } from './commands';
import { synthesize } from './synthesize';
import { Rendering } from '../../src';
import { isPlainText } from '../../src/findings/printable';
import { writeYaml } from '../../src/yaml/writing';
import { readYaml } from '../../src/yaml/yaml';
import { anyText } from '../any-text';

const CANARY = 'hunter2CANARY';
const ODD_TEXTS = ['', 'a', '..', 'a/b', 'yes', '0o14', '<<', '\u001b[31m', '\n', '\u2028', '${a}', '$${a}', '${', '\\', '1E9999999999999999999', '1d', '::error::x', '__proto__', 'constructor'];
const text = fc.oneof(fc.constantFrom(...ODD_TEXTS), anyText({ maxLength: 12 }));
const scalar = fc.oneof(text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null));
const anything = fc.oneof({ weight: 4, arbitrary: scalar }, fc.array(scalar, { maxLength: 3 }), fc.dictionary(text, scalar, { maxKeys: 3 }));

/** An object with some of its fields, some of them with something else in them. */
function some(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> {
  const wrong = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, fc.oneof({ weight: 6, arbitrary: value }, anything)]));
  return fc.record(wrong, { requiredKeys: [] });
}

const names = fc.constantFrom('greet', 'hub', 'a', '..', 'A b');
const property = some({ name: text, value: fc.oneof(text, fc.constant(CANARY)), valueFrom: some({ secretKeyRef: some({ name: text, key: text }) }) });
const destination = some({ uri: fc.oneof(text, fc.constant(`http://u:${CANARY}@h`)), ref: some({ apiVersion: text, kind: fc.constantFrom('Broker', 'Channel'), name: text, namespace: names }) });
const persistence = some({ dbMigrationStrategy: text, postgresql: some({ secretRef: some({ name: text }), jdbcUrl: fc.constantFrom('', `jdbc:postgresql://u:${CANARY}@h/d`), serviceRef: some({ name: text }) }) });
const container = some({
  image: text,
  env: fc.array(some({ name: text, value: fc.constant(CANARY) }), { maxLength: 2 }),
  resources: some({ limits: fc.dictionary(text, text, { maxKeys: 2 }) }),
});
const podTemplate = some({ container, replicas: fc.integer(), volumes: fc.array(some({ name: text }), { maxLength: 2 }) });
const service = some({ enabled: fc.boolean(), persistence, podTemplate, source: destination });
const states = fc.array(some({ name: text, type: fc.constantFrom('inject', 'operation', 'event', 'switch', 'sleep'), data: anything, end: fc.boolean(), transition: text }), { maxLength: 4 });

const resource = (kind: string, spec: fc.Arbitrary<unknown>) => some({
  apiVersion: fc.constant('sonataflow.org/v1alpha08'),
  kind: fc.constant(kind),
  metadata: some({ name: names, namespace: names, annotations: some({ 'sonataflow.org/profile': fc.constantFrom('dev', 'gitops', 'preview') }), labels: fc.dictionary(text, text, { maxKeys: 2 }) }),
  spec,
});

const flow = some({ states, events: anything, functions: anything, auth: anything, start: text });
const workflowSpec = some({ flow, podTemplate, persistence, sink: destination });
const platformSpec = some({
  services: some({ dataIndex: service, jobService: service }),
  persistence,
  properties: some({ flow: fc.array(property, { maxLength: 3 }) }),
  eventing: some({ broker: destination }),
  build: some({ config: some({ timeout: text }) }),
});
const clusterSpec = some({ platformRef: some({ name: names, namespace: names }) });

const objects = fc.array(fc.oneof(
  resource('SonataFlow', workflowSpec),
  resource('SonataFlowPlatform', platformSpec),
  resource('SonataFlowClusterPlatform', clusterSpec),
  some({ apiVersion: fc.constant('v1'), kind: fc.constantFrom('ConfigMap', 'Secret', 'Service', 'List'), metadata: some({ name: fc.constant('greet-props'), namespace: names }), data: fc.dictionary(text, fc.constant(CANARY), { maxKeys: 2 }) }),
), { minLength: 1, maxLength: 4 });

function expectAll(input: string): void {
  for (const [command, result] of runAll(input)) {
    const said = messages(command, result);
    if (!statuses(command).includes(result.status)) throw new Error(`exit status ${result.status}`);
    if (said.includes(CANARY)) throw new Error(`a secret in a message: ${said}`);
    if (!(result.out + result.err).split('\n').every(isPlainText)) throw new Error('something else than plain text');
  }
}

/** Constructs with any spec have their facts, and are synthesized or refused with findings. */
function expectConstructs([platform, workflow, cluster]: readonly unknown[], rendered: boolean): void {
  const said = synthesize({ platform, workflow, cluster }, rendered ? Rendering.kubernetesObjects() : Rendering.customResources());
  if (said.includes(CANARY)) throw new Error(`a secret in a message: ${said}`);
  if (!said.split('\n').every(isPlainText)) throw new Error('something else than plain text');
}

/** Objects of all kinds of shapes end all commands and constructs well, and whatever text is written is read again. */
export function fuzz(numRuns: number, seed: number): void {
  fc.assert(fc.property(objects, (given) => expectAll(given.map(writeYaml).join('---\n'))), { numRuns, seed });
  fc.assert(fc.property(fc.tuple(platformSpec, workflowSpec, clusterSpec), fc.boolean(), expectConstructs), { numRuns, seed });
  fc.assert(fc.property(anyText({ maxLength: 80 }), (given) => expectAll(given)), { numRuns, seed });
  fc.assert(fc.property(fc.oneof(text, fc.string({ unit: fc.constantFrom(...'0189xobeE_.-+: \n\t#"\'\\{}[],&*!|>%@`~nyN<=?\u0085\u2028\ufeff') })), (given) => {
    const { documents } = readYaml(writeYaml({ a: given, b: { [given]: [given] } }), 'f');
    if (JSON.stringify(documents[0]?.object) !== JSON.stringify({ a: given, b: { [given]: [given] } })) throw new Error('read as something else');
  }), { numRuns: numRuns * 10, seed });
}
