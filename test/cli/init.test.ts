import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';
import { VERSIONS } from '../../src/convert/infrastructure';
import { conversionIn, filesIn, synthesize } from '../convert/conversions';
import { directoryWith } from '../support';

const folder = () => join(mkdtempSync(join(tmpdir(), 'init-')), 'infra');

test('a new repository: a platform, its services and a workflow, with which check is content', () => {
  const directory = folder();
  const { status, out, err } = run('init', directory);
  expect(status).toBe(0);
  expect(filesIn(directory)).toEqual([
    '.gitignore', 'cdk8s.yaml', 'main.test.ts', 'main.ts', 'package.json', 'tsconfig.json', 'workflows.ts', 'workflows/greet.sw.yaml',
  ]);
  expect(out.trimEnd().split('\n')).toEqual(filesIn(directory).map((path) => `${directory}/${path}`));
  expect(err).toBe(`next: cd ${directory} && npm install && npm run synth && npm test\n`);
  const dist = directoryWith({ 'workflows.k8s.yaml': synthesize(directory, conversionIn(directory)) });
  expect(run('check', '--strict', dist)).toMatchObject({ status: 0 });
});

test('what is to be done next is words of a shell', () => {
  const directory = join(folder(), 'a b');
  expect(run('init', directory).err).toContain(`next: cd '${directory}' && npm install`);
});

test('in Python', () => {
  const directory = folder();
  expect(run('init', directory, '--language', 'python').status).toBe(0);
  expect(filesIn(directory)).toEqual([
    '.gitignore', 'cdk8s.yaml', 'charts/__init__.py', 'charts/workflows.py', 'main.py', 'package.json', 'requirements.txt', 'test_main.py', 'workflows/greet.sw.yaml',
  ]);
});

test('a directory that is not empty stays what it is', () => {
  const directory = directoryWith({ a: '' });
  expect(run('init', directory)).toMatchObject({ status: 1, out: '' });
  expect(readdirSync(directory)).toEqual(['a']);
});

test('its versions are those of examples/infra-repo', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'examples', 'infra-repo', 'package.json'), 'utf8'));
  const { 'cdk8s-sonataflow': _own, ...others } = dependencies;
  expect({ ...VERSIONS.dependencies }).toEqual(others);
  expect({ ...VERSIONS.synth, ...VERSIONS.typescript }).toEqual(devDependencies);
});
