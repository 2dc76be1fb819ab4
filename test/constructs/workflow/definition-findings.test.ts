import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OperatorVersion, WorkflowDefinition } from '../../../src';

const GOOD = { id: 'greet', version: '1.0', start: 'Greet', states: [{ name: 'Greet', type: 'inject', data: {}, end: true }] };
const BAD = { ...GOOD, states: [{ name: 'Greet', type: 'inject', data: {}, transition: 'Nowhere' }] };
const rules = (findings: ReadonlyArray<{ rule: string }>) => [...new Set(findings.map(({ rule }) => rule))];

let folder: string;

beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'definitions-')); });

function file(name: string, text: string): string {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

test('nothing is found in a good one, be it an object, a text or a file', () => {
  const text = JSON.stringify(GOOD);
  expect([WorkflowDefinition.findings(GOOD), WorkflowDefinition.findings(text), WorkflowDefinition.findingsOfFile(file('good/greet.sw.json', text))])
    .toEqual([[], [], []]);
});

test('a mistake is found, with its place', () => {
  const text = JSON.stringify(BAD, null, 2);
  const path = file('bad/greet.sw.json', text);
  expect([WorkflowDefinition.findings(BAD), WorkflowDefinition.findings(text), WorkflowDefinition.findingsOfFile(path)].map(rules))
    .toEqual([['SF-FLOW-TRANSITION'], ['SF-FLOW-TRANSITION'], ['SF-FLOW-TRANSITION']]);
  expect(WorkflowDefinition.findingsOfFile(path)[0]).toMatchObject({ severity: 'error', where: expect.stringMatching(/^.*greet\.sw\.json:\d+:\d+$/), field: 'states[0].transition' });
});

const circular: Record<string, unknown> = {};
circular.itself = circular;

test.each<[string, unknown]>([
  ['null', null], ['undefined', undefined], ['a number', 5], ['a list', []], ['an empty object', {}], ['an empty text', ''], ['no YAML', 'a: ['],
  ['two documents', 'a: 1\n---\nb: 2\n'], ['a circle', circular], ['a big integer', { id: 1n }], ['a function', () => 1], ['states of nothing', { id: 'a', states: [null] }],
  ['states that are none', { id: 'a', states: 'b' }],
])('%s is no definition, and nothing is thrown', (_what, definition) => {
  const findings = WorkflowDefinition.findings(definition);
  expect(findings.length).toBeGreaterThan(0);
  for (const { severity, given, allowed, fix } of findings) expect([severity, typeof given, typeof allowed, typeof fix]).toEqual(['error', 'string', 'string', 'string']);
});

test.each<[unknown, string]>([
  [null, 'nothing as what is given'], [{ operatorVersion: '1.x' }, 'a text as operatorVersion'], [{ files: { 'specs/a.yaml': 5 } }, 'a number as files["specs/a.yaml"]'],
  [{ operatorVersoin: 1 }, 'the unknown prop "operatorVersoin"'],
])('%j is nothing that can be asked for, and nothing is thrown', (options, given) => {
  const asked = options as Parameters<typeof WorkflowDefinition.findings>[1];
  for (const found of [WorkflowDefinition.findings(GOOD, asked), WorkflowDefinition.findingsOfFile(join(folder, 'nowhere.sw.json'), asked)]) {
    expect(found).toEqual([expect.objectContaining({ rule: 'SF-PROPS', given })]);
  }
});

test('a file that is not there is found', () => {
  expect(rules(WorkflowDefinition.findingsOfFile(join(folder, 'nowhere.sw.json')))).toEqual(['SF-INPUT-FILE']);
});

const CALLS = {
  ...GOOD,
  functions: [{ name: 'list', operation: 'specs/pets.yaml#listPets', type: 'rest' }],
  states: [{ name: 'Greet', type: 'operation', actions: [{ functionRef: 'list' }], end: true }],
};
const SPEC = 'openapi: 3.0.0\ninfo: {title: a, version: "1"}\npaths: {/pets: {get: {operationId: listPets, responses: {}}}}\n';

test('files beside a definition are those in its folder, or those that are given', () => {
  const path = file('calls/list.sw.json', JSON.stringify(CALLS));
  expect(rules(WorkflowDefinition.findings(CALLS))).toEqual([]);
  expect(rules(WorkflowDefinition.findings(CALLS, { files: {} })).length).toBeGreaterThan(0);
  expect(rules(WorkflowDefinition.findings(CALLS, { files: { 'specs/pets.yaml': SPEC } }))).toEqual([]);
  expect(rules(WorkflowDefinition.findingsOfFile(path)).length).toBeGreaterThan(0);
  file('calls/specs/pets.yaml', SPEC);
  expect(rules(WorkflowDefinition.findingsOfFile(path))).toEqual([]);
  expect(rules(WorkflowDefinition.findingsOfFile(path, { files: { 'specs/pets.yaml': SPEC.replace('listPets', 'listDogs') } }))).toEqual(['SF-FLOW-OPERATION']);
});

test('what the CRD of an operator refuses is found when the operator is named', () => {
  const definition = { ...GOOD, states: [{ name: 'Greet', type: 'inject', data: {}, end: { terminate: 'yes' } }] };
  expect(rules(WorkflowDefinition.findings(definition, { operatorVersion: OperatorVersion.APACHE_10_1_0 }))).toEqual(
    expect.arrayContaining(rules(WorkflowDefinition.findings(definition))),
  );
  expect(WorkflowDefinition.findings(GOOD, { operatorVersion: OperatorVersion.KUBESMARTS_1_X })).toEqual([]);
});

test('two hundred definitions are judged in a moment', () => {
  const before = process.cpuUsage();
  for (let i = 0; i < 200; i++) {
    const states = Array.from({ length: 20 }, (_, n) => ({ name: `S${n}`, type: 'inject', data: { a: n }, ...n < 19 ? { transition: `S${n + 1}` } : { end: true } }));
    expect(WorkflowDefinition.findings({ id: `w${i}`, version: '1.0', start: 'S0', states })).toEqual([]);
  }
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10);
});
