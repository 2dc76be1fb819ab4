import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';
import { readSources } from '../../src/loader/files';
import { load } from '../../src/loader/loader';
import { judge } from '../../src/validation/schema';
import { byIdentity, readObjects } from '../conformance/cases';
import { conversionIn, filesIn, programOf, synthesize } from '../convert/conversions';
import { withoutPackage } from '../hidden-package';
import { directoryWith } from '../support';

const STYLES = join(__dirname, '..', 'convert', 'styles');
const folder = () => join(mkdtempSync(join(tmpdir(), 'convert-')), 'infra');
const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);

/** What the operator would make of a path, but for what is in the source already: an object that is there it does not make. */
function rendered(path: string, source: string): Record<string, unknown> {
  const { status, out } = run('render', '--built-image', 'example.org/{namespace}/{name}:built', path);
  expect(status).toBe(0);
  const { documents } = load(readSources([source]).sources, { judge: (object) => judge('10.1.0', object) });
  const there = new Set(documents.map(({ object }) => Object.keys(byIdentity([object]))[0]));
  return Object.fromEntries(Object.entries(byIdentity(readObjects(out))).filter(([identity]) => !there.has(identity)));
}

const distOf = (output: string, ...args: string[]) => directoryWith({ 'dist.yaml': synthesize(output, conversionIn(output), args) });

describe('styles of public repositories', () => {
  test.each([
    'argocd-app', 'cluster-dump', 'gen-manifest', 'helm-output', 'kustomize-output', 'rhdh-orchestrator', 'yq-persistence',
  ])('%s: check takes it, and the program renders to the same', (style) => {
    const source = join(STYLES, style);
    const output = folder();
    expect(run('check', source).status).toBe(0);
    const { status, out, err } = run('convert', source, '-o', output);
    expect([status, out]).toEqual([0, '']);
    expect(lastLine(err)).toBe(`cdk8s-sonataflow diff ${source} ${output}/dist`);
    expect(lastLine(run('diff', source, distOf(output)).out)).toBe('no difference');
    const program = rendered(distOf(output), source);
    expect(Object.keys(program)).not.toEqual([]);
    expect(program).toEqual(rendered(source, source));
    expect(programOf(conversionIn(output)).map(([, text]) => text).join('')).not.toMatch(/addJsonPatch|fromObject/);
  });

  test('environments: the differences are arguments', () => {
    const output = folder();
    const source = join(STYLES, 'environments');
    const { status, err } = run('convert', source, '-o', output);
    expect(status).toBe(0);
    expect(lastLine(err)).toBe(['dev', 'prod'].map((name) => `cdk8s-sonataflow diff ${join(source, name)} ${output}/dist/${name}`).join(' && '));
    for (const own of ['dev', 'prod'].map((name) => join(source, name))) {
      expect(rendered(distOf(output, own.slice(source.length + 1)), own)).toEqual(rendered(own, own));
    }
    expect(readFileSync(join(output, 'environments.ts'), 'utf8'))
      .toContain('library(app, { namespace: \'library-dev\', env: \'dev\', replicas: 1, image: \'quay.io/example/lending:1.3\' }),');
  });

  test('kn workflow: the directory goes along byte for byte, but for the values of its secrets', () => {
    const output = folder();
    const source = join(STYLES, 'kn-workflow');
    const { status, err } = run('convert', source, '-o', output);
    expect([status, lastLine(err)]).toEqual([0, `cdk8s-sonataflow check ${output}/dist`]);
    for (const file of ['stock.sw.json', 'application.properties', 'specs/shelves.yaml', 'schemas/input.json']) {
      expect(readFileSync(join(output, 'workflows', 'stock', file))).toEqual(readFileSync(join(source, file)));
    }
    expect(readFileSync(join(output, 'workflows', 'stock', 'secret.properties'), 'utf8').split('\n').slice(1)).toEqual(['shelves.token=', '%prod.shelves.key=', '']);
    expect(readFileSync(join(output, 'stock.ts'), 'utf8')).toContain('project: WorkflowProject.fromDirectory(\'workflows/stock\')');
    const written = synthesize(output, conversionIn(output));
    expect(written).toContain('name: _PROD_SHELVES_KEY');
    expect(written).not.toMatch(/not-a-/);
  });
});

test('what came over, what was left, and what check says', () => {
  expect(run('convert', join(STYLES, 'rhdh-orchestrator'), '-o', folder()).err.split('\n').slice(0, -2)).toEqual([
    'constructs and their files: 3 (SonataFlowPlatform portal/sonataflow-platform, ConfigMap portal/onboarding-props, SonataFlow portal/onboarding)',
    'included as they are: 2 (NetworkPolicy portal/allow-intra-network, NetworkPolicy portal/allow-from-eventing)',
    'left out: Secret portal/onboarding-creds, a Secret: it is referred to by its name, and its values stay where they are',
    'check says: 0 errors, 0 warnings, 1 information',
  ]);
});

test('what check finds to be an error is said to stop the program', () => {
  const broken = directoryWith({ 'a.yaml': 'apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlow\nmetadata: {name: a, namespace: b}\nspec: {flow: {start: None, states: [{name: A, type: inject, data: {}, end: true}]}}\n' });
  const { status, err } = run('convert', broken, '-o', folder(), '--language', 'python');
  expect(status).toBe(0);
  expect(err).toMatch(/^check says: [1-9]\d* errors?, .*; the program synthesizes once the errors are mended$/m);
});

test('a number that the program cannot say is told', () => {
  const big = directoryWith({ 'a.yaml': 'apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlow\nmetadata: {name: a, namespace: b}\nspec: {podTemplate: {securityContext: {runAsUser: 9007199254740993}}, flow: {start: A, states: [{name: A, type: inject, data: {}, end: true}]}}\n' });
  expect(run('convert', big, '-o', folder()).err.split('\n')[0]).toMatch(/a\.yaml:4:\d+: warning: SF-INPUT-YAML: given an integer beyond 2\^53 that is rounded here/);
});

test('the code is formatted', () => {
  const output = folder();
  run('convert', join(STYLES, 'yq-persistence'), '-o', output);
  expect(readFileSync(join(output, 'flows.ts'), 'utf8')).toMatchSnapshot();
});

test('--dry-run lists the files, and writes none', () => {
  const output = folder();
  const { status, out } = run('convert', join(STYLES, 'yq-persistence'), '-o', output, '--dry-run');
  expect([status, existsSync(output)]).toEqual([0, false]);
  expect(out).toBe('.gitignore\ncdk8s.yaml\nflows.ts\nmain.test.ts\nmain.ts\npackage.json\ntsconfig.json\nworkflows/approval.sw.yaml\nworkflows/escalation.sw.yaml\n');
});

test('--language python', () => {
  const output = folder();
  expect(run('convert', join(STYLES, 'yq-persistence'), '-o', output, '--language', 'python').status).toBe(0);
  expect(readFileSync(join(output, 'charts', 'flows.py'), 'utf8')).toMatchSnapshot();
  expect(filesIn(output)).toContain('requirements.txt');
});

test.each<[string, (output: string) => string[], number, RegExp]>([
  ['a directory that is not empty', () => [join(STYLES, 'yq-persistence'), '-o', STYLES], 1, /SF-OUTPUT-FILE: given a directory that is not empty/],
  ['a file in its place', () => [join(STYLES, 'yq-persistence'), '-o', join(STYLES, 'yq-persistence', 'all.yaml')], 1, /SF-OUTPUT-FILE: given a file in place of a directory/],
  ['nothing there', (output) => [join(STYLES, 'nothing'), '-o', output], 1, /SF-INPUT-FILE/],
  ['what the API server refuses', (output) => [join(directoryWith({ 'a.yaml': 'apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlowPlatform\nmetadata: {name: a}\nspec: 5\n' }), 'a.yaml'), '-o', output], 1, /SF-SCHEMA/],
  ['nothing of SonataFlow', (output) => [directoryWith({ 'a.yaml': '# nothing yet\n' }), '-o', output], 1, /SF-INPUT-NONE: given no resource of SonataFlow/],
  ['a name that nothing has', (output) => [join(STYLES, 'yq-persistence'), '-o', output, '--only', 'aproval'], 1, /SF-INPUT-WORKFLOW: .*did you mean "approval"\?/],
  ['a directory with two definitions', (output) => [directoryWith({ 'a.sw.yaml': 'id: a', 'b.sw.yaml': 'id: b' }), '-o', output], 1, /SF-INPUT-FILE: given a directory with 2 definitions/],
  ['no output', () => [join(STYLES, 'yq-persistence')], 2, /required option/],
])('%s', (_what, args, status, message) => {
  const output = folder();
  const ended = run('convert', ...args(output));
  expect(ended).toMatchObject({ status, out: '' });
  expect(ended.err).toMatch(message);
  expect(existsSync(output)).toBe(false);
});

test('an empty directory is taken, and one below others that are not there', () => {
  const empty = folder();
  mkdirSync(empty);
  for (const output of [empty, join(folder(), 'deep', 'er')]) {
    expect(run('convert', join(STYLES, 'yq-persistence'), '-o', output, '--language', 'python').status).toBe(0);
    expect(readdirSync(join(output, '..'))).toEqual([output.split('/').at(-1)]);
  }
});

test('without the formatter one line says so, and nothing is written', () => {
  const output = folder();
  expect(withoutPackage('prettier', () => run('convert', join(STYLES, 'yq-persistence'), '-o', output))).toEqual({
    status: 1, out: '', err: 'error: prettier formats the code, and is not installed; run npm install --save-dev prettier\n',
  });
  expect(withoutPackage('prettier', () => run('init', output).status)).toBe(1);
  expect(existsSync(output)).toBe(false);
});
