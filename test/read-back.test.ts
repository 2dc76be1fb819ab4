import { Chart, Duration } from 'cdk8s';
import { IConstruct } from 'constructs';
import { constructProps } from './public-structs';
import { credentials, definition, postgres, projectDirectory, testChart } from './support';
import {
  ApplicationProperties, ClusterPlatformCapabilities, DataIndexConstruct, DataIndexConstructProps, DbMigrationStrategy, Destination,
  InheritedPersistence, ISupportingService, JobsServiceConstruct, JobsServiceConstructProps, OperatorVersion, PropertyValue, Rendering,
  ServicePersistence, SonataFlowClusterPlatformConstruct, SonataFlowClusterPlatformConstructProps, SonataFlowPlatformConstruct,
  SonataFlowPlatformConstructProps, WorkflowConstruct, WorkflowConstructProps, WorkflowPersistence, WorkflowProfile, WorkflowProject,
  WorkflowResources,
} from '../src';

/** What is not read as it was given: metadata, which is where cdk8s has it (`apiObject.metadata`), and what stands in place of another prop. */
const OTHERWISE = ['metadata', 'project'] as const;

type Readable<Props> = Required<Omit<Props, typeof OTHERWISE[number]>>;

const chart = testChart('orders');
const platformChart = new Chart(chart, 'platform', { namespace: 'orders' });
const { secret } = credentials(chart);
const bus = Destination.broker('bus');
const service = { enabled: false, persistence: ServicePersistence.fromPlatform({ dbMigrationStrategy: DbMigrationStrategy.JOB }), source: bus };

const platformProps: Readable<SonataFlowPlatformConstructProps> = {
  persistence: postgres(chart),
  inheritedPersistence: InheritedPersistence.ABSENT,
  broker: bus,
  properties: { 'acme.region': PropertyValue.fromText('eu'), 'acme.token': PropertyValue.fromSecret(secret, 'token') },
  flywayEnabled: true,
  monitoring: true,
  buildConfig: { timeout: Duration.minutes(10) },
  buildTemplate: { arguments: ['-v'] },
  devModeBaseImage: 'example.org/dev:1',
  operatorVersion: OperatorVersion.KUBESMARTS_1_X,
  rendering: Rendering.kubernetesObjects(),
  clusterFacts: { knative: false },
};
const platform = new SonataFlowPlatformConstruct(platformChart, 'Platform', platformProps);

const jobsServiceProps: Readable<JobsServiceConstructProps> = {
  ...service, platform, podTemplate: { replicas: 0 }, sink: Destination.service('audit'),
};
const dataIndexProps: Readable<DataIndexConstructProps> = { ...service, platform, podTemplate: { replicas: 2 } };
const clusterPlatformProps: Readable<SonataFlowClusterPlatformConstructProps> = { platform, capabilities: ClusterPlatformCapabilities.none() };
const workflowProps: Readable<WorkflowConstructProps> = {
  definition: definition(),
  platform,
  profile: WorkflowProfile.GITOPS,
  podTemplate: { replicas: 3, container: { image: 'example.org/greet:1' } },
  persistence: WorkflowPersistence.ephemeral(),
  applicationProperties: ApplicationProperties.fromString('a=b'),
  resources: [WorkflowResources.fromString('a.json', '{}')],
  secretProperties: { 'acme.token': { secret, key: 'token' } },
  sink: bus,
  sources: [{ eventType: 'order.lost', destination: bus }, { eventType: 'order.paid', destination: Destination.broker('paid') }],
};

const GIVEN: Record<string, [construct: IConstruct, props: object]> = {
  SonataFlowPlatformConstructProps: [platform, platformProps],
  JobsServiceConstructProps: [new JobsServiceConstruct(chart, 'JobsService', jobsServiceProps), jobsServiceProps],
  DataIndexConstructProps: [new DataIndexConstruct(chart, 'DataIndex', dataIndexProps), dataIndexProps],
  SonataFlowClusterPlatformConstructProps: [new SonataFlowClusterPlatformConstruct(chart, 'Cluster', clusterPlatformProps), clusterPlatformProps],
  WorkflowConstructProps: [new WorkflowConstruct(chart, 'Greet', workflowProps), workflowProps],
};

const read = (construct: object, prop: string) => (construct as Record<string, unknown>)[prop];

test('every prop of every construct is here', () => {
  const here = Object.fromEntries(Object.entries(GIVEN).map(([struct, [, props]]) => [struct, Object.keys(props).sort()]));
  const all = Object.entries(constructProps()).map(([struct, props]) => [struct, props.filter((prop) => !OTHERWISE.some((other) => other === prop))]);
  expect(here).toEqual(Object.fromEntries(all));
});

describe.each(Object.entries(GIVEN))('%s', (_struct, [construct, props]) => {
  test.each(Object.entries(props))('%s is read as it was given', (prop, value) => expect(read(construct, prop)).toEqual(value));
});

test('a project is read as it was given, and by its parts', () => {
  const project = WorkflowProject.fromDirectory(projectDirectory({ 'application.properties': 'a=b', 'specs/pay.yaml': 'openapi: 3.0.3' }));
  const workflow = new WorkflowConstruct(testChart('orders'), 'W', { project });
  expect([workflow.project, workflow.profile]).toEqual([project, WorkflowProfile.PREVIEW]);
  expect([workflow.definition, workflow.applicationProperties, workflow.resources])
    .toEqual([project.definition, project.applicationProperties, project.resources]);
});

test.each<[IConstruct, string, (collection: never) => void]>([
  [platform, 'properties', (properties: Record<string, PropertyValue>) => { properties.other = PropertyValue.fromText('x'); }],
  [GIVEN.WorkflowConstructProps[0], 'secretProperties', (properties: object) => { delete (properties as Record<string, unknown>)['acme.token']; }],
  [GIVEN.WorkflowConstructProps[0], 'sources', (sources: unknown[]) => { sources.pop(); }],
  [GIVEN.WorkflowConstructProps[0], 'resources', (resources: unknown[]) => { resources.pop(); }],
])('%s: whoever changes its %s changes a copy', (construct, prop, change) => {
  const collection = read(construct, prop) as object;
  const before = Array.isArray(collection) ? [...collection] : { ...collection };
  change(read(construct, prop) as never);
  expect(read(construct, prop)).toEqual(before);
});

test('what is added later is read too', () => {
  const scope = testChart('orders');
  const given = new SonataFlowPlatformConstruct(scope, 'P');
  const text = PropertyValue.fromText('eu');
  given.addProperty('acme.region', text);
  const workflow = new WorkflowConstruct(given, 'W', { definition: definition() });
  const files = [WorkflowResources.fromString('a.json', '{}'), WorkflowResources.fromString('b.json', '{}')];
  workflow.addResources(...files);
  workflow.addSource('order.paid', bus);
  workflow.addSecretProperty('acme.token', { secret, key: 'token' });
  expect(given.properties).toEqual({ 'acme.region': text });
  expect([workflow.resources, workflow.sources, workflow.secretProperties])
    .toEqual([files, [{ eventType: 'order.paid', destination: bus }], { 'acme.token': { secret, key: 'token' } }]);
});

test('what was not given is read as its default', () => {
  const scope = testChart('orders');
  const given = new SonataFlowPlatformConstruct(scope, 'P');
  const services: ISupportingService[] = [new JobsServiceConstruct(given, 'J'), new DataIndexConstruct(given, 'D')];
  const workflow = new WorkflowConstruct(scope, 'W', { definition: definition() });
  expect([given.persistence, given.broker, given.monitoring, given.properties]).toEqual([undefined, undefined, undefined, {}]);
  for (const { enabled, persistence, platform: itsPlatform } of services) {
    expect([enabled, persistence, itsPlatform]).toEqual([undefined, ServicePersistence.fromPlatform(), given]);
  }
  expect(workflow.persistence).toEqual(WorkflowPersistence.fromPlatform());
  expect([workflow.profile, workflow.effectiveProfile]).toEqual([undefined, WorkflowProfile.PREVIEW]);
  expect([workflow.platform, workflow.resources, workflow.sources, workflow.secretProperties]).toEqual([given, [], [], {}]);
  expect(new WorkflowConstruct(testChart('alone'), 'W', { definition: definition() }).platform).toBeUndefined();
});
