import { Chart, Lazy, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  ApplicationProperties, Checks, DataIndexConstruct, Destination, JobsServiceConstruct, OperatorImages, OperatorVersion, PodDisruptionBudget,
  PostgreSql, PropertyValue, Rendering, ServicePersistence, SonataFlowClusterPlatformConstruct, SonataFlowGraph, SonataFlowImages,
  SonataFlowPlatformConstruct, SonataFlowTesting, WorkflowConstruct, WorkflowDefinition, WorkflowPersistence, WorkflowProject, WorkflowResources,
} from '../../src';
import { FindingsError } from '../../src/findings/findings-error';
import { definition, testChart } from '../support';

/** What JavaScript, `any` and dictionaries of Python let through. */
type Untyped = never;
const untyped = (value: unknown) => value as Untyped;

const platform = (props: object) => (chart: Chart) => new SonataFlowPlatformConstruct(chart, 'P', untyped(props));
const workflow = (props: object) => (chart: Chart) => new WorkflowConstruct(chart, 'W', untyped({ definition: definition(), ...props }));
const pods = (podTemplate: unknown) => workflow({ podTemplate });
const container = (more: object) => pods({ container: { image: 'example.org/greet:1', ...more } });
const service = (props: object) => (chart: Chart) => new JobsServiceConstruct(new SonataFlowPlatformConstruct(chart, 'P'), 'J', untyped(props));
const late = () => Lazy.any({ produce: () => 'known later' }) as string;
const itself: unknown[] = [];
itself.push(itself);
const secretOf = (chart: Chart) => kplus.Secret.fromSecretName(chart, 'S', 'db');

test.each<[string, (chart: Chart) => unknown, string]>([
  ['a text as broker', platform({ broker: 'default' }), 'given a text as broker; allowed: a Destination; fix: make it by Destination.broker'],
  ['a text as persistence of a platform', platform({ persistence: 'postgres' }), 'given a text as persistence; allowed: a PostgreSql'],
  ['a text as persistence of a workflow', workflow({ persistence: 'postgres' }), 'allowed: a WorkflowPersistence'],
  ['a text as persistence of a service', service({ persistence: 'postgres' }), 'allowed: a ServicePersistence'],
  ['a text as operator version', platform({ operatorVersion: '10.1.0' }), 'allowed: an OperatorVersion'],
  ['a text as rendering', platform({ rendering: 'kubernetesObjects' }), 'allowed: a Rendering'],
  ['a text as the value of a property', platform({ properties: { a: 'b' } }), 'given a text as properties["a"]; allowed: a PropertyValue'],
  ['a text as registry', platform({ buildConfig: { registry: 'quay.io' } }), 'given a text as buildConfig.registry'],
  ['a text as timeout', platform({ buildTemplate: { timeout: '5m' } }), 'allowed: a Duration'],
  ['a word as a fact', platform({ clusterFacts: { knative: 'yes' } }), 'given a text as clusterFacts.knative; allowed: true or false'],
  ['a misspelt placeholder', platform({ clusterFacts: { builtImage: 'r/{nams}/{name}:1' } }), 'given "{nams}" in builtImage; allowed: {namespace} and {name}'],
  ['a Broker without its namespace', platform({ clusterFacts: { brokerClasses: { bus: 'Kafka' } } }), 'given the Broker "bus" in brokerClasses; allowed: <namespace>/<name>'],
  ['capabilities as fields', (chart) => new SonataFlowClusterPlatformConstruct(chart, 'C', untyped({ platform: new SonataFlowPlatformConstruct(chart, 'P'), capabilities: {} })),
    'fix: make it by ClusterPlatformCapabilities.services or none'],
  ['a text in place of a definition', () => WorkflowDefinition.fromObject(untyped('x')), 'fix: give such an object; a text is for fromString'],
  ['a text that is no definition', () => WorkflowDefinition.fromString('hello'), 'allowed: one workflow definition: an object with id and states; fix: give the text of one'],
  ['a misspelt fact', platform({ clusterFacts: { knativ: true } }), 'did you mean "clusterFacts.knative"?'],
  ['a misspelt prop', workflow({ persistance: WorkflowPersistence.ephemeral() }), 'did you mean "persistence"?'],
  ['a misspelt prop of a service', service({ podTemplates: {} }), 'did you mean "podTemplate"?'],
  ['a path as definition', workflow({ definition: 'flow.sw.yaml' }), 'given a text as definition; allowed: a WorkflowDefinition'],
  ['no definition', (chart) => new WorkflowConstruct(chart, 'W', untyped({})), 'neither a definition nor a project'],
  ['no props', (chart) => new WorkflowConstruct(chart, 'W', untyped(undefined)), 'given nothing as what is given'],
  ['a text as pod template', pods('example.org/greet:1'), 'given a text as podTemplate'],
  ['a number as profile', workflow({ profile: 5 }), 'given a number as profile; allowed: a text'],
  ['a text as metadata', workflow({ metadata: 'orders' }), 'given a text as metadata'],
  ['a name as platform', workflow({ platform: 'hub' }), 'given a text as platform'],
  ['a text as resources', workflow({ resources: ['specs'] }), 'given a text as resources[0]; allowed: a WorkflowResources'],
  ['a source without destination', workflow({ sources: [{ eventType: 'a' }] }), 'given nothing as sources[0].destination; allowed: a Destination; fix: make it by Destination.broker'],
  ['a text as source', workflow({ sources: [{ eventType: 'a', destination: 'b' }] }), 'given a text as sources[0].destination'],
  ['a text as sink', workflow({ sink: 'b' }), 'given a text as sink'],
  ['a text as a property from a Secret', workflow({ secretProperties: { a: 'b' } }), 'given a text as secretProperties["a"]'],
  ['a text as the Secret of a property', workflow({ secretProperties: { a: { secret: 'x', key: 'y' } } }), 'kplus.Secret.fromSecretName'],
  ['an object as application properties', workflow({ applicationProperties: { a: 'b' } }), 'given a plain object as applicationProperties'],
  ['a name as the platform of a cluster platform', (chart) => new SonataFlowClusterPlatformConstruct(chart, 'C', untyped({ platform: 'x' })), 'given a text as platform'],
  ['no platform of a cluster platform', (chart) => new SonataFlowClusterPlatformConstruct(chart, 'C', untyped({})), 'given nothing as platform; allowed: a platform'],
  ['a chart as platform', (chart) => new SonataFlowClusterPlatformConstruct(chart, 'C', untyped({ platform: chart })), 'given a Chart as platform; allowed: a platform'],
  ['fields as platform', workflow({ platform: {} }), 'given a plain object as platform; allowed: a platform'],
  ['a number as the pods of a budget', () => PodDisruptionBudget.minAvailable(untyped(1)), 'given a number as the pods; allowed: a number of pods or a percentage'],
  ['no pods of a budget', () => PodDisruptionBudget.maxUnavailable(untyped(undefined)), 'given nothing as the pods'],
  ['a late value of a property', () => ApplicationProperties.fromRecord({ a: late() }), 'given a value that is only known when the app is synthesized as what is given["a"]; allowed: a text that is known by now'],
  ['a late text of a file', () => WorkflowResources.fromString('a.json', late()), 'given a value that is only known when the app is synthesized as the text'],
  ['a late name of a platform elsewhere', (chart) => SonataFlowPlatformConstruct.fromPlatformName(chart, 'P', late()), 'given a value that is only known when the app is synthesized as the name'],
  ['a word as enabled', (chart) => new DataIndexConstruct(new SonataFlowPlatformConstruct(chart, 'P'), 'D', untyped({ enabled: 'yes' })), 'given a text as enabled'],
  ['a Secret as text', () => PostgreSql.fromService({ name: 'db', credentials: { secret: untyped('db') } }), 'a Secret of cdk8s-plus'],
  ['no credentials', () => PostgreSql.fromService(untyped({ name: 'db' })), 'given nothing as credentials'],
  ['a name as database', () => PostgreSql.fromService(untyped('db')), 'given a text as what is given'],
  ['a number as name', (chart) => PostgreSql.fromService({ name: untyped(5), credentials: { secret: secretOf(chart) } }), 'given a number as name'],
  ['a number as URL', () => PostgreSql.fromJdbcUrl(untyped(5), untyped({})), 'given a number as the jdbcUrl'],
  ['a name as database of a workflow', () => WorkflowPersistence.postgreSql(untyped('db')), 'allowed: a PostgreSql'],
  ['a number as value', () => PropertyValue.fromText(untyped(5)), 'given a number as the text'],
  ['a name as Secret of a value', () => PropertyValue.fromSecret(untyped('db'), 'key'), 'a Secret of cdk8s-plus'],
  ['a number as broker', () => Destination.broker(untyped(5)), 'given a number as the name'],
  ['a number in a record', () => ApplicationProperties.fromRecord({ a: untyped(5) }), 'given a number as what is given["a"]'],
  ['a number as properties', () => ApplicationProperties.fromString(untyped(5)), 'given a number as the text'],
  ['a number as path', () => WorkflowDefinition.fromFile(untyped(5)), 'given a number as the path'],
  ['an object as text', () => WorkflowDefinition.fromString(untyped({})), 'in place of a text'],
  ['a number as file', () => WorkflowResources.fromFile(untyped(5)), 'given a number as the path'],
  ['a version as text', () => OperatorVersion.custom(untyped('10.1.0')), 'given a text as what is given'],
  ['a property that is added', (chart) => { new SonataFlowPlatformConstruct(chart, 'P').addProperty('a', untyped('b')); }, 'allowed: a PropertyValue'],
  ['resources that are added', (chart) => { workflow({})(chart).addResources(untyped('b')); }, 'allowed: a WorkflowResources'],
  ['a source that is added', (chart) => { workflow({})(chart).addSource('a', untyped('b')); }, 'allowed: a Destination'],
  ['a text as memory', container({ memory: { limit: '1Gi' } }), 'given a text as podTemplate.container.memory.limit; allowed: a Size'],
  ['a text as cpu', container({ cpu: '500m' }), 'given a text as podTemplate.container.cpu'],
  ['a number as the limit of a cpu', container({ cpu: { limit: 1 } }), 'allowed: a Cpu; fix: make it by kplus.Cpu.millis'],
  ['a text as variable', container({ envVariables: { LEVEL: 'info' } }), 'given a text as podTemplate.container.envVariables["LEVEL"]; allowed: an EnvValue'],
  ['a text as container', pods({ container: 'example.org/greet:1' }), 'given a text as podTemplate.container'],
  ['a construct as volume', (chart) => pods({ volumes: [kplus.Volume.fromEmptyDir(chart, 'V', 'v')] })(chart), 'given a Volume as podTemplate.volumes[0]; allowed: an object of plain values, or a name'],
  ['a construct as the name of an account', (chart) => pods({ serviceAccountName: new kplus.ServiceAccount(chart, 'A') })(chart),
    'given a ServiceAccount as podTemplate.serviceAccountName; allowed: an object of plain values, or a name; fix: give its name'],
  ['what cdk8s-plus makes of a ConfigMap', (chart) => container({ envFrom: [new kplus.EnvFrom(kplus.ConfigMap.fromConfigMapName(chart, 'C', 'c'))] })(chart),
    'given an EnvFrom as podTemplate.container.envFrom[0]'],
  ['a text as options of a destination', () => Destination.broker('bus', untyped('shop')), 'given a text as options; allowed: an object'],
  ['a misspelt option of a destination', () => Destination.service('bus', untyped({ namespce: 'shop' })), 'did you mean "options.namespace"?'],
  ['no reference', () => Destination.ref(untyped(undefined)), 'given nothing as options'],
  ['a name as object', () => Destination.fromApiObject(untyped('bus')), 'given a text as the object; allowed: a construct'],
  ['a folder in place of options', () => WorkflowResources.fromFile('specs/a.yaml', untyped('specs')), 'given a text as options'],
  ['a number as folder', () => WorkflowResources.fromDirectory(untyped(5)), 'given a number as the path'],
  ['an object as content', () => WorkflowResources.fromString('a.json', untyped({})), 'given a plain object as the text'],
  ['a name as ConfigMap', () => WorkflowResources.fromConfigMap(untyped('specs')), 'given a text as the ConfigMap; allowed: a construct'],
  ['a name as ConfigMap of a value', () => PropertyValue.fromConfigMap(untyped('settings'), 'key'), 'given a text as the ConfigMap'],
  ['a word as options of a value', (chart) => PropertyValue.fromSecret(secretOf(chart), 'key', untyped(true)), 'given a boolean as options'],
  ['a number as directory', () => WorkflowProject.fromDirectory(untyped(5)), 'given a number as the path'],
  ['a word as strategy', () => ServicePersistence.fromPlatform(untyped('job')), 'given a text as options'],
  ['a word as corrections', () => Rendering.kubernetesObjects(untyped({ corrections: 'no' })), 'given a text as options.corrections; allowed: true or false'],
  ['a number as release', () => OperatorVersion.fromName(untyped(1.38)), 'given a number as the name'],
  ['an object as configuration', () => OperatorVersion.fromConfig(untyped({ kind: 'ConfigMap' })), 'given a plain object as the configuration'],
  ['a name as operator of images', () => OperatorImages.digests(untyped('osl-1.38')), 'given a text as the operator; allowed: an OperatorVersion'],
  ['no options of an external cluster platform', (chart) => SonataFlowClusterPlatformConstruct.fromName(chart, 'C', 'c', untyped(undefined)), 'given nothing as options'],
  ['no name of an external platform', (chart) => SonataFlowPlatformConstruct.fromPlatformName(chart, 'P', untyped(undefined)), 'given nothing as the name'],
  ['a name as what is acknowledged', () => Checks.acknowledge(untyped('W'), 'SF-NAME', 'x'), 'given a text as the construct; allowed: a construct'],
  ['nothing as what is strict', () => Checks.strict(untyped(undefined)), 'given nothing as the scope'],
  ['nothing as the app of a graph', () => SonataFlowGraph.of(untyped(undefined)), 'given nothing as the scope'],
  ['a folder as the app of images', () => SonataFlowImages.of(untyped('dist')), 'given a text as the scope'],
  ['a folder as what is tested', () => SonataFlowTesting.findings(untyped('dist')), 'given a text as the scope'],
  ['manifests as a chart', (chart) => SonataFlowTesting.diff(untyped([]), chart), 'given a list as the chart before'],
  ['an app in place of a chart', (chart) => SonataFlowTesting.objectNamed(untyped(chart.node.root), 'Service', 'x'), 'given an App as the chart; allowed: a chart'],
  ['a name in place of a chart', () => SonataFlowTesting.objectNamed(untyped('c'), 'Service', 'x'), 'given a text as the chart'],
  ['a property from no Secret', (chart) => { workflow({})(chart).addSecretProperty('a', untyped(undefined)); }, 'a Secret of cdk8s-plus'],
  ['a secret that is added', (chart) => { workflow({})(chart).addSecretProperty('a', untyped('b')); }, 'a Secret of cdk8s-plus'],
  ['a word as flywayEnabled', platform({ flywayEnabled: 'yes' }), 'given a text as flywayEnabled; allowed: true or false'],
  ['a list that is in itself', pods({ volumes: itself }), 'given something that is nested 50 deep, or in itself, as podTemplate.volumes'],
  ['an object that is in itself as metadata', workflow({ metadata: { labels: itself } }), 'nested 50 deep, or in itself, as metadata'],
  ['a bigint', pods({ replicas: 10n }), 'given a bigint as podTemplate.replicas; allowed: texts, numbers, true and false'],
  ['a symbol', platform({ metadata: { labels: { a: Symbol('x') } } }), 'given a symbol as metadata.labels.a'],
  ['a Map', container({ env: [new Map()] }), 'given a Map as podTemplate.container.env[0]'],
  ['more than anybody can apply', pods({ volumes: new Array(1e7) }), 'given more than 100,000 values as podTemplate.volumes'],
  ['a getter that throws', pods({ get container() { throw new Error('not yet'); } }), 'given something that cannot be looked at without an error as what is given'],
])('%s is told at once', (_what, make, words) => {
  let thrown: unknown;
  try {
    make(testChart('orders'));
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(FindingsError);
  expect((thrown as Error).message).toContain(words);
});

test.each<[string, (chart: Chart) => WorkflowConstruct, string, string]>([
  ['limits as a text', container({ resources: { limits: '1Gi' } }), 'spec.podTemplate.container.resources.limits', 'write an object: a key and a value on each line'],
  ['a limit as an object', container({ resources: { limits: { cpu: {} } } }), 'spec.podTemplate.container.resources.limits.cpu', 'write a quantity such as "500m" or "2Gi"'],
  ['a misspelt image', pods({ container: { imge: 'example.org/greet:1' } }), 'spec.podTemplate.container.imge', 'did you mean "image"?'],
  ['a misspelt field of the pod', pods({ nodeSelecter: { a: 'b' } }), 'spec.podTemplate.nodeSelecter', 'did you mean "nodeSelector"?'],
  ['variables by name', container({ env: { A: 'b' } }), 'spec.podTemplate.container.env', 'write a list, each item after a "-"'],
  ['a word as replicas', pods({ replicas: 'two', container: { image: 'example.org/greet:1' } }), 'spec.podTemplate.replicas', 'write an integer'],
  ['a command as text', container({ command: 'run' }), 'spec.podTemplate.container.command', 'write a list, each item after a "-"'],
  ['a number as name', workflow({ metadata: { name: 5 } }), 'metadata.name', 'put it in quotes: "5"'],
])('%s is told when the app is synthesized', (_what, make, field, fix) => {
  const chart = testChart('orders');
  expect(make(chart).findings).toContainEqual(expect.objectContaining({ severity: 'error', rule: 'SF-SCHEMA', field, fix }));
  expect(() => Testing.synth(chart)).toThrow('Validation failed');
});

test('fields that cdk8s-plus does not know and the cluster does are passed on', () => {
  const chart = testChart('orders');
  const appArmorProfile = { type: 'RuntimeDefault' };
  pods({ securityContext: { appArmorProfile }, hostIpc: true, container: { image: 'example.org/greet:1', securityContext: { appArmorProfile, runAsUser: 5 } } })(chart);
  expect(SonataFlowTesting.objectNamed(chart, 'SonataFlow', 'greet').spec).toMatchObject({
    podTemplate: { securityContext: { appArmorProfile }, hostIPC: true, container: { securityContext: { appArmorProfile, runAsUser: 5 } } },
  });
});

test('props of others are left alone', () => {
  expect(workflow({ costCentre: '4711' })(testChart('orders')).findings.map(({ rule }) => rule)).not.toContain('SF-PROPS');
});
