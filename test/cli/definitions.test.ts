import { execFileSync } from 'node:child_process';
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

test('one is known by its content, in a file of any name and on standard input', () => {
  const wrong = definition({ states: [{ ...STATES[0], end: false, transition: 'Nowhere' }] });
  expect(check({ 'greet.json': wrong }).told).toContainEqual(expect.stringMatching(/^greet\.json: error: SF-FLOW-/));
  const stdin = execFileSync('bash', ['-c', 'node --import tsx src/cli/main.ts check - || true'], { input: wrong, encoding: 'utf8' });
  expect(told(stdin)).toContainEqual(expect.stringMatching(/^-: error: SF-FLOW-/));
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
