import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';
import { program } from '../../src/cli/program';
import { yamlObjects } from '../yaml-objects';

const folder = mkdtempSync(join(tmpdir(), 'render-'));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
interface Named { readonly kind: string; readonly metadata: { readonly name: string; readonly namespace: string } }
const kinds = (text: string) => (yamlObjects(text) as Named[]).map(({ kind, metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`);

const PLATFORM = `
apiVersion: sonataflow.org/v1alpha08
kind: SonataFlowPlatform
metadata: {name: hub}
spec: {services: {jobService: {}}}
`;
const workflow = (spec = '', name = 'greet', annotations = '{sonataflow.org/profile: gitops}') => `
apiVersion: sonataflow.org/v1alpha08
kind: SonataFlow
metadata: {name: ${name}, annotations: ${annotations}}
spec:
  podTemplate: {container: {image: example.org/greet:1}}
  flow: {states: [{name: A, type: inject, data: {}, end: true}]}
  ${spec}
`;
const platform = file('platform.yaml', PLATFORM);

test('objects on stdout, in the namespace default', () => {
  const { status, out, err } = run('render', platform, file('workflow.yaml', workflow()));
  expect([status, err]).toEqual([0, '2 resources (1 workflow) judged for 10.1.0 (default; say --operator)\n']);
  expect(kinds(out)).toEqual([
    'ConfigMap default/hub-jobs-service-props', 'Deployment default/hub-jobs-service', 'Service default/hub-jobs-service',
    'ConfigMap default/greet-props', 'ConfigMap default/greet-managed-props', 'Deployment default/greet', 'Service default/greet',
  ]);
});

test('each object is written when it is made', () => {
  const texts: string[] = [];
  program(['render', platform], { out: (text) => texts.push(text), err: () => {}, coloured: { out: false, err: false } });
  expect(texts.map((text) => kinds(text))).toEqual([
    ['ConfigMap default/hub-jobs-service-props'], ['Deployment default/hub-jobs-service'], ['Service default/hub-jobs-service'],
  ]);
});

test('two runs give the same bytes', () => {
  expect(run('render', platform).out).toBe(run('render', platform).out);
});

test('a file for each object', () => {
  const output = join(folder, 'out');
  expect(run('render', '--output', output, platform)).toEqual({ status: 0, out: '', err: expect.stringMatching(/^\d+ resources? .*\n$/) });
  expect(readdirSync(join(output, 'default'))).toEqual([
    'ConfigMap.hub-jobs-service-props.yaml', 'Deployment.apps.hub-jobs-service.yaml', 'Service.hub-jobs-service.yaml',
  ]);
  expect(readFileSync(join(output, 'default', 'Service.hub-jobs-service.yaml'), 'utf8')).toContain('name: hub-jobs-service');
});

test('a directory that is a file', () => {
  expect(run('render', '-o', platform, platform)).toMatchObject({ status: 1, out: '', err: expect.stringContaining('SF-OUTPUT-FILE') });
});

// Node's own way to make directories has no end there.
test.each(process.platform === 'linux' ? ['render', 'convert'] : [])('a place where no directory can be made: %s', (command) => {
  expect(run(command, '-o', '/proc/none/below', platform)).toMatchObject({ status: 1, out: '', err: expect.stringContaining('SF-OUTPUT-FILE') });
});

test.each<[string, string[], string, string]>([
  ['--operator', ['--operator', '1.x'], 'incubator-kie-kogito-jobs-service-ephemeral:10.1.0', 'incubator-kie-kogito-jobs-service-ephemeral:main'],
  ['--registry', ['--registry', 'r.example.org/x'], 'docker.io/apache/incubator', 'r.example.org/x/incubator'],
  ['--image', ['--image', 'jobs-service-ephemeral=e.example.org/j:2'], 'docker.io/apache', 'e.example.org/j:2'],
  ['--no-corrections', ['--no-corrections'], 'checksum-config', 'app.kubernetes.io/version'],
])('%s', (_option, args, without, including) => {
  expect(run('render', platform).out).toContain(without);
  const { out } = run('render', ...args, platform);
  expect(out).toContain(including);
  expect(out).not.toContain(without);
});

test('--built-image, --route-domain, --openshift, --no-knative and --no-prometheus', () => {
  const preview = file('preview.yaml', workflow().replace('podTemplate: {container: {image: example.org/greet:1}}', '').replace('gitops', 'preview'));
  expect(run('render', '--built-image', 'b.example.org/{namespace}-{name}:1', preview).out).toContain('image: b.example.org/default-greet:1');
  const dev = file('dev.yaml', workflow('', 'greet', '{sonataflow.org/profile: dev}'));
  expect(run('render', '--openshift', '--route-domain', 'apps.example.org', dev).out).toContain('quarkus.dev-ui.hosts = greet-default.apps.example.org');
  const sink = file('sink.yaml', workflow('sink: {ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: bus}}'));
  expect(kinds(run('render', sink).out)).toContain('SinkBinding default/greet-sb');
  expect(kinds(run('render', '--no-knative', sink).out)).not.toContain('SinkBinding default/greet-sb');
  const monitored = file('monitored.yaml', `${PLATFORM.replace('spec: {', 'spec: {monitoring: {enabled: true}, ')}\n---\n${workflow()}`);
  expect(kinds(run('render', monitored).out)).toContain('ServiceMonitor default/greet');
  expect(kinds(run('render', '--no-prometheus', monitored).out)).not.toContain('ServiceMonitor default/greet');
});

describe('refused input: status 1, findings on stderr, nothing on stdout', () => {
  test.each<[string, string, RegExp]>([
    ['a wrong type', PLATFORM.replace('jobService: {}', 'jobService: 5'), /:5:\d+: error: SF-SCHEMA: spec\.services\.jobService: given 5/],
    ['no YAML', 'a: [', /:\d+:\d+: error: SF-INPUT-YAML/],
    ['a kind that is not there', PLATFORM.replace('SonataFlowPlatform', 'SonataFlowPlatfrom'), /did you mean "SonataFlowPlatform"/],
    ['one object twice', `${PLATFORM}---${PLATFORM}`, /SF-INPUT-TWICE/],
  ])('%s', (_what, text, message) => {
    const { status, out, err } = run('render', file('refused.yaml', text));
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('a missing file', () => {
    expect(run('render', join(folder, 'missing.yaml'))).toMatchObject({ status: 1, out: '', err: expect.stringContaining('SF-INPUT-FILE') });
  });

  test('a field that the CRD does not know is a warning: the API server prunes it', () => {
    const { status, out, err } = run('render', file('unknown.yaml', PLATFORM.replace('jobService: {}', 'jobService: {replica: 2}')));
    expect(status).toBe(0);
    expect(out).not.toBe('');
    expect(err).toMatch(/warning: SF-SCHEMA: spec\.services\.jobService\.replica/);
  });
});

describe('wrong usage: status 2', () => {
  test.each<[string, string[]]>([
    ['no file', ['render']],
    ['an unknown option', ['render', '--opershift', 'x.yaml']],
    ['an unknown operator', ['render', '--operator', '9', 'x.yaml']],
    ['an unknown command', ['rendr']],
    ['no command', []],
    ['an image without a name', ['render', '--image', 'x', 'x.yaml']],
    ['an unknown image', ['render', '--image', 'jobs-service=x', 'x.yaml']],
  ])('%s', (_what, args) => {
    const { status, out, err } = run(...args);
    expect([status, out]).toEqual([2, '']);
    expect(err).not.toBe('');
  });
});

test.each([[['--help']], [['render', '--help']], [['help', 'render']]])('%j', (args) => {
  const { status, out } = run(...args);
  expect(status).toBe(0);
  expect(out).toContain('Usage: cdk8s-sonataflow');
});

test('help has examples', () => {
  expect(run('render', '--help').out).toContain('$ cdk8s-sonataflow render dist/');
});

test('strings that YAML 1.1 takes for something else are quoted', () => {
  const { out } = run('render', file('odd.yaml', workflow().replace('image: example.org/greet:1', 'image: example.org/greet:1, env: [{name: A, value: "yes"}, {name: B, value: "0644"}, {name: C, value: "y"}]')));
  expect(out).toMatch(/value: "yes"[\s\S]*value: "0644"[\s\S]*value: "y"/);
});

test.each([
  [['--operator', 'osl-1.38'], true],
  [['--operator', 'rhdh-1.9'], true],
  [['--operator', 'osl-1.38', '--no-openshift'], false],
  [['--operator', 'osl-1.38', '--no-openshift', '--openshift'], true],
  [['--operator', '1.x'], false],
])('%j is on OpenShift: %s', (options, onOpenShift) => {
  const dev = file('dev.yaml', workflow('', 'greet', '{sonataflow.org/profile: dev}'));
  expect(kinds(run('render', ...options, dev).out).includes('Route default/greet')).toBe(onOpenShift);
});
