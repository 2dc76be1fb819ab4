import { Chart, Duration, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { CONTAINER_SAMPLE, POD_SAMPLE } from './pod-samples';
import { inputProperties } from './public-structs';
import { CERTIFICATE, credentials, definition, postgres, projectDirectory, testChart } from './support';
import {
  ApplicationProperties, BuildConfigOptions, BuildStrategy, BuildTemplateOptions, ClusterFacts, ClusterPlatformCapabilities,
  CustomOperatorOptions, DataIndexConstruct, DbMigrationStrategy, DeploymentModel, Destination, EventSource, ExternalPlatformOptions,
  InheritedPersistence, JobsServiceConstruct, JobsServiceConstructProps, OperatorVersion, PostgreSql, PostgreSqlServiceOptions, PropertyValue,
  Rendering, ServicePersistence, ServicePersistenceOptions, SonataFlowClusterPlatformConstruct, SonataFlowClusterPlatformConstructProps,
  SonataFlowPlatformConstruct, SonataFlowPlatformConstructProps, WorkflowConstruct, WorkflowConstructProps, WorkflowPersistence,
  WorkflowPersistenceOptions, WorkflowPodTemplate, WorkflowProfile, WorkflowProject, WorkflowProjectOptions, WorkflowResources,
  WorkflowResourcesOptions,
} from '../src';
import { once, onceFor } from '../src/json/once';

interface Built {
  readonly platform: SonataFlowPlatformConstruct;
  readonly jobs: JobsServiceConstruct;
  readonly workflow: WorkflowConstruct;
}

/** What can be seen of an app: what is written, and what is computed and found. Many properties are compared with the same app. */
const seenOf = onceFor((build: (chart: Chart) => Built) => {
  const chart = testChart('orders');
  const { platform, jobs, workflow } = build(chart);
  return {
    written: JSON.stringify(synthesized(chart)),
    computed: once(() => {
      const { _behaviour: behaviour } = platform.operatorVersion;
      return JSON.stringify([jobs.properties, workflow.managedProperties, workflow.findings, platform.findings, behaviour]);
    }),
  };
});

/** What is computed takes as long as what is written, and is asked for only where the same is written. */
function isSeen(one: (chart: Chart) => Built, other: (chart: Chart) => Built): boolean {
  const [a, b] = [seenOf(one), seenOf(other)];
  return a.written !== b.written || a.computed() !== b.computed();
}

/** What is written, or why it cannot be. */
function synthesized(chart: Chart): unknown {
  try {
    return Testing.synth(chart);
  } catch (error) {
    return (error as Error).message;
  }
}

interface Parts {
  readonly platform?: SonataFlowPlatformConstructProps;
  readonly service?: JobsServiceConstructProps;
  readonly workflow?: Partial<WorkflowConstructProps>;
}

function app({ platform: platformProps, service, workflow }: Parts) {
  return (chart: Chart) => {
    const platform = new SonataFlowPlatformConstruct(chart, 'P', { persistence: postgres(chart), ...platformProps });
    return {
      platform,
      jobs: new JobsServiceConstruct(platform, 'J', service),
      workflow: new WorkflowConstruct(platform, 'W', { definition: definition(), ...workflow }),
    };
  };
}

const other = testChart('orders');
const database = (options: Partial<PostgreSqlServiceOptions>) => app({ platform: { persistence: PostgreSql.fromService({ name: 'postgres', credentials: credentials(other), ...options }) } });
const ownDatabase = (options: Partial<PostgreSqlServiceOptions>) => app({ service: { persistence: ServicePersistence.postgreSql(PostgreSql.fromService({ name: 'postgres', credentials: credentials(other), ...options })) } });
const operator = (options: CustomOperatorOptions) => app({ platform: { operatorVersion: OperatorVersion.custom(options) } });
const project = (options: WorkflowProjectOptions) => app({
  workflow: { definition: undefined, project: WorkflowProject.fromDirectory(projectDirectory({ 'secret.properties': 'a=b' }), options) },
});
const persistence = (options: ServicePersistenceOptions) => app({ service: { persistence: ServicePersistence.fromPlatform(options) } });
const workflowPersistence = (options: WorkflowPersistenceOptions) =>
  app({ workflow: { persistence: WorkflowPersistence.postgreSql(postgres(other), options) } });
/** To the letter, as nothing is refused there: some fields can only be wrong, and each one stands alone. */
const pods = (podTemplate: WorkflowPodTemplate) =>
  app({ platform: { operatorVersion: OperatorVersion.KUBESMARTS_1_X, rendering: TO_THE_LETTER }, workflow: { podTemplate } });
const image = (name: string) => operator({ images: { [name]: 'example.org/image:1' } });
const resource = (options: WorkflowResourcesOptions) => app({ workflow: { resources: [WorkflowResources.fromString('a.json', '{}', options)] } });
const plain = app({});

const TO_THE_LETTER = Rendering.kubernetesObjects({ corrections: false });
const BUS = Destination.broker('bus');
const OWN_IMAGE = { podTemplate: { container: { image: 'example.org/greet:1' } } };
const rendered = (clusterFacts: ClusterFacts, workflow: Partial<WorkflowConstructProps> = OWN_IMAGE) =>
  app({ platform: { clusterFacts, rendering: TO_THE_LETTER }, workflow });
const envs = (clusterFacts: ClusterFacts) => rendered(clusterFacts, { podTemplate: { container: { ...OWN_IMAGE.podTemplate.container, env: [{ name: 'a b' }] } } });
const scheduled = (clusterFacts: ClusterFacts) =>
  rendered(clusterFacts, { podTemplate: { ...OWN_IMAGE.podTemplate, deploymentModel: DeploymentModel.KNATIVE, nodeSelector: { a: 'b' } } });
const dev = (clusterFacts: ClusterFacts) => rendered(clusterFacts, { profile: WorkflowProfile.DEV });
const built = (clusterFacts: ClusterFacts) => rendered(clusterFacts, {});
/** With a broker and monitoring. */
const monitored = (clusterFacts: ClusterFacts) =>
  app({ platform: { clusterFacts, rendering: TO_THE_LETTER, broker: BUS, monitoring: true }, workflow: OWN_IMAGE });
const config = (buildConfig: BuildConfigOptions) => app({ platform: { buildConfig } });
const template = (buildTemplate: BuildTemplateOptions) => app({ platform: { buildTemplate } });
const clustered = (props: Partial<SonataFlowClusterPlatformConstructProps>) => (chart: Chart) => {
  const parts = plain(chart);
  new SonataFlowClusterPlatformConstruct(chart, 'C', { platform: parts.platform, ...props });
  return parts;
};
/** A workflow beside the usual ones, in a namespace whose platform is managed elsewhere. */
const external = (options: ExternalPlatformOptions) => (chart: Chart) => {
  const parts = plain(new Chart(chart, 'inner', { namespace: 'orders' }));
  const away = new Chart(chart, 'away', { namespace: 'away' });
  SonataFlowPlatformConstruct.fromPlatformName(away, 'P', 'hub', options);
  return { ...parts, workflow: new WorkflowConstruct(away, 'W', { definition: definition('far') }) };
};
const property = (value: PropertyValue) => app({ platform: { properties: { a: value } } });
const sink = (destination: Destination) => app({ workflow: { sink: destination } });
const from = (destination: Destination) => app({ service: { source: destination } });
const source = (options: Partial<EventSource>) =>
  app({ workflow: { sources: [{ eventType: 'a', destination: BUS, ...options }] } });

type Build = ReturnType<typeof app>;

/** An effect for each field of a struct, by a sample of all of them. */
function effects(struct: string, sample: object, build: (value: object) => Build): Record<string, [Build, Build]> {
  const without = build({});
  return Object.fromEntries(Object.entries(sample).map(([field, value]) => [`${struct}.${field}`, [without, build({ [field]: value })]]));
}

const BROKER = { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name: 'a' };

/** Two apps that differ in nothing but the property. */
const EFFECTS: Record<string, [Build, Build]> = {
  'ClusterFacts.openshift': [dev({ routeDomain: 'x.org' }), dev({ routeDomain: 'x.org', openshift: true })],
  'ClusterFacts.knative': [monitored({}), monitored({ knative: false })],
  'ClusterFacts.prometheus': [monitored({}), monitored({ prometheus: false })],
  'ClusterFacts.brokerClasses': [monitored({}), monitored({ brokerClasses: { 'orders/bus': 'Kafka' } })],
  'ClusterFacts.builtImage': [built({}), built({ builtImage: 'example.org/{name}:1' })],
  'ClusterFacts.routeDomain': [dev({ openshift: true }), dev({ openshift: true, routeDomain: 'x.org' })],
  'ClusterFacts.kubernetesVersion': [envs({}), envs({ kubernetesVersion: '1.32' })],
  'ClusterFacts.knativeFeatures': [scheduled({}), scheduled({ knativeFeatures: ['kubernetes.podspec-nodeselector'] })],
  'KubernetesObjectsOptions.corrections': [rendered({}), app({ platform: { rendering: Rendering.kubernetesObjects() }, workflow: OWN_IMAGE })],
  'SonataFlowClusterPlatformConstructProps.capabilities': [clustered({}), clustered({ capabilities: ClusterPlatformCapabilities.none() })],
  'SonataFlowClusterPlatformConstructProps.metadata': [clustered({}), clustered({ metadata: { name: 'all' } })],
  'SonataFlowClusterPlatformConstructProps.platform': [plain, clustered({})],
  'SonataFlowPlatformOptions.rendering': [plain, rendered({})],
  'SonataFlowPlatformOptions.clusterFacts': [dev({}), dev({ openshift: true })],
  ...effects('ContainerTemplate', CONTAINER_SAMPLE, (container) => pods({ container })),
  ...effects('PodTemplate', POD_SAMPLE, pods),
  // Of one pod none is made.
  'PodTemplate.podDisruptionBudget': [pods({ replicas: 2 }), pods({ replicas: 2, podDisruptionBudget: POD_SAMPLE.podDisruptionBudget })],
  'CustomOperatorOptions.base': [plain, operator({ base: OperatorVersion.KUBESMARTS_1_X })],
  'CustomOperatorOptions.registry': [plain, operator({ registry: 'example.org' })],
  'CustomOperatorOptions.tag': [plain, operator({ tag: '10.1.1' })],
  'CustomOperatorOptions.images': [plain, image('devMode')],
  'CustomOperatorOptions.groupedEventsCompressed': [plain, operator({ groupedEventsCompressed: true })],
  'CustomOperatorOptions.devModeFailureThreshold': [plain, operator({ devModeFailureThreshold: 3 })],
  'CustomOperatorOptions.persistenceExtensions': [plain, operator({ persistenceExtensions: ['a:b:1'] })],
  'BuildConfigOptions.baseImage': [plain, config({ baseImage: 'example.org/builder:1' })],
  'BuildConfigOptions.registry': [plain, config({ registry: { address: 'example.org' } })],
  'BuildConfigOptions.strategy': [plain, config({ strategy: BuildStrategy.PLATFORM })],
  'BuildConfigOptions.strategyOptions': [plain, config({ strategyOptions: { a: 'b' } })],
  'BuildConfigOptions.timeout': [plain, config({ timeout: Duration.minutes(1) })],
  'BuildRegistryOptions.address': [config({ registry: {} }), config({ registry: { address: 'example.org' } })],
  'BuildRegistryOptions.secret': [config({ registry: {} }), config({ registry: { secret: credentials(other).secret } })],
  'BuildRegistryOptions.insecure': [config({ registry: {} }), config({ registry: { insecure: true } })],
  'BuildRegistryOptions.ca': [config({ registry: {} }), config({ registry: { ca: 'ca' } })],
  'BuildRegistryOptions.organization': [config({ registry: {} }), config({ registry: { organization: 'acme' } })],
  'BuildTemplateOptions.timeout': [template({}), template({ timeout: Duration.minutes(1) })],
  'BuildTemplateOptions.resources': [template({}), template({ resources: { limits: { cpu: kplus.k8s.Quantity.fromNumber(1) } } })],
  'BuildTemplateOptions.arguments': [template({}), template({ arguments: ['a'] })],
  'BuildTemplateOptions.buildArgs': [template({}), template({ buildArgs: [{ name: 'a' }] })],
  'BuildTemplateOptions.envs': [template({}), template({ envs: [{ name: 'a' }] })],
  'PropertyKeyOptions.optional': [
    property(PropertyValue.fromSecret(credentials(other).secret, 'a')),
    property(PropertyValue.fromSecret(credentials(other).secret, 'a', { optional: true })),
  ],
  'SonataFlowPlatformOptions.properties': [plain, property(PropertyValue.fromText('b'))],
  'SonataFlowPlatformOptions.flywayEnabled': [plain, app({ platform: { flywayEnabled: true } })],
  'SonataFlowPlatformOptions.monitoring': [plain, app({ platform: { monitoring: true } })],
  'SonataFlowPlatformOptions.buildConfig': [plain, config({})],
  'SonataFlowPlatformOptions.buildTemplate': [plain, template({})],
  'SonataFlowPlatformOptions.devModeBaseImage': [plain, app({ platform: { devModeBaseImage: 'example.org/dev:1' } })],
  'ExternalPlatformOptions.namespace': [external({}), external({ namespace: 'elsewhere' })],
  'ExternalPlatformOptions.jobsService': [external({}), external({ jobsService: true })],
  'ExternalPlatformOptions.dataIndex': [external({}), external({ dataIndex: true })],
  'DestinationUriOptions.caCerts': [sink(Destination.uri('http://x.org')), sink(Destination.uri('http://x.org', { caCerts: CERTIFICATE }))],
  'DestinationUriOptions.audience': [sink(BUS), sink(Destination.broker('bus', { audience: 'a' }))],
  'DestinationOptions.uri': [sink(Destination.service('s')), sink(Destination.service('s', { uri: '/in' }))],
  'DestinationObjectOptions.namespace': [sink(BUS), sink(Destination.broker('bus', { namespace: 'events' }))],
  'DestinationRefOptions.kind': [from(Destination.ref({ kind: 'A', name: 'a' })), from(Destination.ref({ kind: 'B', name: 'a' }))],
  'DestinationRefOptions.name': [from(Destination.ref(BROKER)), from(Destination.ref({ ...BROKER, name: 'b' }))],
  'DestinationRefOptions.apiVersion': [from(Destination.ref(BROKER)), from(Destination.ref({ ...BROKER, apiVersion: 'v1' }))],
  'DestinationRefOptions.group': [from(Destination.ref(BROKER)), from(Destination.ref({ ...BROKER, group: 'b' }))],
  'DestinationRefOptions.address': [from(Destination.ref(BROKER)), from(Destination.ref({ ...BROKER, address: 'b' }))],
  'EventSource.eventType': [source({}), source({ eventType: 'b' })],
  'EventSource.destination': [source({}), source({ destination: Destination.broker('other') })],
  'JobsServiceConstructProps.sink': [plain, app({ service: { sink: BUS } })],
  'SupportingServiceProps.source': [plain, app({ service: { source: BUS } })],
  'SonataFlowPlatformOptions.broker': [plain, app({ platform: { broker: BUS } })],
  'WorkflowConstructProps.secretProperties': [plain, app({ workflow: { secretProperties: { a: { secret: credentials(other).secret, key: 'k' } } } })],
  'WorkflowConstructProps.sink': [plain, sink(BUS)],
  'WorkflowConstructProps.sources': [plain, source({})],
  'OperatorImageOverrides.builder': [plain, image('builder')],
  'OperatorImageOverrides.dataIndexEphemeral': [plain, image('dataIndexEphemeral')],
  'OperatorImageOverrides.dataIndexPostgreSql': [plain, image('dataIndexPostgreSql')],
  'OperatorImageOverrides.dbMigrator': [plain, image('dbMigrator')],
  'OperatorImageOverrides.devMode': [plain, image('devMode')],
  'OperatorImageOverrides.jobsServiceEphemeral': [plain, image('jobsServiceEphemeral')],
  'OperatorImageOverrides.jobsServicePostgreSql': [plain, image('jobsServicePostgreSql')],
  'OperatorImageOverrides.kanikoWarmer': [plain, image('kanikoWarmer')],
  'PostgreSqlCredentials.secret': [database({}), database({ credentials: { ...credentials(other), secret: kplus.Secret.fromSecretName(other, 'Other', 'other') } })],
  'PostgreSqlCredentials.userKey': [database({}), database({ credentials: { ...credentials(other), userKey: 'u' } })],
  'PostgreSqlCredentials.passwordKey': [database({}), database({ credentials: { ...credentials(other), passwordKey: 'p' } })],
  'PostgreSqlDatabaseOptions.credentials': [database({}), database({ credentials: { secret: credentials(other).secret } })],
  'PostgreSqlDatabaseOptions.databaseName': [database({}), database({ databaseName: 'other' })],
  'PostgreSqlDatabaseOptions.databaseSchema': [ownDatabase({}), ownDatabase({ databaseSchema: 'other' })],
  'PostgreSqlJdbcUrlOptions.credentials': [
    app({ platform: { persistence: PostgreSql.fromJdbcUrl('jdbc:postgresql://h/db', { credentials: credentials(other) }) } }),
    app({ platform: { persistence: PostgreSql.fromJdbcUrl('jdbc:postgresql://h/db', { credentials: { secret: credentials(other).secret } }) } }),
  ],
  'PostgreSqlServiceOptions.name': [database({}), database({ name: 'other' })],
  'PostgreSqlServiceOptions.namespace': [database({}), database({ namespace: 'other' })],
  'PostgreSqlServiceOptions.port': [database({}), database({ port: 6432 })],
  'ServicePersistenceOptions.dbMigrationStrategy': [persistence({}), persistence({ dbMigrationStrategy: DbMigrationStrategy.NONE })],
  'SonataFlowPlatformConstructProps.metadata': [plain, app({ platform: { metadata: { name: 'hub' } } })],
  'SonataFlowPlatformOptions.persistence': [plain, app({ platform: { persistence: undefined } })],
  'SonataFlowPlatformOptions.inheritedPersistence': [plain, app({ platform: { inheritedPersistence: InheritedPersistence.ABSENT } })],
  'SonataFlowPlatformOptions.operatorVersion': [plain, app({ platform: { operatorVersion: OperatorVersion.KUBESMARTS_1_X } })],
  'SupportingServiceProps.platform': [plain, (chart) => {
    const parts = plain(chart);
    new DataIndexConstruct(chart, 'D', { platform: parts.platform });
    return parts;
  }],
  'SupportingServiceProps.enabled': [plain, app({ service: { enabled: false } })],
  'SupportingServiceProps.persistence': [plain, app({ service: { persistence: ServicePersistence.postgreSql(postgres(other, { name: 'own' })) } })],
  'SupportingServiceProps.podTemplate': [plain, app({ service: { podTemplate: { container: { image: 'example.org/jobs:1' } } } })],
  'WorkflowConstructProps.definition': [plain, app({ workflow: { definition: definition('other') } })],
  'WorkflowConstructProps.metadata': [plain, app({ workflow: { metadata: { labels: { a: 'b' } } } })],
  'WorkflowConstructProps.profile': [plain, app({ workflow: { profile: WorkflowProfile.DEV } })],
  'WorkflowConstructProps.podTemplate': [plain, app({ workflow: { podTemplate: { container: { image: 'example.org/greet:1' } } } })],
  'WorkflowConstructProps.persistence': [plain, app({ workflow: { persistence: WorkflowPersistence.ephemeral() } })],
  'WorkflowPersistenceOptions.dbMigrationStrategy': [workflowPersistence({}), workflowPersistence({ dbMigrationStrategy: DbMigrationStrategy.NONE })],
  'WorkflowPodTemplate.deploymentModel': [pods({}), pods({ deploymentModel: DeploymentModel.KNATIVE })],
  'WorkflowConstructProps.applicationProperties': [plain, app({ workflow: { applicationProperties: ApplicationProperties.fromString('a=b') } })],
  'WorkflowConstructProps.resources': [plain, resource({})],
  'WorkflowResourcesOptions.workflowPath': [resource({}), resource({ workflowPath: 'schemas' })],
  'WorkflowConstructProps.project': [plain, project({})],
  'WorkflowProjectOptions.secretName': [project({}), project({ secretName: 'other' })],
  'WorkflowProjectOptions.emitSecret': [project({}), project({ emitSecret: true })],
};

/** Without an effect on the output of its own: it only says more about what is a mistake. */
/** The first two in test/constructs/platform/cluster-platform.test.ts. */
const CHECKED_ELSEWHERE = ['ExternalClusterPlatformOptions.capabilities', 'ExternalClusterPlatformOptions.platform', 'WorkflowConstructProps.platform'];

test('every property that a user can pass in is here', () => {
  expect([...Object.keys(EFFECTS), ...CHECKED_ELSEWHERE].sort()).toEqual(inputProperties());
});

test.each(Object.entries(EFFECTS))('%s has an effect', (_property, [without, including]) => {
  expect(isSeen(including, without)).toBe(true);
});

test('WorkflowConstructProps.platform binds, and a platform of another namespace is an error', () => {
  const chart = testChart('orders');
  const platform = new SonataFlowPlatformConstruct(new Chart(chart, 'elsewhere', { namespace: 'elsewhere' }), 'P');
  const rules = (props: Partial<WorkflowConstructProps>, id: string) =>
    new WorkflowConstruct(chart, id, { definition: definition(id.toLowerCase()), ...props }).findings.map(({ rule }) => rule);
  expect(rules({}, 'A')).not.toContain('SF-PLATFORM-NAMESPACE');
  expect(rules({ platform }, 'B')).toContain('SF-PLATFORM-NAMESPACE');
});
