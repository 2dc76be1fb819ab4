import { JsonObject } from '../../../src/json/json';
import { workflowContext } from '../../../src/manifests/workflow/workflow-context';
import { workflowSinkBinding, workflowTriggers } from '../../../src/manifests/workflow/workflow-eventing';
import { workflowModel } from '../../../src/model/workflow';
import { landscapeOf } from '../../landscapes';
import { gitops, platform } from '../../platforms';

function made(...objects: readonly JsonObject[]) {
  const landscape = landscapeOf(objects, {}, { corrected: false });
  const context = workflowContext(landscape, workflowModel(landscape, landscape.workflows[0]));
  return [...workflowSinkBinding(context), ...workflowTriggers(context)];
}

const broker = (name: string, rest: JsonObject = {}) => ({ ref: { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name, ...rest } });
const flow: JsonObject = {
  states: [{ name: 'End', type: 'inject', data: {}, end: true }],
  events: [{ name: 'Placed', type: 'order.placed' }, { name: 'paid', type: 'order.paid', kind: 'consumed' }, { name: 'done', type: 'order.done', kind: 'produced' }],
};
const workflow = (spec: JsonObject = {}, podTemplate: JsonObject = {}) => gitops(podTemplate, { flow, ...spec });
const HUB = platform({ eventing: { broker: broker('bus') } });
const labels = expect.objectContaining({ 'app': 'greet', 'app.kubernetes.io/part-of': 'hub' });

const trigger = (event: string, type: string, name: string, namespace = 'orders', apiVersion = 'v1') => ({
  apiVersion: 'eventing.knative.dev/v1',
  kind: 'Trigger',
  metadata: { name: `greet-${event}-orders-greet`, namespace, labels },
  spec: {
    broker: name,
    filter: { attributes: { type } },
    subscriber: { ref: { apiVersion, kind: 'Service', name: 'greet', namespace: 'orders' } },
  },
});
const sinkBinding = (sink: JsonObject, subject = { apiVersion: 'apps/v1', kind: 'Deployment' }) => ({
  apiVersion: 'sources.knative.dev/v1',
  kind: 'SinkBinding',
  metadata: { name: 'greet-sb', namespace: 'orders', labels },
  spec: { sink, subject: { ...subject, name: 'greet', namespace: 'orders' } },
});

test('the broker of the platform takes and gives', () => {
  expect(made(workflow(), HUB)).toEqual([
    sinkBinding(broker('bus', { namespace: 'orders' })), trigger('placed', 'order.placed', 'bus'), trigger('paid', 'order.paid', 'bus'),
  ]);
});

test('a Knative Service is the subject and the subscriber', () => {
  expect(made(workflow({}, { deploymentModel: 'knative' }), HUB)).toEqual([
    sinkBinding(broker('bus', { namespace: 'orders' }), { apiVersion: 'serving.knative.dev/v1', kind: 'Service' }),
    trigger('placed', 'order.placed', 'bus', 'orders', 'serving.knative.dev/v1'),
    trigger('paid', 'order.paid', 'bus', 'orders', 'serving.knative.dev/v1'),
  ]);
});

test('sources come before the platform, each in its namespace; one that is no broker gives nothing', () => {
  const sources = [
    { eventType: 'order.paid', ...broker('far', { namespace: 'events' }) },
    { eventType: 'order.placed', ref: { apiVersion: 'messaging.knative.dev/v1', kind: 'Channel', name: 'c' } },
    { eventType: 'order.paid', ...broker('second') },
  ];
  expect(made(workflow({ sources, sink: { uri: 'http://x' } }), HUB)).toEqual([sinkBinding({ uri: 'http://x' }), trigger('paid', 'order.paid', 'far', 'events')]);
});

test('a Trigger or SinkBinding of that name is left as it is, whoever owns a Trigger elsewhere', () => {
  const owner = { ownerReferences: [{ kind: 'Pod', name: 'x', controller: true }] };
  const there = { apiVersion: 'eventing.knative.dev/v1', kind: 'Trigger', metadata: { name: 'greet-paid-orders-greet', namespace: 'events', ...owner } };
  expect(made(workflow({ sources: [{ eventType: 'order.paid', ...broker('far', { namespace: 'events' }) }] }), there)).toEqual([]);
});

test('an empty address and an empty name stay, other empty texts do not', () => {
  expect(made(workflow({ sink: { uri: '', audience: '' } }))).toEqual([expect.objectContaining({ spec: expect.objectContaining({ sink: { uri: '' } }) })]);
  const nameless = { ref: { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name: '', address: '' } };
  expect(made(workflow({ sink: nameless }))[0]).toMatchObject({ spec: { sink: { ref: { kind: 'Broker', name: '' } } } });
});
