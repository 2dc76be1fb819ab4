import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, Chart, Helm, Include, JsonPatch, Lazy, Testing, Yaml } from 'cdk8s';
import { Construct } from 'constructs';
import {
  Checks, OperatorVersion, PersistenceSource, Rendering, SonataFlowClusterPlatformConstruct, SonataFlowPlatformConstruct, SonataFlowTesting,
  WorkflowConstruct,
} from '../../src';
import { definition, messageOf, testChart } from '../support';

const PLATFORM = {
  apiVersion: 'sonataflow.org/v1alpha08',
  kind: 'SonataFlowPlatform',
  metadata: { name: 'hub' },
  spec: {
    services: { jobService: {}, dataIndex: {} },
    persistence: { postgresql: { secretRef: { name: 'login' }, serviceRef: { name: 'postgres' } } },
    properties: { flow: [{ name: 'region', value: 'eu' }] },
  },
};

const WORKFLOW = {
  apiVersion: 'sonataflow.org/v1alpha08',
  kind: 'SonataFlow',
  metadata: { name: 'refund', annotations: { 'sonataflow.org/profile': 'gitops' } },
  spec: {
    podTemplate: { container: { image: 'example.org/refund:1' } },
    flow: { start: 'Wait', events: [{ name: 'paid', type: 'paid', source: 'x', kind: 'consumed' }], states: [{ name: 'Wait', type: 'event', onEvents: [{ eventRefs: ['paid'], actions: [] }], end: true }] },
  },
};

/** What `cdk8s import` generates for a custom resource, as far as it matters. */
class Imported extends ApiObject {
  public constructor(scope: Construct, id: string, private readonly content: typeof PLATFORM) {
    super(scope, id, { apiVersion: content.apiVersion, kind: content.kind, metadata: content.metadata });
  }

  public override toJson(): unknown {
    return { ...super.toJson() as object, spec: this.content.spec };
  }
}

let folder: string;

beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'included-')); });

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file, for `Include`. */
function file(name: string, ...objects: object[]): string {
  const path = join(folder, name);
  writeFileSync(path, Yaml.stringify(...objects));
  return path;
}

/** In place of Helm: whatever the chart is, it has these objects. */
function helm(...objects: object[]): string {
  const path = join(folder, 'helm');
  writeFileSync(path, `#!/bin/sh\ncat '${file('of-helm.yaml', ...objects)}'\n`);
  chmodSync(path, 0o755);
  return path;
}

type Way = (chart: Chart, object: typeof PLATFORM) => void;

/** All ways in which a custom resource comes without a construct of the library. */
const WAYS: ReadonlyArray<[string, Way]> = [
  ['Include', (chart, object) => { new Include(chart, 'Given', { url: file('included.yaml', object) }); }],
  ['Helm', (chart, object) => { new Helm(chart, 'Given', { chart: 'any', helmExecutable: helm(object) }); }],
  ['ApiObject', (chart, object) => { new ApiObject(chart, 'Given', object); }],
  ['a class of cdk8s import', (chart, object) => { new Imported(chart, 'Given', object); }],
];

const rules = (scope: Construct) => SonataFlowTesting.findings(scope).map(({ rule }) => rule);

describe.each(WAYS)('by %s', (_way, include) => {
  test('a platform stands for its object where a construct is asked for', () => {
    const chart = testChart('orders');
    const workflow = new WorkflowConstruct(chart, 'A', { definition: definition() });
    include(chart, { ...PLATFORM, spec: { services: { jobService: {} } } } as typeof PLATFORM);
    workflow.node.addDependency(workflow.platform!);
    Checks.acknowledge(workflow.platform!, 'SF-SERVICE-EPHEMERAL', 'known');
    const findings = SonataFlowTesting.findings(chart).filter(({ rule }) => /EPHEMERAL|UNUSED/.test(rule));
    expect(findings.map(({ rule, fix }) => [rule, fix])).toEqual([['SF-SERVICE-EPHEMERAL', 'acknowledged: known']]);
    expect((Testing.synth(chart) as Array<{ kind: string }>).map(({ kind }) => kind)).toEqual(['SonataFlowPlatform', 'SonataFlow']);
  });

  test('a platform is the platform of its namespace', () => {
    const chart = testChart('orders');
    const workflow = new WorkflowConstruct(chart, 'W', { definition: definition() });
    include(chart, PLATFORM);
    expect(workflow.platform).toMatchObject({ platformName: 'hub', platformNamespace: 'orders', jobsServiceUrl: 'http://hub-jobs-service.orders' });
    expect(workflow.database).toMatchObject({ source: PersistenceSource.PLATFORM, databaseSchema: 'greet' });
    expect(workflow.managedProperties).toContainEqual(expect.objectContaining({ name: 'kogito.data-index.url', value: 'http://hub-data-index-service.orders' }));
    expect(workflow.effectiveProperties).toContainEqual(expect.objectContaining({ name: 'region', value: 'eu' }));
    expect(rules(chart)).not.toContain('SF-PLATFORM-NONE');
    const { spec } = SonataFlowTesting.objectNamed(chart, 'SonataFlow', 'greet') as { spec: { persistence: object } };
    expect(spec.persistence).toEqual({ postgresql: { secretRef: { name: 'login' }, serviceRef: { name: 'postgres', databaseSchema: 'greet' } } });
  });

  test('a second platform is found', () => {
    const chart = testChart('orders');
    new SonataFlowPlatformConstruct(chart, 'P');
    include(chart, PLATFORM);
    expect(messageOf(() => Testing.synth(chart))).toContain('SF-PLATFORM-TWO');
  });

  test('a workflow is judged', () => {
    const chart = testChart('orders');
    new SonataFlowPlatformConstruct(chart, 'P');
    include(chart, WORKFLOW as unknown as typeof PLATFORM);
    expect(SonataFlowTesting.findings(chart)).toContainEqual(expect.objectContaining({ rule: 'SF-EVENT-NO-BROKER', where: expect.stringContaining('chart/Given') }));
    Checks.strict(chart);
    expect(messageOf(() => Testing.synth(chart))).toMatch(/\[chart\/Given[^\]]*\] SF-EVENT-NO-BROKER/);
    for (const rule of ['SF-EVENT-NO-BROKER', 'SF-PLATFORM-NONE']) Checks.acknowledge(chart, rule, 'a broker is made elsewhere');
    expect(Testing.synth(chart)).toHaveLength(2);
  });

  test('what the API server refuses stops the synth', () => {
    const chart = testChart('orders');
    new SonataFlowPlatformConstruct(chart, 'P');
    include(chart, { ...WORKFLOW, spec: { ...WORKFLOW.spec, sink: 5 } } as unknown as typeof PLATFORM);
    expect(messageOf(() => Testing.synth(chart))).toMatch(/\[chart\/Given[^\]]*\] SF-SCHEMA: spec\.sink: given a number/);
  });
});

test('a cluster platform of others is the one that there is', () => {
  const chart = testChart('hub');
  new ApiObject(chart, 'Hub', PLATFORM);
  new ApiObject(chart, 'Cluster', {
    apiVersion: 'sonataflow.org/v1alpha08', kind: 'SonataFlowClusterPlatform', metadata: { name: 'cluster' }, spec: { platformRef: { name: 'hub', namespace: 'hub' } },
  });
  const orders = new Chart(chart.node.root as Construct, 'orders', { namespace: 'orders' });
  new SonataFlowPlatformConstruct(orders, 'P');
  const workflow = new WorkflowConstruct(orders, 'W', { definition: definition() });
  expect(workflow.managedProperties).toContainEqual(expect.objectContaining({ name: 'kogito.jobs-service.url', value: 'http://hub-jobs-service.hub' }));
});

test('a platform of others can be given to what wants one', () => {
  const chart = testChart('hub');
  new ApiObject(chart, 'Hub', PLATFORM);
  const { platform } = new WorkflowConstruct(chart, 'W', { definition: definition() });
  new WorkflowConstruct(chart, 'Given', { definition: definition('given'), platform });
  new SonataFlowClusterPlatformConstruct(chart, 'Cluster', { platform: platform! });
  expect(rules(chart)).not.toContain('SF-PLATFORM-UNKNOWN');
  expect(Testing.synth(chart)).toHaveLength(4);
});

test('a patch, a label, a Lazy and the removal of what is included are seen', () => {
  const chart = testChart('orders');
  const workflow = new WorkflowConstruct(chart, 'W', { definition: definition() });
  let region = 'eu';
  const object = new ApiObject(chart, 'Given', {
    ...PLATFORM, spec: { properties: { flow: [{ name: 'region', value: Lazy.any({ produce: () => region }) }] } },
  });
  const facts = () => [workflow.effectiveProperties.find(({ name }) => name === 'region')?.value, workflow.platform?.jobsServiceUrl, workflow.database?.databaseSchema];
  expect(facts()).toEqual(['eu', undefined, undefined]);
  Testing.synth(chart);
  region = 'us';
  expect(facts()).toEqual(['us', undefined, undefined]);
  Testing.synth(chart);
  object.addJsonPatch(JsonPatch.add('/spec/services', { jobService: {} }), JsonPatch.add('/spec/persistence', PLATFORM.spec.persistence));
  expect(facts()).toEqual(['us', 'http://hub-jobs-service.orders', 'greet']);
  Testing.synth(chart);
  chart.node.tryRemoveChild('Given');
  expect(facts()).toEqual([undefined, undefined, undefined]);
  expect(rules(chart)).toContain('SF-PLATFORM-NONE');
});

test('the operator is that of the app', () => {
  const chart = testChart('orders');
  new SonataFlowPlatformConstruct(chart, 'P', { operatorVersion: OperatorVersion.KUBESMARTS_1_X });
  const other = new Chart(chart.node.root as Construct, 'other', { namespace: 'other' });
  new ApiObject(other, 'Given', { ...WORKFLOW, spec: { ...WORKFLOW.spec, podTemplate: { ...WORKFLOW.spec.podTemplate, podDisruptionBudget: { minAvailable: 1 } } } });
  expect(rules(other)).not.toContain('SF-SCHEMA');
});

test('what others wrote stays as it is, whatever a platform renders', () => {
  const chart = testChart('orders');
  new SonataFlowPlatformConstruct(chart, 'P', { rendering: Rendering.kubernetesObjects() });
  new ApiObject(chart, 'Given', WORKFLOW);
  expect((Testing.synth(chart) as ApiObject[]).map(({ kind }) => kind)).toEqual(['SonataFlow']);
});

describe('what is acknowledged of a custom resource of somebody else', () => {
  const briefly = (chart: Chart) => SonataFlowTesting.findings(chart).map(({ severity, rule }) => `${severity} ${rule}`);
  const annotated = (annotations: Record<string, string>) => {
    const { metadata } = WORKFLOW;
    return { ...WORKFLOW, metadata: { ...metadata, annotations: { ...metadata.annotations, ...annotations } } };
  };

  test('may stand in its annotations', () => {
    const chart = testChart('orders');
    new ApiObject(chart, 'W', annotated({ 'acknowledge.cdk8s-sonataflow/SF-PLATFORM-NONE': 'managed elsewhere' }));
    expect(briefly(chart)).toContain('information SF-PLATFORM-NONE');
  });

  test('has to be a rule', () => {
    const chart = testChart('orders');
    new ApiObject(chart, 'W', annotated({ 'acknowledge.cdk8s-sonataflow/SF-NOPE': 'managed elsewhere' }));
    expect(briefly(chart)).toContain('error SF-ACKNOWLEDGE');
  });

  test('is written where it is said in code', () => {
    const chart = testChart('orders');
    new WorkflowConstruct(chart, 'Own', { definition: definition() });
    Checks.acknowledge(new ApiObject(chart, 'W', WORKFLOW), 'SF-PLATFORM-NONE', 'managed elsewhere');
    expect(SonataFlowTesting.objectNamed(chart, 'SonataFlow', 'refund').metadata.annotations)
      .toMatchObject({ 'acknowledge.cdk8s-sonataflow/SF-PLATFORM-NONE': 'managed elsewhere' });
  });

  test('is told where nothing of it is found', () => {
    const chart = testChart('orders');
    const object = new ApiObject(chart, 'W', WORKFLOW);
    const elsewhere = SonataFlowPlatformConstruct.fromPlatformName(chart, 'P', 'hub');
    const cluster = SonataFlowClusterPlatformConstruct.fromName(chart, 'C', 'shared', { platform: elsewhere });
    for (const construct of [object, elsewhere, cluster]) Checks.acknowledge(construct, 'SF-PG-SCHEMA-CASE', 'managed elsewhere');
    expect(briefly(chart).filter((line) => line === 'information SF-ACKNOWLEDGE-UNUSED')).toHaveLength(3);
  });
});
