import { JsonObject } from '../../src/json/json';
import { workflowModel } from '../../src/model/workflow';
import { managedProperties } from '../../src/properties/managed-properties';
import { PropertySource } from '../../src/properties/property-entry';
import { ClusterFacts } from '../../src/values/operator/cluster-facts';
import { OperatorVersion } from '../../src/values/operator/operator-version';
import { landscapeOf } from '../landscapes';
import { platform, POSTGRESQL, profiled } from '../platforms';

interface Cluster {
  readonly operator?: OperatorVersion;
  readonly facts?: ClusterFacts;
  readonly objects?: readonly JsonObject[];
}

function propertiesOf(objects: readonly JsonObject[], { operator, facts }: Cluster = {}) {
  const landscape = landscapeOf(objects, facts, { operator });
  return managedProperties(landscape, workflowModel(landscape, landscape.workflows[0]));
}

function lines(workflow: JsonObject, platformSpec?: JsonObject, cluster: Cluster = {}): string[] {
  const platforms = platformSpec ? [platform(platformSpec, { name: 'sonataflow-platform', namespace: 'ns1' })] : [];
  return propertiesOf([workflow, ...platforms, ...cluster.objects ?? []], cluster).map(({ name, value }) => `${name} = ${value}`);
}

const BROKER = { ref: { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name: 'bus' } };
const greeting = (spec: JsonObject = {}, profile = 'gitops') => profiled(profile, spec, { name: 'greeting', namespace: 'ns1' });
const SERVICES = { dataIndex: {}, jobService: {} };
const SLEEP = { flow: { states: [{ name: 'S', type: 'sleep', duration: 'PT1S', end: true }] } };
const EVENTS = {
  flow: { states: [{ name: 'S', type: 'inject', data: {}, end: true }], events: [{ name: 'a', type: 'a', kind: 'consumed' }, { name: 'b', type: 'b', kind: 'produced' }] },
};

/** Worked examples B.1 and B.2 of the reference, line for line. */
const B1 = `
kogito.data-index.health-enabled = true
kogito.data-index.url = http://sonataflow-platform-data-index-service.ns1
kogito.events.grouping = true
kogito.events.grouping.binary = true
kogito.events.processdefinitions.enabled = true
kogito.events.processdefinitions.errors.propagate = true
kogito.events.processinstances.enabled = true
kogito.events.usertasks.enabled = false
kogito.jobs-service.health-enabled = true
kogito.jobs-service.url = http://sonataflow-platform-jobs-service.ns1
mp.messaging.outgoing.kogito-job-service-job-request-events.connector = quarkus-http
mp.messaging.outgoing.kogito-job-service-job-request-events.url = http://sonataflow-platform-jobs-service.ns1/v2/jobs/events
mp.messaging.outgoing.kogito-processdefinitions-events.url = http://sonataflow-platform-data-index-service.ns1/definitions
mp.messaging.outgoing.kogito-processinstances-events.url = http://sonataflow-platform-data-index-service.ns1/processes
org.kie.kogito.addons.knative.eventing.health-enabled = false
kogito.service.url = http://greeting.ns1
quarkus.http.port = 8080
quarkus.http.host = 0.0.0.0
quarkus.devservices.enabled = false
quarkus.kogito.devservices.enabled = false`.trim().split('\n');

const B2 = `
kogito.events.grouping = true
kogito.events.grouping.binary = true
kogito.events.processdefinitions.enabled = true
kogito.events.processdefinitions.errors.propagate = true
kogito.events.processinstances.enabled = true
kogito.events.usertasks.enabled = false
mp.messaging.incoming.kogito_incoming_stream.connector = quarkus-http
mp.messaging.incoming.kogito_incoming_stream.path = /
mp.messaging.outgoing.kogito-job-service-job-request-events.connector = quarkus-http
mp.messaging.outgoing.kogito-job-service-job-request-events.method = POST
mp.messaging.outgoing.kogito-job-service-job-request-events.url = \${K_SINK}
mp.messaging.outgoing.kogito-processdefinitions-events.connector = quarkus-http
mp.messaging.outgoing.kogito-processdefinitions-events.method = POST
mp.messaging.outgoing.kogito-processdefinitions-events.url = \${K_SINK}
mp.messaging.outgoing.kogito-processinstances-events.connector = quarkus-http
mp.messaging.outgoing.kogito-processinstances-events.method = POST
mp.messaging.outgoing.kogito-processinstances-events.url = \${K_SINK}
mp.messaging.outgoing.kogito_outgoing_stream.connector = quarkus-http
mp.messaging.outgoing.kogito_outgoing_stream.url = \${K_SINK}
org.kie.kogito.addons.knative.eventing.health-enabled = true
kogito.service.url = http://greeting.ns1
quarkus.http.port = 8080
quarkus.http.host = 0.0.0.0
quarkus.devservices.enabled = false
quarkus.kogito.devservices.enabled = false`.trim().split('\n');

test('both services, wired by HTTP', () => {
  expect(lines(greeting(SLEEP), { services: SERVICES })).toEqual(B1);
});

test('both services and a broker', () => {
  expect(lines(greeting(EVENTS), { services: SERVICES, eventing: { broker: BROKER } })).toEqual(B2);
});

const PERSISTENCE = ['kogito.persistence.proto.marshaller = false', 'kogito.persistence.type = jdbc', 'quarkus.datasource.db-kind = postgresql'];

test.each([['preview', PERSISTENCE], ['gitops', []], ['dev', []]])('a database in the profile %s', (profile, expected) => {
  const written = lines(greeting({}, profile), { persistence: { postgresql: POSTGRESQL } });
  expect(written.filter((line) => /persistence|datasource/.test(line))).toEqual(expected);
});

test('dev: no services, no grouping, the dev UI closed', () => {
  const written = lines(greeting({}, 'dev'), { services: SERVICES }, { facts: { openshift: true, routeDomain: 'apps.example.org' } });
  expect(written).toEqual([
    'kogito.events.processdefinitions.enabled = false',
    'kogito.events.processinstances.enabled = false',
    'kogito.events.usertasks.enabled = false',
    'mp.messaging.outgoing.kogito-job-service-job-request-events.connector = quarkus-http',
    'mp.messaging.outgoing.kogito-job-service-job-request-events.url = http://localhost/v2/jobs/events',
    'org.kie.kogito.addons.knative.eventing.health-enabled = false',
    'quarkus.dev-ui.cors.enabled = false',
    'kogito.service.url = http://greeting.ns1',
    'quarkus.dev-ui.hosts = greeting-ns1.apps.example.org',
    ...B1.slice(-4),
  ]);
});

test('a platform property beats grouping and usertasks, and nothing else that the operator sets', () => {
  const flow = ['kogito.events.grouping', 'kogito.events.usertasks.enabled', 'kogito.jobs-service.url', 'kogito.service.url', 'quarkus.http.port', 'Mine']
    .map((name) => ({ name, value: 'mine' }));
  const written = lines(greeting(), { services: SERVICES, properties: { flow } });
  expect(written.filter((line) => line.endsWith('= mine'))).toEqual(['Mine = mine', 'kogito.events.grouping = mine', 'kogito.events.usertasks.enabled = mine']);
});

test.each<[string, JsonObject, string | undefined]>([
  ['nothing', {}, undefined],
  ['an empty value', { value: '' }, undefined],
  ['a ConfigMap', { valueFrom: { configMapKeyRef: { name: 'c', key: 'k' } } }, 'from the map'],
  ['a missing key', { valueFrom: { configMapKeyRef: { name: 'c', key: 'other' } } }, ''],
  ['a Secret', { valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }, '<secret s/k>'],
  ['a Secret before a ConfigMap', { valueFrom: { secretKeyRef: { name: 's', key: 'k' }, configMapKeyRef: { name: 'c', key: 'k' } } }, '<secret s/k>'],
  ['an unterminated expression', { value: '${x' }, undefined],
  ['an expression of itself', { value: '${mine}' }, undefined],
])('a platform property from %s', (_what, property, expected) => {
  const objects = [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c', namespace: 'ns1' }, data: { k: 'from the map' } },
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's', namespace: 'ns1' }, data: { k: null } },
  ];
  const written = lines(greeting(), { properties: { flow: [{ name: 'mine', ...property }] } }, { objects });
  expect(written.filter((line) => line.startsWith('mine'))).toEqual(expected === undefined ? [] : [`mine = ${expected}`]);
});

test('each entry names its source', () => {
  const hub = platform({ services: SERVICES, properties: { flow: [{ name: 'a', value: 'b' }] } }, { namespace: 'ns1' });
  const entries = propertiesOf([greeting(SLEEP), hub]);
  const sourceOf = (name: string) => entries.find((entry) => entry.name === name);
  expect(sourceOf('kogito.jobs-service.url')).toMatchObject({ source: PropertySource.JOBS_SERVICE, reason: 'SonataFlowPlatform ns1/hub: spec.services.jobService' });
  expect(sourceOf('kogito.data-index.url')).toMatchObject({ source: PropertySource.DATA_INDEX, reason: 'SonataFlowPlatform ns1/hub: spec.services.dataIndex' });
  expect(sourceOf('a')).toMatchObject({ source: PropertySource.PLATFORM, reason: 'SonataFlowPlatform hub: spec.properties.flow[0]' });
  expect(sourceOf('quarkus.http.port')).toMatchObject({ source: PropertySource.IMMUTABLE });
});

test('compression is the one setting of event grouping that an operator can have', () => {
  const operator = OperatorVersion.custom({ groupedEventsCompressed: true });
  expect(lines(greeting(), {}, { operator })).toContain('kogito.events.grouping.compress = true');
  expect(lines(greeting({}, 'dev'), {}, { operator }).join()).not.toContain('grouping');
});
