import { inFolder, platform, told, workflow } from './files';
import { run } from './run';

const STATES = [{ name: 'A', type: 'inject', data: {}, end: true }];
const definition = (more: object = {}) => JSON.stringify({ id: 'greet', version: '1.0', specVersion: '0.8', start: 'A', states: STATES, ...more });
const check = (files: Readonly<Record<string, string>>, ...args: string[]) => inFolder(files, () => {
  const { status, out } = run('check', ...args, '.');
  return { status, out, told: told(out) };
});

test('a folder with definitions is a project, whose other files are for them', () => {
  const { status, out } = check({ 'greet.sw.json': definition(), 'specs/api.yaml': 'openapi: 3.0.0\ninfo: {title: t, version: "1"}\npaths: {}\n', 'data.json': '{"a": 1}' });
  expect([status, out.split('\n')[0]]).toEqual([0, 'nothing found']);
  expect(out).toMatch(/\n0 resources \(0 workflows\) and 1 definition judged for /);
});

test('one is known by its content, in a file of any name', () => {
  const wrong = definition({ states: [{ ...STATES[0], end: false, transition: 'Nowhere' }] });
  expect(check({ 'greet.json': wrong }).told).toContainEqual(expect.stringMatching(/^greet\.json: error: SF-FLOW-/));
});

test('a definition and a custom resource of one id are one workflow, judged once', () => {
  const wrong = '{name: A, type: inject, data: {}, transition: Nowhere}';
  const files = { 'hub.yaml': platform(), 'wf.yaml': workflow('shop', 'greet', { states: wrong }) };
  const alone = check(files).told;
  const both = check({ ...files, 'greet.sw.yaml': `id: greet\nstart: A\nstates: [${wrong}]\n` }).told;
  const rules = (lines: readonly string[]) => lines.map((line) => line.replace(/^.* /, '')).sort();
  expect(alone).toContainEqual(expect.stringMatching(/^wf\.yaml: .*SF-FLOW-TRANSITION$/));
  expect(rules(both)).toEqual(rules(alone));
  expect(both).toContainEqual(expect.stringMatching(/^greet\.sw\.yaml: error: SF-FLOW-TRANSITION$/));
});

test.each<[string, string, RegExp | undefined]>([
  ['the same', definition(), undefined],
  ['the same, written in another way', definition({ start: { stateName: 'A' }, states: [{ end: { terminate: true }, data: {}, type: 'inject', name: 'A' }] }), undefined],
  ['what a custom resource cannot hold', definition({ retries: [{ name: 'r', maxAttempts: 2 }] }), undefined],
  ['another name', definition({ start: 'B', states: [{ ...STATES[0], name: 'B' }] }), /spec\.flow\.\S*: given "A", and "B" in the definition \(greet\.sw\.json:1:\d+\)/],
  ['another value deep inside', definition({ states: [{ ...STATES[0], data: { deep: [1] } }] }), /spec\.flow\.states\[0\]\.data\.deep: given nothing, and \[1\] in the definition/],
  ['one state more', definition({ states: [{ ...STATES[0], end: undefined, transition: 'B' }, { ...STATES[0], name: 'B' }] }), /SF-FLOW-DIFFERS/],
])('SF-FLOW-DIFFERS: %s', (_what, text, expected) => {
  const { status, out } = check({ 'hub.yaml': platform(), 'wf.yaml': workflow(), 'greet.sw.json': text });
  expect(status).toBe(0);
  if (expected) expect(out).toMatch(expected);
  else expect(out).not.toContain('SF-FLOW-DIFFERS');
  expect(out.match(/: warning: SF-FLOW-DIFFERS:/g) ?? []).toHaveLength(expected ? 1 : 0);
});

test('another id is another workflow', () => {
  expect(check({ 'hub.yaml': platform(), 'wf.yaml': workflow(), 'other.sw.json': definition({ id: 'other', start: 'B', states: [{ ...STATES[0], name: 'B' }] }) }).told).toEqual([]);
});

test('the properties beside a definition are judged with it, and nothing of their values is told', () => {
  const properties = (text: string) => check({ 'greet.sw.json': definition(), 'application.properties': text });
  const { status, out, told: found } = properties('quarkus.http.port=8080\nacme.password=s3cr3t\n%prod.acme.token=s3cr3t\n');
  expect([status, found]).toEqual([0, Array(2).fill('application.properties: warning: SF-PROP-LITERAL')]);
  expect(out).not.toContain('s3cr3t');
  expect(properties('%dev.acme.password=dev\nacme.token=${ACME_TOKEN}\n').told).toEqual([]);
});

describe('a project of Maven', () => {
  const PROJECT = {
    'pom.xml': '<project/>',
    'src/main/resources/greet.sw.json': definition({
      dataInputSchema: 'schemas/in.json',
      functions: [{ name: 'f', operation: 'specs/api.yaml#hello' }, { name: 'j', type: 'custom', operation: 'service:java:org.acme.Hello::say' }],
      states: [{ name: 'A', type: 'operation', actions: [{ functionRef: 'f' }, { functionRef: { refName: 'j', arguments: { n: '.n' } } }], end: true }],
    }),
    'src/main/resources/schemas/in.json': '{"type": "object"}',
    'src/main/resources/specs/api.yaml': 'openapi: 3.0.3\ninfo: {title: t, version: "1"}\npaths: {/h: {get: {operationId: hello, responses: {"200": {description: ok}}}}}\n',
    'src/main/java/org/acme/Hello.java': 'package org.acme;\npublic class Hello { public String say(String n) { return n; } }\n',
    'src/main/resources/application.properties': 'acme.password=s3cr3t\n',
  };
  const source = PROJECT['src/main/resources/greet.sw.json'];

  test('has its files in src/main', () => {
    expect(check(PROJECT).told).toEqual(['src/main/resources/application.properties: warning: SF-PROP-LITERAL']);
    const { 'src/main/resources/specs/api.yaml': _api, ...others } = PROJECT;
    const renamed = { ...others, 'src/main/java/org/acme/Hello.java': 'package org.acme;\npublic class Hello { public String tell(String n) { return n; } }\n' };
    expect(check(renamed).told.slice(1)).toEqual(['SF-FLOW-SPEC', 'SF-FLOW-FUNCTION'].map((rule) => `src/main/resources/greet.sw.json: error: ${rule}`));
  });

  test('has them for its tests, too, and what was built is passed over', () => {
    const { out, told: found } = check({ ...PROJECT, 'src/test/resources/of-test.sw.json': source, 'target/classes/greet.sw.json': source });
    expect(found).toEqual(['src/main/resources/application.properties: warning: SF-PROP-LITERAL']);
    expect(out).toMatch(/^passed over: 1 of tools/m);
    expect(out).toContain('and 2 definitions judged');
    const { 'pom.xml': _pom, ...others } = PROJECT;
    expect(check({ ...others, 'target/classes/greet.sw.json': source }).told).toContainEqual(expect.stringMatching(/^target\/classes\/greet\.sw\.json: error: /));
  });
});
