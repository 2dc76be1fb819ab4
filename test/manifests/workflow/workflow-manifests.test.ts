import { renderingFindings } from '../../../src/checks/run';
import { Finding } from '../../../src/findings/finding';
import { JsonObject } from '../../../src/json/json';
import { Manifest } from '../../../src/manifests/parts/manifest';
import { workflowManifests } from '../../../src/manifests/workflow/workflow-manifests';
import { OperatorVersion } from '../../../src/values/operator/operator-version';
import { landscapeOf } from '../../landscapes';
import { gitops, platform, profiled, workflow } from '../../platforms';

const OPERATOR = { corrected: false };
const CONTINUED = { corrected: false, operator: OperatorVersion.KUBESMARTS_1_X };
const CORRECTED = { corrected: true };

type Options = Parameters<typeof landscapeOf>[2];
type Facts = Parameters<typeof landscapeOf>[1];

interface Rendered {
  readonly manifests: readonly Manifest[];
  readonly findings: readonly Finding[];
}

function rendered(objects: readonly JsonObject[], facts: Facts = {}, options: Options = OPERATOR): Rendered {
  const landscape = landscapeOf(objects, facts, options);
  return { manifests: landscape.workflows.flatMap((resource) => workflowManifests(landscape, resource)), findings: renderingFindings(landscape) };
}

const names = ({ manifests }: Rendered) => manifests.map(({ kind, metadata: { name } }) => `${kind} ${name}`);
const rules = ({ findings }: Rendered) => findings.map(({ rule, severity, field = '' }) => `${rule} ${severity} ${field}`.trim());

const BROKER = { ref: { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name: 'bus' } };
const FILES = ['ConfigMap greet-props', 'ConfigMap greet-managed-props'];
const RUNNING = [...FILES, 'Deployment greet', 'Service greet'];
const waiting = (...events: readonly string[]): JsonObject => ({
  states: [{ name: 'Wait', type: 'sleep', duration: 'PT1S', end: true }],
  events: events.map((name) => ({ name, type: `type.${name}` })),
});
const eventing = (spec: JsonObject = {}) => gitops({}, { flow: waiting('placed', 'paid'), ...spec });
const TRIGGERS = ['Trigger greet-placed-orders-greet', 'Trigger greet-paid-orders-greet'];
const knative = { deploymentModel: 'knative' };
const budget = { replicas: 2, podDisruptionBudget: { minAvailable: 1 } };
const MONITORED = platform({ monitoring: { enabled: true } });

test.each([
  ['gitops', [gitops()], RUNNING],
  ['preview', [workflow()], [...FILES, 'SonataFlowBuild greet', 'Deployment greet', 'Service greet']],
  ['preview with an image', [gitops({}, {}, { annotations: {} })], RUNNING],
  ['dev', [profiled('dev')], ['ConfigMap greet', ...RUNNING]],
  ['knative', [gitops(knative)], [...FILES, 'Service greet']],
  ['dev is never knative', [profiled('dev', { podTemplate: knative })], ['ConfigMap greet', ...RUNNING]],
  ['another operator\'s', [gitops({}, {}, { annotations: { 'sonataflow.org/operator.id': 'other' } })], []],
  ['a sink', [gitops({}, { sink: { uri: 'http://x' } })], [...RUNNING, 'SinkBinding greet-sb']],
  ['a broker for a workflow without events', [gitops(), platform({ eventing: { broker: BROKER } })], [...RUNNING, 'SinkBinding greet-sb']],
  ['a broker for one with events', [eventing(), platform({ eventing: { broker: BROKER } })], [...RUNNING, 'SinkBinding greet-sb', ...TRIGGERS]],
  ['a source for one event', [eventing({ sources: [{ eventType: 'type.paid', ...BROKER }] })], [...RUNNING, TRIGGERS[1]]],
  ['events in dev', [profiled('dev', { flow: waiting('placed') }), platform({ eventing: { broker: BROKER } })], ['ConfigMap greet', ...RUNNING]],
  ['a budget is not known yet', [gitops(budget)], RUNNING],
  ['monitoring', [gitops(), MONITORED], [...RUNNING, 'ServiceMonitor greet']],
  ['monitoring in dev', [profiled('dev'), MONITORED], ['ConfigMap greet', ...RUNNING, 'ServiceMonitor greet']],
  ['no monitoring of Knative Services', [gitops(knative), MONITORED], [...FILES, 'Service greet']],
])('what the operator makes: %s', (_what, objects, expected) => {
  const result = rendered(objects);
  expect(names(result)).toEqual(expected);
  expect(result.findings).toEqual([]);
});

test.each([
  ['a budget', gitops(budget), [...RUNNING, 'PodDisruptionBudget greet']],
  ['none in dev', profiled('dev', { podTemplate: budget }), ['ConfigMap greet', ...RUNNING]],
  ['none of a Knative Service', gitops({ ...knative, ...budget }), [...FILES, 'Service greet']],
])('disruption budgets: %s', (_what, object, expected) => {
  expect(names(rendered([object], {}, CONTINUED))).toEqual(expected);
});

test('a Route in development on OpenShift', () => {
  expect(names(rendered([profiled('dev')], { openshift: true }))).toEqual(['ConfigMap greet', 'Route greet', ...RUNNING]);
  expect(names(rendered([gitops()], { openshift: true }))).toEqual(RUNNING);
});

const notReady = {
  apiVersion: 'eventing.knative.dev/v1',
  kind: 'Broker',
  metadata: { name: 'bus', namespace: 'orders' },
  status: { conditions: [{ type: 'Ready', status: 'False' }] },
};
const withBroker = [eventing(), platform({ eventing: { broker: BROKER } })];
const owned = (kind: string, apiVersion: string, name = 'greet') => ({
  apiVersion, kind, metadata: { name, namespace: 'orders', ownerReferences: [{ kind: 'Pod', name: 'x', controller: true }] },
});
const resources = { resources: { configMaps: [{ configMap: { name: 'specs' }, workflowPath: 'specs' }] } };
const BUILT = { builtImage: 'example.org/{namespace}/{name}' };

test.each([
  ['a broker that is not ready', [...withBroker, notReady], {}, [...RUNNING, 'SinkBinding greet-sb'], 'SF-EVENT-BROKER-READY warning spec.sources'],
  ['a source by address alone', [eventing({ sources: [{ eventType: 'type.paid', uri: 'http://x' }] })], {}, RUNNING,
    'SF-EVENT-SOURCE-URI warning spec.sources[0]'],
  ['properties of another owner', [gitops(), owned('ConfigMap', 'v1', 'greet-props')], {}, [], 'SF-OBJECT-OWNED warning metadata.name'],
  ['a Service of another owner', [gitops(), owned('Service', 'v1')], {}, [...FILES, 'Deployment greet'], 'SF-OBJECT-OWNED warning metadata.name'],
  ['monitoring without Prometheus', [gitops(), MONITORED], { prometheus: false }, RUNNING, 'SF-PROMETHEUS-MISSING warning'],
  ['knative without Knative', [gitops(knative)], { knative: false }, [], 'SF-KNATIVE-MISSING warning spec.podTemplate.deploymentModel'],
  ['knative in preview without Knative', [workflow({ podTemplate: knative })], { knative: false }, [...FILES, 'SonataFlowBuild greet'],
    'SF-KNATIVE-MISSING warning spec.podTemplate.deploymentModel'],
  ['resources that are not there', [profiled('dev', resources)], {}, ['ConfigMap greet', ...FILES],
    'SF-RESOURCES-MISSING warning spec.resources.configMaps'],
  ['a folder without a name', [profiled('dev', { resources: { configMaps: [{ configMap: { name: 'greet-props' }, workflowPath: 'ä' }] } })], {},
    ['ConfigMap greet', ...FILES], 'SF-NAME warning spec.resources.configMaps'],
  ['a flow that cannot be written', [profiled('dev', { flow: { ...waiting(), auth: [{ name: 'a', scheme: 'oauth2', properties: {} }] } })], {}, [],
    'SF-FLOW-DEFINITION warning spec.flow'],
  ['retries', [gitops({}, { flow: { ...waiting(), retries: [{ name: 'r', maxAttempts: 1 }] } })], {}, [], 'SF-FLOW-RETRIES warning spec.flow.retries'],
  ['constants', [gitops({}, { flow: { ...waiting(), constants: { a: 'YQ==' } } })], {}, [], 'SF-FLOW-CONSTANTS warning spec.flow.constants'],
])('where the operator gives up: %s', (_what, objects, facts, expected, rule) => {
  const result = rendered(objects as JsonObject[], facts);
  expect(names(result)).toEqual(expected);
  expect(rules(result)).toEqual([rule]);
});

test.each([
  ['a broker that is not ready', [...withBroker, notReady], {}, [...RUNNING, 'SinkBinding greet-sb', ...TRIGGERS]],
  ['a Service of another owner', [gitops(), owned('Service', 'v1')], {}, RUNNING],
  ['monitoring without Prometheus', [gitops(), MONITORED], { prometheus: false }, RUNNING],
  ['resources that are not there', [profiled('dev', resources)], {}, ['ConfigMap greet', ...RUNNING]],
  ['retries', [gitops({}, { flow: { ...waiting(), retries: [{ name: 'r', maxAttempts: 1 }] } })], {}, RUNNING],
  ['an image that was built elsewhere', [workflow()], BUILT, RUNNING],
])('what is made without an operator: %s', (_what, objects, facts, expected) => {
  const result = rendered(objects as JsonObject[], facts, CORRECTED);
  expect(names(result)).toEqual(expected);
  expect(result.findings).toEqual([]);
});

test.each([
  ['preview without an image', [workflow()], {}, [...FILES, 'Service greet'], ['SF-IMAGE-MISSING error spec.podTemplate.container.image']],
  ['gitops without an image', [profiled('gitops')], {}, [...FILES, 'Service greet'], ['SF-IMAGE-MISSING error spec.podTemplate.container.image']],
  ['a name that is none of a Service', [gitops({}, {}, { name: 'my.flow', annotations: {} })], {},
    ['ConfigMap my.flow-props', 'ConfigMap my.flow-managed-props', 'Deployment my.flow', 'Service my.flow'], ['SF-NAME error metadata.name']],
  ['a platform that is no label', [gitops(), platform({}, { name: 'p'.repeat(64) })], {}, RUNNING, ['SF-NAME error metadata.name']],
  ['an event that is none of a Trigger', [eventing({ flow: waiting('order_paid', 'placed') }), platform({ eventing: { broker: BROKER } })], {},
    [...RUNNING, 'SinkBinding greet-sb', 'Trigger greet-order_paid-orders-greet', TRIGGERS[0]], ['SF-NAME error spec.flow.events[0].name']],
  ['events with one Trigger', [eventing({ flow: waiting('Placed', 'placed') }), platform({ eventing: { broker: BROKER } })], {},
    [...RUNNING, 'SinkBinding greet-sb', TRIGGERS[0]], ['SF-NAME error spec.flow.events[1].name']],
  ['a sink without Knative', [gitops({}, { sink: { uri: 'http://x' } })], { knative: false }, RUNNING, ['SF-EVENT-NO-KNATIVE error spec.sink']],
  ['knative without Knative', [gitops(knative)], { knative: false }, FILES, ['SF-KNATIVE-MISSING error spec.podTemplate.deploymentModel']],
  ['all at once', [workflow({ flow: waiting('order_paid'), sources: [{ eventType: 'type.order_paid', ...BROKER }] })], {},
    [...FILES, 'Service greet', 'Trigger greet-order_paid-orders-greet'],
    ['SF-IMAGE-MISSING error spec.podTemplate.container.image', 'SF-NAME error spec.flow.events[0].name']],
])('what is an error without an operator: %s', (_what, objects, facts, expected, findings) => {
  const result = rendered(objects as JsonObject[], facts, CORRECTED);
  expect(names(result)).toEqual(expected);
  expect(rules(result)).toEqual(findings);
});

test('of two events with one Trigger the operator makes the first', () => {
  const { manifests } = rendered([eventing({ flow: waiting('Placed', 'placed') }), platform({ eventing: { broker: BROKER } })]);
  const triggers = manifests.filter(({ kind }) => kind === 'Trigger');
  expect(triggers.map(({ spec }) => (spec as { filter: JsonObject }).filter)).toEqual([{ attributes: { type: 'type.Placed' } }]);
});
