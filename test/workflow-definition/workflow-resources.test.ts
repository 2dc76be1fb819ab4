import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { planResources } from '../../src/workflow-definition/files/resource-config-maps';
import { LARGEST_FILE } from '../../src/workflow-definition/files/resource-file';
import { WorkflowResources } from '../../src/workflow-definition/workflow-resources';
import { brokenRules, messageOf } from '../support';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'resources-'));
  const files: Record<string, string | Buffer> = {
    'specs/pay.yaml': 'openapi: 3.0.3\r\n',
    'specs/v1/old.yaml': 'old',
    'specs/v1/.DS_Store': 'hidden',
    'specs/.git/config': 'hidden',
    'specs/logo.png': Buffer.from([0x89, 0x50, 0xff]),
    'specs/bom.json': '\ufeff{}',
    'specs/empty.txt': '',
    'bad/no space.yaml': '',
    'bad/große.yaml': '',
    'bad/large.json': 'x'.repeat(LARGEST_FILE + 1),
    'hidden/.only': '',
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

const plan = (...resources: WorkflowResources[]) => planResources('orders', resources);

test('a directory becomes a ConfigMap for each folder: text as it is, the rest in base64, hidden files not at all', () => {
  const { configMaps, entries, problems } = plan(WorkflowResources.fromDirectory(join(folder, 'specs')));
  expect(configMaps).toEqual([
    {
      name: 'orders.resources.specs',
      data: { 'bom.json': '\ufeff{}', 'empty.txt': '', 'pay.yaml': 'openapi: 3.0.3\r\n' },
      binaryData: { 'logo.png': 'iVD/' },
    },
    { name: 'orders.resources.specs.v1', data: { 'old.yaml': 'old' } },
  ]);
  expect(entries).toEqual([
    { configMap: { name: 'orders.resources.specs' }, workflowPath: 'specs' },
    { configMap: { name: 'orders.resources.specs.v1' }, workflowPath: 'specs/v1' },
  ]);
  expect(problems).toEqual([]);
});

test.each<[string, () => WorkflowResources, string, string[]]>([
  ['a file goes to the root', () => WorkflowResources.fromFile(join(folder, 'specs/pay.yaml')), '', ['pay.yaml']],
  ['or to a folder', () => WorkflowResources.fromFile(join(folder, 'specs/pay.yaml'), { workflowPath: 'specs' }), 'specs', ['pay.yaml']],
  ['a text too', () => WorkflowResources.fromString('a.txt', 'a', { workflowPath: 'texts' }), 'texts', ['a.txt']],
  ['a directory goes to the root', () => WorkflowResources.fromDirectory(join(folder, 'specs/v1'), { workflowPath: '' }), '', ['old.yaml']],
  ['or to another folder', () => WorkflowResources.fromDirectory(join(folder, 'specs/v1'), { workflowPath: 'a/b' }), 'a/b', ['old.yaml']],
  ['a path ending in a slash', () => WorkflowResources.fromDirectory(join(folder, 'specs/v1/')), 'v1', ['old.yaml']],
  ['a folder in another spelling', () => WorkflowResources.fromString('a', 'a', { workflowPath: '/a//./b/' }), 'a/b', ['a']],
])('%s', (_what, resources, path, keys) => {
  expect(resources()._files.map((file) => [file.folder, file.key])).toEqual(keys.map((key) => [path, key]));
});

test.each<[string, () => unknown, string[]]>([
  ['a file that is not there', () => WorkflowResources.fromFile(join(folder, 'nowhere')), ['SF-INPUT-FILE']],
  ['a directory in place of a file', () => WorkflowResources.fromFile(folder), ['SF-INPUT-FILE']],
  ['a directory that is not there', () => WorkflowResources.fromDirectory(join(folder, 'nowhere')), ['SF-INPUT-FILE']],
  ['a file in place of a directory', () => WorkflowResources.fromDirectory(join(folder, 'specs/pay.yaml')), ['SF-INPUT-FILE']],
  ['a directory without files', () => WorkflowResources.fromDirectory(join(folder, 'hidden')), ['SF-INPUT-FILE']],
  ['all at once', () => WorkflowResources.fromDirectory(join(folder, 'bad')), ['SF-RESOURCES-KEY', 'SF-RESOURCES-SIZE', 'SF-RESOURCES-KEY']],
  ['a text that is too large', () => WorkflowResources.fromString('a', 'ä'.repeat(LARGEST_FILE / 2 + 1)), ['SF-RESOURCES-SIZE']],
  ['the largest text', () => WorkflowResources.fromString('a', 'x'.repeat(LARGEST_FILE)), []],
  ['a file name with a folder', () => WorkflowResources.fromString('specs/a', ''), ['SF-RESOURCES-KEY']],
  ['a file name of dots', () => WorkflowResources.fromString('..', ''), ['SF-RESOURCES-KEY']],
  ['no file name', () => WorkflowResources.fromString('', ''), ['SF-RESOURCES-KEY']],
  ['a folder outside', () => WorkflowResources.fromString('a', '', { workflowPath: '../specs' }), ['SF-RESOURCES-PATH']],
  ['a folder of Windows', () => WorkflowResources.fromString('a', '', { workflowPath: 'specs\\v1' }), ['SF-RESOURCES-PATH']],
])('%s', (_what, action, rules) => expect(brokenRules(action)).toEqual(rules));

test('the message says how to rename', () => {
  expect(messageOf(() => WorkflowResources.fromString('pay & go.yaml', ''))).toBe('[WorkflowResources.fromString] SF-RESOURCES-KEY: '
    + 'given a file named "pay & go.yaml"; allowed: a key of a ConfigMap: at most 253 letters, digits, "-", "_" and ".", not beginning with '
    + '".."; fix: rename the file, for example to "pay-go.yaml", and its name in the definition');
});
