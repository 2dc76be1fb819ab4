import { ApiObject, Chart, JsonPatch, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  ApplicationProperties, DataIndexConstruct, JobsServiceConstruct, Rendering, ServicePersistence, SonataFlowPlatformConstruct,
  SonataFlowPlatformConstructProps, SonataFlowTesting, WorkflowConstruct, WorkflowProfile,
} from '../../src';
import { definition, messageOf, postgres, testChart } from '../support';

const IMAGE = { podTemplate: { container: { image: 'example.org/greet:1' } } };

function rendered(chart: Chart, props: SonataFlowPlatformConstructProps = {}): SonataFlowPlatformConstruct {
  return new SonataFlowPlatformConstruct(chart, 'P', { rendering: Rendering.kubernetesObjects(), ...props });
}

const names = (chart: Chart) => (Testing.synth(chart) as Array<{ kind: string; metadata: { name: string } }>).map(({ kind, metadata }) => `${kind} ${metadata.name}`);
const JOBS = ['ConfigMap', 'Deployment', 'Service'].map((kind) => `${kind} sonataflow-platform-jobs-service${kind === 'ConfigMap' ? '-props' : ''}`);
const GREET = ['ConfigMap greet-props', 'ConfigMap greet-managed-props', 'Deployment greet', 'Service greet'];

test('one property changes what is written', () => {
  const chart = testChart('orders');
  const platform = rendered(chart);
  new JobsServiceConstruct(platform, 'J');
  new WorkflowConstruct(platform, 'W', { definition: definition(), ...IMAGE });
  expect(names(chart).sort()).toEqual([...JOBS, ...GREET].sort());
});

test('the set of objects follows later wiring, in each synthesis', () => {
  const chart = testChart('orders');
  const platform = rendered(chart);
  const workflow = new WorkflowConstruct(platform, 'W', { definition: definition(), ...IMAGE });
  expect(names(chart)).toEqual(GREET);
  new JobsServiceConstruct(platform, 'J');
  expect(names(chart).sort()).toEqual([...JOBS, ...GREET].sort());
  const managed = SonataFlowTesting.objectNamed(chart, 'ConfigMap', 'greet-managed-props') as { data: Record<string, string> };
  expect(managed.data['application-prod.properties']).toContain('kogito.jobs-service.url = http://sonataflow-platform-jobs-service.orders\n');
  platform.node.tryRemoveChild('J');
  expect(names(chart)).toEqual(GREET);
  workflow.node.scope!.node.tryRemoveChild('W');
  expect(names(chart)).toEqual([]);
});

test('the platform may come after the workflow', () => {
  const chart = testChart('orders');
  new WorkflowConstruct(chart, 'W', { definition: definition(), ...IMAGE });
  expect(names(chart)).toEqual(['SonataFlow greet']);
  rendered(chart);
  expect(names(chart)).toEqual(GREET);
});

test('two syntheses give the same, also for what depends on a platform', () => {
  const synthesize = (times: number) => {
    const chart = testChart('orders');
    const other = new ApiObject(chart, 'Before', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'dependant' } });
    const platform = rendered(chart);
    new JobsServiceConstruct(platform, 'J');
    other.addDependency(platform);
    return Array.from({ length: times }, () => names(chart));
  };
  const [first, second] = synthesize(2);
  expect(second).toEqual(first);
  expect(first.at(-1)).toBe('ConfigMap dependant');
});

describe('dependencies', () => {
  const configMap = (chart: Chart) => new ApiObject(chart, 'Before', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'before' } });

  test.each<[string, (workflow: WorkflowConstruct, needed: ApiObject) => void]>([
    ['of a workflow', (workflow, needed) => workflow.node.addDependency(needed)],
    ['of its custom resource', (workflow, needed) => ApiObject.of(workflow).addDependency(needed)],
  ])('%s are those of its objects, in the first synthesis too', (_what, depend) => {
    const chart = testChart('orders');
    const workflow = new WorkflowConstruct(rendered(chart), 'W', { definition: definition(), ...IMAGE });
    depend(workflow, configMap(chart));
    expect(names(chart)).toEqual(['ConfigMap before', ...GREET]);
    expect(names(chart)).toEqual(['ConfigMap before', ...GREET]);
  });

  test('in a circle are told', () => {
    const chart = testChart('orders');
    const platform = rendered(chart);
    const [one, other] = ['one', 'other'].map((id) => new WorkflowConstruct(platform, id, { definition: definition(id), ...IMAGE }));
    one!.node.addDependency(other!);
    other!.node.addDependency(one!);
    expect(() => Testing.synth(chart)).toThrow('Dependency cycle detected');
  });

  test.each([Rendering.kubernetesObjects(), Rendering.customResources()])('on a service are on what is written for it (%#)', (rendering) => {
    const chart = testChart('orders');
    const behind = configMap(chart);
    const platform = rendered(chart, { rendering });
    const jobs = new JobsServiceConstruct(platform, 'J');
    behind.node.addDependency(jobs);
    const workflow = new WorkflowConstruct(platform, 'W', { definition: definition(), ...IMAGE });
    workflow.node.addDependency(jobs);
    const written = names(chart);
    const last = rendering._kubernetesObjects ? JOBS.length - 1 : written.indexOf('SonataFlowPlatform sonataflow-platform');
    expect(written.indexOf('ConfigMap before')).toBeGreaterThan(last);
    expect(names(chart)).toEqual(written);
  });
});

test('a patch on the custom resource takes effect on what is rendered', () => {
  const chart = testChart('orders');
  const platform = rendered(chart);
  const workflow = new WorkflowConstruct(platform, 'W', { definition: definition(), ...IMAGE });
  ApiObject.of(workflow).addJsonPatch(JsonPatch.add('/spec/podTemplate/replicas', 3));
  ApiObject.of(platform).addJsonPatch(JsonPatch.add('/spec/services', { dataIndex: {} }));
  expect(SonataFlowTesting.objectNamed(chart, 'Deployment', 'greet').spec).toMatchObject({ replicas: 3 });
  expect(names(chart)).toContain('Deployment sonataflow-platform-data-index-service');
});

test('a patch on a rendered object stays while the object does, nulls and odd keys included', () => {
  const chart = testChart('orders');
  const platform = rendered(chart);
  const jobs = new JobsServiceConstruct(platform, 'J');
  const deployment = jobs.objects.find(({ kind }) => kind === 'Deployment')!;
  deployment.addJsonPatch(JsonPatch.add('/metadata/annotations', { constructor: 'mine' }));
  new DataIndexConstruct(platform, 'D');
  expect(SonataFlowTesting.objectNamed(chart, 'Deployment', 'sonataflow-platform-jobs-service').metadata)
    .toMatchObject({ annotations: { constructor: 'mine' } });
});

test('objects are found by service', () => {
  const chart = testChart('orders');
  const platform = rendered(chart);
  const jobs = new JobsServiceConstruct(platform, 'J');
  const dataIndex = new DataIndexConstruct(platform, 'D');
  expect(jobs.objects.map(({ kind }) => kind).sort()).toEqual(['ConfigMap', 'Deployment', 'Service']);
  expect(dataIndex.objects.map(({ name }) => name)).toContain('sonataflow-platform-data-index-service');
  expect(platform.objects).toHaveLength(6);
});

test('where custom resources are written there are no objects', () => {
  const platform = new SonataFlowPlatformConstruct(testChart('orders'), 'P');
  const jobs = new JobsServiceConstruct(platform, 'J');
  expect([jobs.objects, platform.objects, new WorkflowConstruct(platform, 'W', { definition: definition() }).objects]).toEqual([[], [], []]);
});

test('labels of the chart are the custom resource\'s, and go where the operator puts those', () => {
  const chart = new Chart(Testing.app(), 'c', { namespace: 'orders', labels: { team: 'loans' } });
  const platform = rendered(chart);
  new JobsServiceConstruct(platform, 'J');
  new WorkflowConstruct(platform, 'W', { definition: definition(), ...IMAGE });
  const labels = (kind: string, name: string) => (SonataFlowTesting.objectNamed(chart, kind, name).metadata as { labels?: object }).labels;
  expect(labels('ConfigMap', 'greet-managed-props')).toEqual({ team: 'loans' });
  expect(labels('Deployment', 'sonataflow-platform-jobs-service')).toHaveProperty('team', 'loans');
});

test('the properties of the user stay, and other objects of the app are seen', () => {
  const chart = testChart('orders');
  const platform = rendered(chart);
  new kplus.Service(chart, 'Billing', { metadata: { name: 'billing' }, ports: [{ port: 8081 }] });
  new WorkflowConstruct(platform, 'W', {
    definition: definition(), applicationProperties: ApplicationProperties.fromString('a.url=${kubernetes:services.v1/billing}\n'), ...IMAGE,
  });
  expect(names(chart).filter((name) => name === 'ConfigMap greet-props')).toHaveLength(1);
  const managed = SonataFlowTesting.objectNamed(chart, 'ConfigMap', 'greet-managed-props') as { data: Record<string, string> };
  expect(managed.data['application-prod.properties']).toContain('a.url = http://billing.orders.svc:8081\n');
});

test('a service can do without the platform\'s database', () => {
  const chart = testChart('orders');
  const platform = rendered(chart, { persistence: postgres(chart) });
  new DataIndexConstruct(platform, 'D');
  new JobsServiceConstruct(platform, 'J', { persistence: ServicePersistence.ephemeral() });
  const image = (name: string) => JSON.stringify(SonataFlowTesting.objectNamed(chart, 'Deployment', name).spec);
  expect(image('sonataflow-platform-jobs-service')).toContain('jobs-service-ephemeral:');
  expect(image('sonataflow-platform-jobs-service')).not.toContain('QUARKUS_DATASOURCE');
  expect(image('sonataflow-platform-data-index-service')).toContain('data-index-postgresql:');
});

test('corrections are what a user gets, and can be switched off', () => {
  const annotations = (corrections?: boolean) => {
    const chart = testChart('orders');
    new JobsServiceConstruct(rendered(chart, { rendering: Rendering.kubernetesObjects({ corrections }) }), 'J');
    const spec = SonataFlowTesting.objectNamed(chart, 'Deployment', 'sonataflow-platform-jobs-service').spec as { template: { metadata: { annotations?: object } } };
    return Object.keys(spec.template.metadata.annotations ?? {});
  };
  expect(annotations()).toEqual(['sonataflow.org/checksum-config']);
  expect(annotations(false)).toEqual([]);
});

describe('mistakes', () => {
  test('no namespace', () => {
    const chart = testChart();
    const platform = rendered(chart);
    new WorkflowConstruct(platform, 'W', { definition: definition(), ...IMAGE });
    const message = messageOf(() => Testing.synth(chart));
    expect(message).toContain('[chart/P] SF-NAMESPACE-MISSING');
    expect(message).toContain('[chart/P/W] SF-NAMESPACE-MISSING');
  });

  test('a preview workflow that nobody builds', () => {
    const chart = testChart('orders');
    const workflow = new WorkflowConstruct(rendered(chart), 'W', { definition: definition(), profile: WorkflowProfile.PREVIEW });
    expect(workflow.findings.map(({ rule }) => rule)).toEqual(['SF-IMAGE-MISSING']);
  });

  test('a custom resource that the API server refuses is told about, and nothing else breaks', () => {
    const chart = testChart('orders');
    const platform = rendered(chart);
    new WorkflowConstruct(platform, 'W', { definition: definition(), ...IMAGE });
    ApiObject.of(platform).addJsonPatch(JsonPatch.add('/spec/services', 5), JsonPatch.add('/spec/persistence', 'none'));
    const message = messageOf(() => Testing.synth(chart));
    expect(message).toContain('SF-SCHEMA: spec.services: given 5');
    expect(message).toContain('SF-SCHEMA: spec.persistence: given a string');
  });
});
