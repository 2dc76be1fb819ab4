import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  Destination, OperatorVersion, PodDisruptionBudget, SonataFlowClusterPlatformConstruct, SonataFlowPlatformConstruct, SonataFlowValidation,
  WorkflowConstruct,
} from '../../src';
import { ValidationViolation } from '../../src/cli/validation-plugin/validation-context';
import { definition } from '../support';

const folder = mkdtempSync(join(tmpdir(), 'plugin-'));
const file = join(folder, 'chart.k8s.yaml');

const PLATFORM = 'apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlowPlatform\nmetadata: {name: hub, namespace: orders}\n';
const workflow = (name: string, spec: string) => `apiVersion: sonataflow.org/v1alpha08
kind: SonataFlow
metadata: {name: ${name}, namespace: orders, annotations: {sonataflow.org/profile: gitops}}
spec:
  podTemplate: {container: {image: example.org/greet:1}}
  flow: {states: [{name: A, type: inject, data: {}, end: true}]}
${spec}`;

async function validate(text: string, properties = {}) {
  writeFileSync(file, text);
  const violations: ValidationViolation[] = [];
  const logged: string[] = [];
  const submitted: unknown[] = [];
  await new SonataFlowValidation(properties).validate({
    manifests: [file],
    logger: { log: (message) => { logged.push(message); } },
    report: {
      addViolation: (violation) => { violations.push(violation); },
      submit: (...report) => { submitted.push(report); },
    },
  });
  return { violations, logged, submitted };
}

test('a finding is a violation of the object in which it is', async () => {
  const { violations, submitted } = await validate([PLATFORM, workflow('one', ''), workflow('two', '  replicas: 1\n'), workflow('three', '')].join('---\n'));
  expect(violations).toEqual([{
    ruleName: 'SF-SCHEMA',
    recommendation: expect.stringMatching(/^error: given the unknown field "replicas"; allowed: /),
    fix: 'move it to spec.podTemplate.replicas; see https://github.com/cdk8s-sonataflow/cdk8s-sonataflow/blob/main/docs/rules/SF-SCHEMA.md',
    violatingResources: [{ resourceName: 'two', locations: ['18:3 spec.replicas'], manifestPath: file }],
  }]);
  expect(submitted).toEqual([['failure', { operator: '10.1.0' }]]);
});

test('informations are logged', async () => {
  const { violations, logged, submitted } = await validate(`${PLATFORM}spec: {services: {dataIndex: {}}}\n`);
  expect([violations, submitted]).toEqual([[], [['success', { operator: '10.1.0' }]]]);
  expect(logged).toEqual([expect.stringContaining(`${file}:4:19: SF-SERVICE-EPHEMERAL`)]);
});

test('what is no object is a violation of its file', async () => {
  const { violations } = await validate('a: [');
  expect(violations.map(({ ruleName, violatingResources: [{ resourceName, locations }] }) => [ruleName, resourceName, locations]))
    .toEqual([['SF-INPUT-YAML', file, [expect.stringMatching(/^1:\d+$/)]]]);
});

test('strictly, a warning fails', async () => {
  const text = workflow('alone', '');
  expect((await validate(text)).submitted).toEqual([['success', { operator: '10.1.0' }]]);
  expect((await validate(text, { strict: true, operator: '1.x' })).submitted).toEqual([['failure', { operator: '1.x' }]]);
});

test.each([
  [{ operater: '1.x' }, 'did you mean "operator"?'],
  [{ operator: 'latest' }, 'given "latest"; allowed: 10.1.0, 1.x'],
  [{ strict: 'yes' }, 'given "yes"; allowed: true, false'],
])('%j', (properties, message) => {
  expect(() => new SonataFlowValidation(properties)).toThrow(message);
});

describe('an app of this library', () => {
  async function validateApp(make: (app: App) => void, properties = {}) {
    const outdir = mkdtempSync(join(tmpdir(), 'plugin-'));
    const app = new App({ outdir, recordConstructMetadata: true });
    make(app);
    app.synth();
    const metadata = (JSON.parse(readFileSync(join(outdir, 'construct-metadata.json'), 'utf8')) as { resources: Record<string, { path: string }> }).resources;
    const found: ValidationViolation[] = [];
    const logged: string[] = [];
    const submitted: unknown[] = [];
    await new SonataFlowValidation(properties).validate({
      metadata,
      manifests: readdirSync(outdir).filter((name) => name.endsWith('.yaml')).sort().map((name) => join(outdir, name)),
      logger: { log: (message) => { logged.push(message); } },
      report: { addViolation: (violation) => { found.push(violation); }, submit: (...report) => { submitted.push(report); } },
    });
    // As cdk8s-cli finds it.
    const paths = found.flatMap(({ ruleName, violatingResources }) => violatingResources.map(({ resourceName }) => `${ruleName} ${metadata[resourceName]?.path}`));
    return { paths, found, logged, submitted };
  }

  const events = { events: [{ name: 'paid', type: 'paid', kind: 'consumed', source: 's' }], states: [{ name: 'W', type: 'event', onEvents: [{ eventRefs: ['paid'], actions: [] }], end: true }] };

  function tenant(app: App, namespace: string): Chart {
    const chart = new Chart(app, namespace, { namespace });
    new WorkflowConstruct(new SonataFlowPlatformConstruct(chart, 'Orders'), 'Refund', { definition: definition('refund', events) });
    return chart;
  }

  test('a name that stands in several namespaces has the right path', async () => {
    const { paths } = await validateApp((app) => { for (const namespace of ['a', 'b', 'c']) tenant(app, namespace); });
    expect(paths).toEqual(['a', 'b', 'c'].map((chart) => `SF-EVENT-NO-BROKER ${chart}/Orders/Refund/Resource`));
  });

  test('from the fourth of a rule on it is one violation', async () => {
    const { found } = await validateApp((app) => { for (const namespace of ['a', 'b', 'c', 'd', 'e']) tenant(app, namespace); });
    expect(found).toHaveLength(1);
    expect(found[0].recommendation).toMatch(/^×5, the first of them: warning: given /);
    expect(found[0].violatingResources).toHaveLength(3);
  });

  test('the operator of the app is the operator, and properties of the plugin come before it', async () => {
    const make = (app: App) => {
      const chart = new Chart(app, 'a', { namespace: 'a' });
      const platform = new SonataFlowPlatformConstruct(chart, 'P', { operatorVersion: OperatorVersion.KUBESMARTS_1_X });
      new WorkflowConstruct(platform, 'W', { definition: definition(), podTemplate: { replicas: 2, podDisruptionBudget: PodDisruptionBudget.minAvailable(kplus.k8s.IntOrString.fromNumber(1)) } });
    };
    expect(await validateApp(make)).toMatchObject({ paths: [], submitted: [['success', { operator: '1.x' }]] });
    expect(await validateApp(make, { operator: '10.1.0' })).toMatchObject({ paths: ['SF-SCHEMA a/P/W/Resource'], submitted: [['failure', { operator: '10.1.0' }]] });
  });

  test('a platform and a cluster platform that are managed elsewhere are known, and not judged', async () => {
    const { paths, logged } = await validateApp((app) => {
      const chart = new Chart(app, 'a', { namespace: 'a' });
      const platform = SonataFlowPlatformConstruct.fromPlatformName(chart, 'Hub', 'hub', { namespace: 'hub', jobsService: true, broker: Destination.broker('bus') });
      SonataFlowClusterPlatformConstruct.fromName(chart, 'Cluster', 'cluster', { platform });
      SonataFlowPlatformConstruct.fromPlatformName(chart, 'Local', 'local');
      new WorkflowConstruct(chart, 'W', { definition: definition('waits', events) });
    });
    expect([paths, logged]).toEqual([[], []]);
  });
});

test('of a name that is there twice nobody guesses the path', async () => {
  const metadata: Record<string, { path: string }> = { two: { path: 'chart/Last' } };
  writeFileSync(file, [PLATFORM, workflow('two', '  replicas: 1\n'), workflow('two', '').replace('namespace: orders', 'namespace: other')].join('---\n'));
  const names: string[] = [];
  await new SonataFlowValidation().validate({
    metadata,
    manifests: [file],
    logger: { log: () => undefined },
    report: { addViolation: ({ violatingResources: [{ resourceName }] }) => { names.push(resourceName); }, submit: () => undefined },
  });
  expect(names).toContain('SonataFlow orders/two');
  expect(Object.keys(metadata)).toEqual(['two']);
});
