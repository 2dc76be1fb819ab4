import { fieldName } from '../../../src/json/field-path';
import { JsonObject } from '../../../src/json/json';
import { createLandscape } from '../../../src/model/landscape';
import { workflowObstacles } from '../../../src/model/obstacles/workflow';
import { workflowModel } from '../../../src/model/workflow';
import { ClusterFacts } from '../../../src/values/operator/cluster-facts';
import { OperatorVersion } from '../../../src/values/operator/operator-version';
import { landscapeOf } from '../../landscapes';
import { gitops, platform, profiled, workflow } from '../../platforms';

/** Each obstacle as `step rule stops field`. */
function obstacles(objects: readonly JsonObject[], facts: ClusterFacts = {}, operator = OperatorVersion.APACHE_10_1_0): string[] {
  const landscape = landscapeOf(objects, facts, { operator });
  return workflowObstacles(landscape, workflowModel(landscape, landscape.workflows[0]))
    .map(({ step, rule, stops, path = [] }) => `${step} ${rule} ${stops} ${fieldName(path)}`.trim());
}

const BROKER = { ref: { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name: 'bus' } };
const HUB = platform({ eventing: { broker: BROKER } });
const MONITORED = platform({ monitoring: { enabled: true } });
const NOT_READY = {
  apiVersion: 'eventing.knative.dev/v1',
  kind: 'Broker',
  metadata: { name: 'bus', namespace: 'orders' },
  status: { conditions: [{ type: 'Ready', status: 'False' }] },
};
const STATES = { states: [{ name: 'End', type: 'inject', data: {}, end: true }] };
const EVENTS = { ...STATES, events: [{ name: 'placed', type: 'type.placed' }, { name: 'paid', type: 'type.paid' }] };
const RETRIES = { ...STATES, retries: [{ name: 'r', maxAttempts: 1 }] };
const CONSTANTS = { ...STATES, constants: { a: 'YQ==' } };
const AUTH = { ...STATES, auth: [{ name: 'a', scheme: 'oauth2', properties: {} }] };
const KNATIVE = { deploymentModel: 'knative' };
const POD = { kind: 'Pod', name: 'x', controller: true };
const folder = (name: string, workflowPath?: string) => (
  { resources: { configMaps: [{ configMap: { name }, ...workflowPath && { workflowPath } }] } }
);
const there = (kind: string, apiVersion: string, name: string, owner: JsonObject = POD, namespace = 'orders') =>
  ({ apiVersion, kind, metadata: { name, namespace, ownerReferences: [owner] } });
const SPECS = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'specs', namespace: 'orders' } };

test.each<[string, JsonObject[], ClusterFacts, string[]]>([
  ['nothing', [gitops({}, { flow: EVENTS, sink: { uri: 'http://x' } }), HUB], {}, []],
  ['retries', [gitops({}, { flow: RETRIES })], {}, ['writeBack SF-FLOW-RETRIES operator spec.flow.retries']],
  ['constants', [gitops({}, { flow: CONSTANTS })], {}, ['writeBack SF-FLOW-CONSTANTS operator spec.flow.constants']],
  ['both, one after the other', [gitops({}, { flow: { ...CONSTANTS, ...RETRIES } })], {},
    ['writeBack SF-FLOW-RETRIES operator spec.flow.retries', 'writeBack SF-FLOW-CONSTANTS operator spec.flow.constants']],
  ['none of either', [gitops({}, { flow: { ...STATES, retries: [], constants: {} } })], {}, []],
  ['nothing is written back in development', [profiled('dev', { flow: RETRIES })], {}, []],
  ['a flow that cannot be written', [profiled('dev', { flow: AUTH })], {}, ['definition SF-FLOW-DEFINITION both spec.flow']],
  ['which outside development is written back', [gitops({}, { flow: AUTH })], {}, ['writeBack SF-FLOW-DEFINITION both spec.flow']],
  ['resources that are not there', [profiled('dev', folder('specs'))], {}, ['resources SF-RESOURCES-MISSING operator spec.resources.configMaps']],
  ['resources that are there', [profiled('dev', folder('specs')), SPECS], {}, []],
  ['resources that the operator makes', [profiled('dev', folder('greet-props'))], {}, []],
  ['which are looked for only in development', [gitops({}, folder('specs'))], {}, []],
  ['knative without Knative', [gitops(KNATIVE)], { knative: false }, [
    'deploymentModel SF-KNATIVE-MISSING operator spec.podTemplate.deploymentModel',
    'workload SF-KNATIVE-MISSING rendering spec.podTemplate.deploymentModel',
  ]],
  ['preview without an image', [workflow()], {}, ['workload SF-IMAGE-MISSING rendering spec.podTemplate.container.image']],
  ['gitops without an image', [profiled('gitops')], {}, ['workload SF-IMAGE-MISSING rendering spec.podTemplate.container.image']],
  ['preview with what is known about built images', [workflow()], { builtImage: 'x/{namespace}/{name}' }, []],
  ['a folder after which no volume can be named', [profiled('dev', folder('greet-props', 'ä'))], {}, ['workload SF-NAME both spec.resources.configMaps']],
  ['a sink without Knative', [gitops({}, { sink: { uri: 'http://x' } })], { knative: false }, ['sinkBinding SF-EVENT-NO-KNATIVE rendering spec.sink']],
  ['a broker without Knative', [gitops({}, { flow: EVENTS }), HUB], { knative: false }, ['sinkBinding SF-EVENT-NO-KNATIVE rendering']],
  ['nothing to do with events, and no Knative', [gitops()], { knative: false }, []],
  ['a source by address alone', [gitops({}, { flow: EVENTS, sources: [{ eventType: 'type.placed', ...BROKER }, { eventType: 'type.paid', uri: 'http://x' }] })], {},
    ['sources SF-EVENT-SOURCE-URI both spec.sources[1]']],
  ['a broker that is not ready', [gitops({}, { flow: { ...STATES, events: EVENTS.events.slice(1) } }), HUB, NOT_READY], {},
    ['sources SF-EVENT-BROKER-READY operator spec.sources']],
  ['such a broker in development', [profiled('dev', { flow: EVENTS }), HUB, NOT_READY], {}, []],
  ['monitoring without Prometheus', [gitops(), MONITORED], { prometheus: false }, ['serviceMonitor SF-PROMETHEUS-MISSING operator']],
  ['of a Knative Service there is none', [gitops(KNATIVE), MONITORED], { prometheus: false }, []],
])('%s', (_what, objects, facts, expected) => {
  expect(obstacles(objects, facts)).toEqual(expected);
});

const OWNED = { flow: EVENTS, sources: [{ eventType: 'type.paid', ref: { ...BROKER.ref, namespace: 'events' } }], sink: { uri: 'http://x' } };
const budget = { replicas: 2, podDisruptionBudget: { minAvailable: 1 } };

test.each<[string, JsonObject, JsonObject, string[]]>([
  ['properties of the user', gitops(), there('ConfigMap', 'v1', 'greet-props'), ['userProperties']],
  ['managed properties', gitops(), there('ConfigMap', 'v1', 'greet-managed-props'), ['managedProperties']],
  ['a definition in development', profiled('dev'), there('ConfigMap', 'v1', 'greet'), ['definition']],
  ['one that nobody makes', gitops(), there('ConfigMap', 'v1', 'greet'), []],
  ['a Deployment', gitops(), there('Deployment', 'apps/v1', 'greet'), ['workload']],
  ['a Knative Service', gitops(KNATIVE), there('Service', 'serving.knative.dev/v1', 'greet'), ['workload']],
  ['a Service', gitops(), there('Service', 'v1', 'greet'), ['service']],
  ['a Route in development', profiled('dev'), there('Route', 'route.openshift.io/v1', 'greet'), ['route']],
  ['a PodDisruptionBudget', gitops(budget), there('PodDisruptionBudget', 'policy/v1', 'greet'), ['disruptionBudget']],
  ['a SinkBinding', gitops({}, OWNED), there('SinkBinding', 'sources.knative.dev/v1', 'greet-sb'), ['sinkBinding']],
  ['a Trigger', gitops({}, { flow: EVENTS, sources: [{ eventType: 'type.paid', ...BROKER }] }),
    there('Trigger', 'eventing.knative.dev/v1', 'greet-paid-orders-greet'), ['triggers']],
  ['a Trigger in another namespace, which nobody owns', gitops({}, OWNED),
    there('Trigger', 'eventing.knative.dev/v1', 'greet-paid-orders-greet', POD, 'events'), []],
  ['a ServiceMonitor', gitops(), there('ServiceMonitor', 'monitoring.coreos.com/v1', 'greet'), ['serviceMonitor']],
  ['the workflow itself', gitops(), there('Service', 'v1', 'greet', { kind: 'SonataFlow', name: 'greet', controller: true }), []],
  ['an owner that controls nothing', gitops(), there('Service', 'v1', 'greet', { kind: 'Pod', name: 'x' }), []],
])('what belongs to another controller: %s', (_what, object, inPlace, steps) => {
  expect(obstacles([object, MONITORED, inPlace], { openshift: true }, OperatorVersion.KUBESMARTS_1_X))
    .toEqual(steps.map((step) => `${step} SF-OBJECT-OWNED operator metadata.name`));
});

test('an operator that writes nothing back', () => {
  const { operator, ...landscape } = landscapeOf([gitops({}, { flow: { ...CONSTANTS, ...RETRIES } })]);
  const other = createLandscape({ operator: { ...operator, writesFlowsBack: false }, facts: landscape.facts, resources: landscape.workflows });
  expect(workflowObstacles(other, workflowModel(other, other.workflows[0]))).toEqual([]);
});
