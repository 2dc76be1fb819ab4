import { Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  ApplicationProperties, DataIndexConstruct, Destination, JobsServiceConstruct, OperatorVersion, PostgreSql, PropertyValue,
  SonataFlowClusterPlatformConstruct, SonataFlowPlatformConstruct, SonataFlowTesting, WorkflowConstruct, WorkflowDefinition, WorkflowPersistence,
  WorkflowResources,
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
  ['a text as source', workflow({ sources: [{ eventType: 'a', destination: 'b' }] }), 'given a text as destination'],
  ['a text as sink', workflow({ sink: 'b' }), 'given a text as sink'],
  ['a text as a property from a Secret', workflow({ secretProperties: { a: 'b' } }), 'given a text as secretProperties["a"]'],
  ['a text as the Secret of a property', workflow({ secretProperties: { a: { secret: 'x', key: 'y' } } }), 'kplus.Secret.fromSecretName'],
  ['an object as application properties', workflow({ applicationProperties: { a: 'b' } }), 'given a plain object as applicationProperties'],
  ['a name as the platform of a cluster platform', (chart) => new SonataFlowClusterPlatformConstruct(chart, 'C', untyped({ platform: 'x' })), 'given a text as platform'],
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
  ['a secret that is added', (chart) => { workflow({})(chart).addSecretProperty('a', untyped('b')); }, 'a Secret of cdk8s-plus'],
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
  ['a text as container', pods({ container: 'example.org/greet:1' }), 'spec.podTemplate.container', expect.stringContaining('write an object') as unknown as string],
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
