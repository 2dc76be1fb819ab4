import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Lazy } from 'cdk8s';
import { WorkflowDefinition } from '../../src';
import { brokenRules, messageOf } from '../support';

const folder = mkdtempSync(join(tmpdir(), 'definitions-'));
const file = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const STATES = 'states: [{ name: A, type: inject, data: {}, end: true }]';

describe.each([
  ['YAML', 'greet.sw.yaml', `id: greet\nversion: '1.0'\nspecVersion: '0.8'\n${STATES}\n`],
  ['JSON', 'greet.sw.json', '{"id": "greet", "version": "1.0", "specVersion": "0.8", "states": [{"name": "A", "type": "inject", "data": {}, "end": true}]}'],
])('%s', (_format, name, text) => {
  test.each([['file', () => WorkflowDefinition.fromFile(file(name, text))], ['string', () => WorkflowDefinition.fromString(text)]])('from a %s', (_how, make) => {
    const definition = make();
    expect(definition).toMatchObject({ id: 'greet', version: '1.0' });
    expect(definition.flow).toEqual({ states: [{ name: 'A', type: 'inject', data: {}, end: true }] });
  });
});

test('values are kept: nulls, empty things, odd keys, numbers', () => {
  const data = { 'nothing': null, 'empty': '', 'list': [], 'object': {}, 'constructor': 1, 'ünïcode 🚀': 1e21, 'tiny': 0.0000001 };
  expect(WorkflowDefinition.fromObject({ id: 'a', states: [{ data }] }).flow).toEqual({ states: [{ data }] });
});

test('an object is copied, and what is read cannot be changed', () => {
  const given = { id: 'a', states: [{ name: 'A' }] };
  const { flow } = WorkflowDefinition.fromObject(given);
  given.states[0].name = 'B';
  expect(flow).toEqual({ states: [{ name: 'A' }] });
  expect(() => { (flow.states as unknown[]).push('x'); }).toThrow(TypeError);
  expect(given).toEqual({ id: 'a', states: [{ name: 'B' }] });
});

describe('what is refused', () => {
  const cyclic: Record<string, unknown> = { id: 'a' };
  cyclic.self = cyclic;

  test.each<[string, () => unknown, string]>([
    ['a missing file', () => WorkflowDefinition.fromFile('missing.sw.yaml'), 'SF-INPUT-FILE'],
    ['a folder', () => WorkflowDefinition.fromFile(folder), 'SF-INPUT-FILE'],
    ['an empty file', () => WorkflowDefinition.fromFile(file('empty.sw.yaml', '')), 'SF-FLOW-DEFINITION'],
    ['comments only', () => WorkflowDefinition.fromString('# nothing\n'), 'SF-FLOW-DEFINITION'],
    ['no states', () => WorkflowDefinition.fromString('id: a\n'), 'SF-FLOW-DEFINITION'],
    ['empty states', () => WorkflowDefinition.fromObject({ states: [] }), 'SF-FLOW-DEFINITION'],
    ['states that are no list', () => WorkflowDefinition.fromObject({ states: 'A' }), 'SF-FLOW-DEFINITION'],
    ['a version that is a list', () => WorkflowDefinition.fromString(`version: [1]\n${STATES}\n`), 'SF-FLOW-DEFINITION'],
    ['a custom resource', () => WorkflowDefinition.fromString(`apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlow\nspec: {flow: {${STATES}}}`), 'SF-FLOW-DEFINITION'],
    ['a comment in a file of JSON', () => WorkflowDefinition.fromFile(file('comment.sw.json', '{ // a comment\n"id": "a", "states": [{}]}')), 'SF-FLOW-DEFINITION'],
    ['version 1.0 of the specification', () => WorkflowDefinition.fromObject({ document: { dsl: '1.0.0' }, do: [] }), 'SF-FLOW-DEFINITION'],
    ['an object in a circle', () => WorkflowDefinition.fromObject(cyclic), 'SF-FLOW-DEFINITION'],
    ['a function in an object', () => WorkflowDefinition.fromObject({ states: [{ data: () => 1 }] }), 'SF-FLOW-DEFINITION'],
    ['a map in an object', () => WorkflowDefinition.fromObject({ states: [{ data: new Map() }] }), 'SF-FLOW-DEFINITION'],
    ['a number that is none', () => WorkflowDefinition.fromObject({ states: [{ data: NaN }] }), 'SF-FLOW-DEFINITION'],
    ['a list', () => WorkflowDefinition.fromObject([] as unknown as Record<string, unknown>), 'SF-FLOW-DEFINITION'],
    ['nothing', () => WorkflowDefinition.fromObject(undefined as unknown as Record<string, unknown>), 'SF-FLOW-DEFINITION'],
  ])('%s', (_what, make, rule) => {
    expect(brokenRules(make)).toEqual([rule]);
  });

  test('all mistakes of a definition at once, with file and line', () => {
    const path = file('wrong.sw.yaml', 'id: [5]\nversion: {}\nstates: []\n');
    const lines = messageOf(() => WorkflowDefinition.fromFile(path)).split('\n');
    expect(lines).toEqual([
      `[${path}:1:1] SF-FLOW-DEFINITION: id: given [5]; allowed: a text; fix: write a text`,
      `[${path}:2:1] SF-FLOW-DEFINITION: version: given {}; allowed: a text; fix: write a text`,
      `[${path}:3:1] SF-FLOW-DEFINITION: states: given states: []; allowed: a list of at least one state; fix: add a state, such as {name: Hello, type: inject, data: {}, end: true}`,
    ]);
  });

  test('broken YAML, with file and line', () => {
    const path = file('broken.sw.yaml', 'id: a\nstates: [\n');
    expect(messageOf(() => WorkflowDefinition.fromFile(path))).toMatch(new RegExp(`^\\[${path}:\\d+:\\d+\\] SF-INPUT-YAML: `));
  });
});

describe('what the engine takes', () => {
  test.each<[string, string, object]>([
    ['a version without quotes', `version: 1.0\n${STATES}\n`, { version: '1.0' }],
    ['any version of the specification', `id: a\nspecVersion: 0.7\n${STATES}\n`, { id: 'a' }],
    ['a key twice', `id: a\nid: b\n${STATES}\n`, { id: 'b' }],
    ['a second document', `id: a\n${STATES}\n---\nid: b\n`, { id: 'a' }],
    ['a byte order mark', `\uFEFFid: a\n${STATES}\n`, { id: 'a' }],
  ])('%s', (_what, text, expected) => {
    expect(WorkflowDefinition.fromFile(file('odd.sw.yaml', text))).toMatchObject(expected);
  });
});

describe('a custom resource', () => {
  const resource = `apiVersion: sonataflow.org/v1alpha08
kind: SonataFlow
metadata: {name: greet, annotations: {sonataflow.org/version: '1.0', sonataflow.org/profile: dev}}
spec: {flow: {start: A, ${STATES}}}
`;

  test('gives its flow on request', () => {
    const definition = WorkflowDefinition.fromCustomResource(file('resource.yaml', resource));
    expect(definition).toMatchObject({ id: 'greet', version: '1.0', flow: { start: 'A' } });
  });

  test.each([['of another kind', 'kind: ConfigMap\n'], ['of which there are two', `${resource}---\n${resource}`]])('%s is refused', (_what, text) => {
    expect(brokenRules(() => WorkflowDefinition.fromCustomResource(file('refused.yaml', text)))).toEqual(['SF-FLOW-DEFINITION']);
  });
});

describe('what is only known at synth time', () => {
  const late = { toJSON: undefined, resolve: () => 'token' };

  test('is asked for each time', () => {
    let count = 0;
    const definition = WorkflowDefinition.fromObject({ id: 'a', states: [{ name: 'A', data: { url: Lazy.any({ produce: () => `http://${++count}` }), late } }] });
    expect(count).toBe(0);
    expect([definition.flow, definition.flow]).toEqual([1, 2].map((n) => ({ states: [{ name: 'A', data: { url: `http://${n}`, late: 'token' } }] })));
  });

  test('may be all of the states', () => {
    const definition = WorkflowDefinition.fromObject({ id: 'a', states: Lazy.any({ produce: () => [{ name: 'A' }] }) });
    expect(definition.flow).toEqual({ states: [{ name: 'A' }] });
  });
});
