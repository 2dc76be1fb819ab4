import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';
import { version } from '../../package.json';
import { clusterOf } from '../../src/cli/options/cluster';

const COMMANDS = ['check', 'render', 'explain'];

/** The options about the cluster, each with a value that it takes. */
const OPTIONS: readonly string[][] = [
  ['--operator', '1.x'],
  ['--registry', 'registry.example.org/mirror'],
  ['--tag', '10.1.0-1'],
  ['--image', 'dev-mode=registry.example.org/dev:1'],
  ['--built-image', 'registry.example.org/{namespace}/{name}:1'],
  ['--openshift'],
  ['--no-openshift'],
  ['--knative'],
  ['--no-knative'],
  ['--prometheus'],
  ['--no-prometheus'],
  ['--route-domain', 'apps.example.org'],
  ['--kubernetes-version', '1.32'],
  ['--knative-features', 'kubernetes.podspec-nodeselector'],
  ['--broker-class', 'shop/events=Kafka'],
];

const folder = mkdtempSync(join(tmpdir(), 'cluster-options-'));
const file = join(folder, 'orders.yaml');
writeFileSync(file, `apiVersion: sonataflow.org/v1alpha08
kind: SonataFlow
metadata: {name: orders, annotations: {sonataflow.org/profile: gitops}}
spec:
  podTemplate: {container: {image: registry.example.org/orders:1}}
  flow: {states: [{name: A, type: inject, data: {}, end: true}]}
`);

const named = (command: string) => command === 'explain' ? ['--workflow', 'orders'] : [];

test.each(COMMANDS.flatMap((command) => OPTIONS.map((option) => [command, option] as const)))('%s takes %j', (command, option) => {
  expect(run(command, file, ...named(command), ...option).status).toBe(0);
});

test('they are the same group in the help of all commands', () => {
  const groups = COMMANDS.map((command) => run(command, '--help').out.split(/^Options about the cluster:\n/m)[1]?.split('\n\n')[0].replace(/ +/g, ' '));
  expect(groups[0]).toMatch(/^ --operator[^]*--image[^]*--openshift/);
  expect(new Set(groups).size).toBe(1);
});

test.each([
  ['10.2.0', 'did you mean "10.1.0"?'],
  ['2.x', 'did you mean "1.x"?'],
  ['newest', '10.1.0, 1.x'],
])('an unknown operator %j: the known ones, and the nearest', (name, words) => {
  for (const command of COMMANDS) {
    const { status, err } = run(command, '--operator', name, 'a.yaml');
    expect(status).toBe(2);
    expect(err).toContain('10.1.0, 1.x');
    expect(err).toContain(words);
  }
});

test.each([
  ['a tag that is none', ['--tag', 'registry.example.org/x:1'], /allowed: an image tag/],
  ['a broker without a class', ['--broker-class', 'shop/events'], /NAMESPACE\/NAME=CLASS/],
  ['a broker without a namespace', ['--broker-class', 'events=Kafka'], /NAMESPACE\/NAME=CLASS/],
])('%s', (_what, args, message) => {
  expect(run('check', ...args, 'a.yaml')).toMatchObject({ status: 2, err: expect.stringMatching(message) });
});

test('the classes of brokers, each by its name', () => {
  const { facts, operator } = clusterOf({ brokerClass: { 'shop/events': 'Kafka' }, tag: 'nightly' });
  expect(facts.brokerClasses).toEqual({ 'shop/events': 'Kafka' });
  expect(operator.images.devMode).toMatch(/:nightly$/);
});

test('--version', () => {
  expect(run('--version')).toEqual({ status: 0, out: `${version}\n`, err: '' });
});
