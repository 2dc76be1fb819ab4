import { JsonObject } from '../../../src/json/json';
import { Manifest } from '../../../src/manifests/parts/manifest';
import { platformManifests } from '../../../src/manifests/platform/platform-manifests';
import { ClusterFacts } from '../../../src/values/operator/cluster-facts';
import { landscapeOf } from '../../landscapes';
import { platform } from '../../platforms';

function eventing(spec: JsonObject, facts: ClusterFacts = {}, name = 'hub'): Manifest[] {
  const manifests = platformManifests(landscapeOf([platform(spec, { name })], facts, { corrected: false }), 'orders');
  return manifests.filter(({ kind }) => ['Trigger', 'SinkBinding'].includes(kind));
}

const broker = (name: string, namespace?: string) => ({ ref: { kind: 'Broker', name, ...namespace === undefined ? {} : { namespace } } });
const both = (rest: JsonObject = {}): JsonObject => ({ services: { dataIndex: {}, jobService: {} }, eventing: { broker: broker('bus') }, ...rest });
const short = ({ metadata: { name }, spec }: Manifest) => {
  const { filter, subscriber } = spec as unknown as { filter: { attributes: { type: string } }; subscriber: { uri: string } };
  return [name.replace('-orders-hub', ''), filter.attributes.type, subscriber.uri];
};

test('the events of both services', () => expect(eventing(both()).slice(0, -1).map(short)).toEqual([
  ['data-index-process-error', 'ProcessInstanceErrorDataEvent', '/processes'],
  ['data-index-process-node', 'ProcessInstanceNodeDataEvent', '/processes'],
  ['data-index-process-state', 'ProcessInstanceStateDataEvent', '/processes'],
  ['data-index-process-variable', 'ProcessInstanceVariableDataEvent', '/processes'],
  ['data-index-process-definition', 'ProcessDefinitionEvent', '/definitions'],
  ['data-index-process-instance-multiple', 'MultipleProcessInstanceDataEvent', '/processes'],
  ['data-index-jobs', 'JobEvent', '/jobs'],
  ['jobs-service-create-job', 'job.create', '/v2/jobs/events'],
  ['jobs-service-delete-job', 'job.delete', '/v2/jobs/events'],
]));

test('a Trigger', () => expect(eventing(both())[0]).toMatchObject({
  apiVersion: 'eventing.knative.dev/v1',
  kind: 'Trigger',
  metadata: { name: 'data-index-process-error-orders-hub', namespace: 'orders', labels: { 'sonataflow.org/service': 'hub-data-index-service' } },
  spec: {
    broker: 'bus',
    filter: { attributes: { type: 'ProcessInstanceErrorDataEvent' } },
    subscriber: { ref: { apiVersion: 'v1', kind: 'Service', name: 'hub-data-index-service', namespace: 'orders' }, uri: '/processes' },
  },
}));

test('the SinkBinding of the Jobs Service, whose sink goes out as it came', () => expect(eventing(both()).at(-1)).toMatchObject({
  apiVersion: 'sources.knative.dev/v1',
  kind: 'SinkBinding',
  metadata: { name: 'hub-jobs-service-sb', namespace: 'orders', labels: { 'app.kubernetes.io/name': 'jobs-service' } },
  spec: {
    sink: { ref: { kind: 'Broker', name: 'bus' } },
    subject: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'hub-jobs-service', namespace: 'orders' },
  },
}));

test('only Kafka keeps an order, and only of the events where it matters', () => {
  const ordered = eventing(both(), { brokerClasses: { 'orders/bus': 'KafkaNamespaced' } }).filter(({ metadata }) => metadata.annotations);
  expect(ordered.map(({ metadata: { name, annotations } }) => [name.replace('-orders-hub', ''), annotations])).toEqual([
    'data-index-process-definition', 'data-index-jobs', 'jobs-service-create-job', 'jobs-service-delete-job',
  ].map((name) => [name, { 'kafka.eventing.knative.dev/delivery.order': 'ordered' }]));
  expect(eventing(both(), { brokerClasses: { 'orders/bus': 'MTChannelBasedBroker' } }).some(({ metadata }) => metadata.annotations)).toBe(false);
});

test.each([
  ['Triggers live beside their broker', both({ eventing: { broker: broker('bus', 'far') } }), 'data-index-jobs-orders-hub', 'far/bus'],
  ['a source beats the platform\'s broker', both({ services: { dataIndex: { source: broker('mine', 'near') } } }), 'data-index-jobs-orders-hub', 'near/mine'],
  ['not one by address alone', both({ services: { dataIndex: { source: { uri: 'http://x' } } } }), 'data-index-jobs-orders-hub', 'orders/bus'],
])('%s', (_what, spec, name, place) => {
  const found = eventing(spec).find(({ metadata }) => metadata.name === name);
  expect(`${String(found?.metadata.namespace)}/${(found?.spec as { broker: string }).broker}`).toBe(place);
});

test('names that would be too long are cut and hashed', () => {
  const names = eventing(both(), {}, 'a-platform-with-a-long-name').map(({ metadata }) => metadata.name);
  expect(names).toContain('data-index-jobs-orders-a-platform-with-a-long-name');
  expect(names).toContain('data-index-process-instance-mul27ca75ebfe29eb22685a7e92cc64fca1');
});
