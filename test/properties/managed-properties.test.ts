import { JsonObject } from '../../src/json/json';
import { workflowModel } from '../../src/model/workflow';
import { managedFile, managedProperties } from '../../src/properties/managed-properties';
import { PropertySource } from '../../src/properties/property-entry';
import { OperatorVersion } from '../../src/values/operator/operator-version';
import { landscapeOf } from '../landscapes';
import { gitops, platform, POSTGRESQL, profiled, workflow } from '../platforms';

type Facts = Parameters<typeof landscapeOf>[1];
type Options = Parameters<typeof landscapeOf>[2];
const OPERATOR = { corrected: false };

function managed(objects: readonly JsonObject[], facts: Facts = {}, options: Options = OPERATOR) {
  const landscape = landscapeOf(objects, facts, options);
  return managedProperties(landscape, workflowModel(landscape, landscape.workflows[0]));
}

function file(objects: readonly JsonObject[], facts: Facts = {}, options: Options = OPERATOR): string[] {
  const landscape = landscapeOf(objects, facts, options);
  return managedFile(landscape, workflowModel(landscape, landscape.workflows[0])).split('\n').slice(0, -1);
}

const BOTH = { services: { dataIndex: {}, jobService: {} } };
const BROKER = { eventing: { broker: { ref: { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name: 'bus' } } } };
const state = { name: 'Wait', type: 'sleep', duration: 'PT1S', end: true };
const events = [{ name: 'a', type: 'a', kind: 'produced' }, { name: 'b', type: 'b', kind: 'consumed' }];
const TAIL = [
  'kogito.service.url = http://greet.orders', 'quarkus.http.port = 8080', 'quarkus.http.host = 0.0.0.0',
  'quarkus.devservices.enabled = false', 'quarkus.kogito.devservices.enabled = false',
];
const ALONE = [
  'kogito.events.processdefinitions.enabled = false',
  'kogito.events.processinstances.enabled = false',
  'kogito.events.usertasks.enabled = false',
  'mp.messaging.outgoing.kogito-job-service-job-request-events.connector = quarkus-http',
  'mp.messaging.outgoing.kogito-job-service-job-request-events.url = http://localhost/v2/jobs/events',
  'org.kie.kogito.addons.knative.eventing.health-enabled = false',
];

test('alone', () => {
  expect(file([gitops()])).toEqual(['kogito.events.grouping = true', 'kogito.events.grouping.binary = true', ...ALONE, ...TAIL]);
});

test('in development, where services do not count', () => {
  const dev = [...ALONE, 'quarkus.dev-ui.cors.enabled = false', TAIL[0]];
  expect(file([profiled('dev'), platform(BOTH)])).toEqual([...dev, ...TAIL.slice(1)]);
  expect(file([profiled('dev')], { openshift: true, routeDomain: 'example.org' }))
    .toEqual([...dev, 'quarkus.dev-ui.hosts = greet-orders.example.org', ...TAIL.slice(1)]);
});

test('with services by HTTP', () => {
  expect(file([gitops({}, { flow: { states: [state] } }), platform(BOTH)])).toEqual([
    'kogito.data-index.health-enabled = true',
    'kogito.data-index.url = http://hub-data-index-service.orders',
    'kogito.events.grouping = true',
    'kogito.events.grouping.binary = true',
    'kogito.events.processdefinitions.enabled = true',
    'kogito.events.processdefinitions.errors.propagate = true',
    'kogito.events.processinstances.enabled = true',
    'kogito.events.usertasks.enabled = false',
    'kogito.jobs-service.health-enabled = true',
    'kogito.jobs-service.url = http://hub-jobs-service.orders',
    'mp.messaging.outgoing.kogito-job-service-job-request-events.connector = quarkus-http',
    'mp.messaging.outgoing.kogito-job-service-job-request-events.url = http://hub-jobs-service.orders/v2/jobs/events',
    'mp.messaging.outgoing.kogito-processdefinitions-events.url = http://hub-data-index-service.orders/definitions',
    'mp.messaging.outgoing.kogito-processinstances-events.url = http://hub-data-index-service.orders/processes',
    'org.kie.kogito.addons.knative.eventing.health-enabled = false',
    ...TAIL,
  ]);
});

test('with services behind a broker', () => {
  const outgoing = (channel: string) => ['connector = quarkus-http', 'method = POST', 'url = ${K_SINK}'].map((rest) => `mp.messaging.outgoing.${channel}.${rest}`);
  expect(file([gitops({}, { flow: { states: [state], events } }), platform({ ...BOTH, ...BROKER })])).toEqual([
    'kogito.events.grouping = true',
    'kogito.events.grouping.binary = true',
    'kogito.events.processdefinitions.enabled = true',
    'kogito.events.processdefinitions.errors.propagate = true',
    'kogito.events.processinstances.enabled = true',
    'kogito.events.usertasks.enabled = false',
    'mp.messaging.incoming.kogito_incoming_stream.connector = quarkus-http',
    'mp.messaging.incoming.kogito_incoming_stream.path = /',
    ...outgoing('kogito-job-service-job-request-events'),
    ...outgoing('kogito-processdefinitions-events'),
    ...outgoing('kogito-processinstances-events'),
    'mp.messaging.outgoing.kogito_outgoing_stream.connector = quarkus-http',
    'mp.messaging.outgoing.kogito_outgoing_stream.url = ${K_SINK}',
    'org.kie.kogito.addons.knative.eventing.health-enabled = true',
    ...TAIL,
  ]);
});

test.each([
  ['preview', workflow(), ['jdbc', 'false', 'postgresql']],
  ['gitops', gitops(), []],
  ['dev', profiled('dev'), []],
])('a database shows in the file of the profile %s', (_profile, object, expected) => {
  const entries = managed([object, platform({ persistence: { postgresql: POSTGRESQL } })]);
  const values = ['kogito.persistence.type', 'kogito.persistence.proto.marshaller', 'quarkus.datasource.db-kind']
    .flatMap((wanted) => entries.filter(({ name }) => name === wanted).map(({ value }) => value));
  expect(values).toEqual(expected);
});

test('an operator may compress grouped events', () => {
  const operator = OperatorVersion.custom({ groupedEventsCompressed: true });
  expect(file([gitops()], {}, { corrected: false, operator })[2]).toBe('kogito.events.grouping.compress = true');
});

describe('properties of the platform', () => {
  const flow = (...properties: ReadonlyArray<readonly [string, string]>) =>
    platform({ properties: { flow: properties.map(([name, value]) => ({ name, value })) } });
  const value = (name: string, ...properties: ReadonlyArray<readonly [string, string]>) =>
    managed([gitops(), flow(...properties)]).find((entry) => entry.name === name);

  test.each([
    ['kogito.events.grouping', PropertySource.PLATFORM, 'mine'],
    ['kogito.events.usertasks.enabled', PropertySource.PLATFORM, 'mine'],
    ['acme.one', PropertySource.PLATFORM, 'mine'],
    ['kogito.events.processinstances.enabled', PropertySource.DATA_INDEX, 'false'],
    ['kogito.service.url', PropertySource.OPERATOR, 'http://greet.orders'],
    ['quarkus.http.port', PropertySource.IMMUTABLE, '8080'],
  ])('%s: %s decides', (name, source, expected) => {
    expect(value(name, [name, 'mine'])).toMatchObject({ source, value: expected });
  });

  test('an own place keeps it, and the last value of a name counts', () => {
    expect(file([gitops(), flow(['quarkus.http.port', '1'], ['a', '1'], ['kogito.service.url', 'x'], ['a', '2'])])).toEqual([
      'a = 2', 'kogito.events.grouping = true', 'kogito.events.grouping.binary = true',
      ...ALONE.slice(0, 3), 'kogito.service.url = http://greet.orders', ...ALONE.slice(3), 'quarkus.http.port = 8080', ...TAIL.slice(2),
    ]);
  });
});

describe('service discovery', () => {
  const objects = (text: string): JsonObject[] => [
    gitops(),
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'greet-props', namespace: 'orders' }, data: { 'application.properties': text } },
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'billing', namespace: 'orders' }, spec: { ports: [{ name: 'http', port: 8081 }] } },
  ];
  const BILLING = 'http://billing.orders.svc:8081';
  const CATALOG = `org.kie.kogito.addons.discovery.kubernetes\\:services.v1\\/billing = ${BILLING}`;
  const URI = '${kubernetes:services.v1/billing}';

  test('what it found comes first', () => {
    expect(file(objects(`z.url=${URI}\n`))).toEqual([
      CATALOG, `z.url = ${BILLING}`, 'kogito.events.grouping = true', 'kogito.events.grouping.binary = true', ...ALONE, ...TAIL,
    ]);
  });

  test('it beats all but what cannot be changed, which takes its place', () => {
    expect(file(objects(`kogito.service.url=${URI}\nquarkus.http.port=${URI}\nkogito.events.grouping=${URI}`))).toEqual([
      CATALOG, `kogito.service.url = ${BILLING}`, 'quarkus.http.port = 8080', `kogito.events.grouping = ${BILLING}`,
      'kogito.events.grouping.binary = true', ...ALONE, ...TAIL.slice(2),
    ]);
  });

  test('nothing is found for a file that cannot be read', () => {
    expect(file(objects(`z.url=${URI}\na=\${a}`))[0]).toBe('kogito.events.grouping = true');
  });
});
