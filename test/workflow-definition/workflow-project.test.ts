import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { WorkflowProject } from '../../src';
import { brokenRules, directoryWith, messageOf, projectDirectory } from '../support';

const FLOW = 'id: greet\nstates: [{name: Hello, type: inject, data: {}, end: true}]\n';

test('a definition alone', () => {
  const { definition, applicationProperties, resources, secretPropertyNames, secretName, emitSecret } = WorkflowProject.fromDirectory(directoryWith({ 'a.sw.yaml': FLOW }));
  expect(definition.id).toBe('greet');
  expect([applicationProperties, resources, secretPropertyNames, secretName, emitSecret]).toEqual([undefined, [], [], undefined, false]);
});

test('all that kn workflow has, and nothing else', () => {
  const project = WorkflowProject.fromDirectory(projectDirectory({
    'application.properties': 'a=b\n',
    'secret.properties': 'c=d\n',
    'specs/pay.yaml': 'x',
    'specs/v1/more.json': '{}',
    'schemas/in.json': '{}',
    'subflows/other.sw.yaml': FLOW,
    'README.md': '',
    'dashboards/x.yml': '',
    'specs/.gitkeep': '',
  }));
  expect(project.applicationProperties?.text).toBe('a=b\n');
  expect(project.secretPropertyNames).toEqual(['c']);
  expect(project._files.paths).toEqual(['schemas/in.json', 'specs/pay.yaml', 'specs/v1/more.json', 'subflows/other.sw.yaml']);
  expect(project._files.read('specs/pay.yaml')).toBe('x');
});

test.each([
  ['a.sw.yaml', FLOW], ['a.sw.yml', FLOW], ['a.sw.json', '{"id": "greet", "states": [{"name": "A", "type": "inject", "data": {}, "end": true}]}'],
])('%s is a definition', (name, text) => expect(WorkflowProject.fromDirectory(directoryWith({ [name]: text })).definition.id).toBe('greet'));

test('a folder that kn workflow left empty', () => {
  expect(WorkflowProject.fromDirectory(projectDirectory({ 'specs/.gitkeep': '' })).resources).toEqual([]);
});

test.each<[string, string, RegExp]>([
  ['nothing there', join(directoryWith({}), 'nothing'), /SF-INPUT-FILE: given a directory that cannot be read \(ENOENT\)/],
  ['no definition', directoryWith({ 'flow.yaml': FLOW }), /given a directory without a definition; allowed: a directory with one \.sw\.yaml/],
  ['two definitions', directoryWith({ 'b.sw.json': '{}', 'a.sw.yaml': FLOW }), /given a directory with 2 definitions: a\.sw\.yaml, b\.sw\.json;/],
  ['no flow', directoryWith({ 'a.sw.yaml': 'id: a\n' }), /SF-FLOW-DEFINITION/],
])('%s', (_what, directory, message) => expect(messageOf(() => WorkflowProject.fromDirectory(directory))).toMatch(message));

test('a link out of the directory is not followed', () => {
  const directory = projectDirectory({ 'specs/a.yaml': '' });
  symlinkSync(directoryWith({ 'b.yaml': '' }), join(directory, 'specs', 'elsewhere'));
  expect(brokenRules(() => WorkflowProject.fromDirectory(directory))).toEqual(['SF-INPUT-FILE']);
});

describe('secret.properties', () => {
  const secrets = (text: string) => WorkflowProject.fromDirectory(projectDirectory({ 'secret.properties': text }))._secretProperties;

  test.each([
    ['acme.api-token=x', [{ names: ['acme.api-token'], key: 'acme.api-token', value: 'x' }]],
    ['%prod.acme.token=x', [{ names: ['%prod.acme.token'], key: '_prod.acme.token', value: 'x' }]],
    ['%dev,prod.a=x', [{ names: ['%dev.a', '%prod.a'], key: '_dev_prod.a', value: 'x' }]],
    ['"quoted".a[0]=x', [{ names: ['"quoted".a[0]'], key: '_quoted_.a_0_', value: 'x' }]],
    ['..=x', [{ names: ['..'], key: '_', value: 'x' }]],
    ['# none\n', []],
  ])('%s', (text, expected) => expect(secrets(text)).toEqual(expected));

  test('two properties of one key', () => {
    expect(messageOf(() => secrets('%a.b=SECRET\n_a.b=SECRET'))).toMatch(/SF-PROP-KEY: given the properties "%a\.b", "_a\.b", all of the key "_a\.b"/);
  });

  test.each(['=SECRET', 'a=${SECRET', 'a=\\u12SECRET'])('%s is no properties file, and no value is told', (text) => {
    const message = messageOf(() => secrets(text));
    expect(message).toContain('SF-INPUT-FILE: given a file that is no properties file, in line 1');
    expect(message).not.toContain('SECRET');
  });

  test('the name of the Secret', () => {
    const directory = projectDirectory({ 'secret.properties': 'a=b' });
    expect(WorkflowProject.fromDirectory(directory, { secretName: 'tokens' }).secretName).toBe('tokens');
    expect(brokenRules(() => WorkflowProject.fromDirectory(directory, { secretName: 'No_Name' }))).toEqual(['SF-NAME']);
  });
});
