import { JsonObject } from '../../src/json/json';
import { deployedPlatforms } from '../../src/model/cluster-platform';
import { platformModel } from '../../src/model/platform';
import { ServiceKind } from '../../src/model/service';
import { serviceProperties, servicePropertiesFile } from '../../src/properties/service-properties';
import { OperatorVersion } from '../../src/values/operator/operator-version';
import { landscapeOf } from '../landscapes';
import { platform, POSTGRESQL } from '../platforms';

function file(spec: JsonObject, kind: ServiceKind, operator = OperatorVersion.APACHE_10_1_0): string {
  const landscape = landscapeOf([platform(spec)], {}, { operator });
  const model = platformModel(landscape, deployedPlatforms(landscape, 'orders')[0]);
  return servicePropertiesFile(serviceProperties(landscape.operator, model, model[kind]!));
}

const jobsService = (spec: JsonObject) => file({ ...spec, services: { jobService: {}, ...spec.services as JsonObject } }, 'jobsService');
const byUrl = (jdbcUrl: string) => jobsService({ persistence: { postgresql: { secretRef: { name: 's' }, jdbcUrl } } });
const BROKER = { eventing: { broker: { ref: { kind: 'Broker', name: 'bus' } } } };
const EVENTS_URL = 'mp.messaging.outgoing.kogito-job-service-job-status-events-http.url';
const KNATIVE_CHECK = 'quarkus.smallrye-health.check."org.kie.kogito.jobs.service.messaging.http.health.knative.KSinkInjectionHealthCheck".enabled';

test('the Data Index', () => expect(file({ services: { dataIndex: {} } }, 'dataIndex')).toBe(`kogito.service.url = http://hub-data-index-service.orders
quarkus.devservices.enabled = false
quarkus.http.host = 0.0.0.0
quarkus.http.port = 8080
quarkus.kogito.devservices.enabled = false
quarkus.smallrye-health.check."io.quarkus.kafka.client.health.KafkaHealthCheck".enabled = false
`));

test.each([
  ['alone it tells nobody', jobsService({}), EVENTS_URL, undefined],
  ['it tells the Data Index', jobsService({ services: { dataIndex: {} } }), EVENTS_URL, 'http://hub-data-index-service.orders/jobs'],
  ['not a disabled one', jobsService({ services: { dataIndex: { enabled: false } } }), EVENTS_URL, undefined],
  ['by the broker', jobsService({ ...BROKER, services: { dataIndex: {} } }), EVENTS_URL, '${K_SINK}'],
  ['the broker\'s health', jobsService(BROKER), KNATIVE_CHECK, 'true'],
  ['a source counts', jobsService({ services: { jobService: { source: { uri: 'http://x' } } } }), KNATIVE_CHECK, 'true'],
  ['so does one that says nothing', jobsService({ services: { jobService: { source: {} } } }), KNATIVE_CHECK, 'true'],
  ['a sink does not', jobsService({ services: { jobService: { sink: { uri: 'http://x' } } } }), KNATIVE_CHECK, 'false'],
])('the Jobs Service: %s', (_what, text, name, value) => {
  expect(text.split('\n').find((line) => line.startsWith(`${name} = `))).toBe(value && `${name} = ${value}`);
});

const reactive = (text: string) => text.split('\n').filter((line) => line.startsWith('quarkus.datasource.reactive.url')).join();

test.each([
  ['of a Service', jobsService({ persistence: { postgresql: POSTGRESQL } }), 'postgresql://pg.data:6432/flows?search_path=hub-jobs-service'],
  ['of a URL', byUrl('jdbc:postgresql://h/db?currentSchema=js&x=1'), 'postgresql://h/db?search_path=js'],
  ['a backslash is taken as an escape', byUrl('jdbc:postgresql://h/d%5Cb'), 'postgresql://h/db'],
  ['what reads as a broken escape stays', byUrl('jdbc:postgresql://h/d%5Cux'), 'postgresql://h/d\\ux'],
])('reactive URL: %s', (_what, text, url) => expect(reactive(text)).toBe(`quarkus.datasource.reactive.url = ${url}`));

test.each([
  ['no database', jobsService({})],
  ['an expression without an end is dropped', byUrl('jdbc:postgresql://h/${db')],
  ['a URL that cannot be read', byUrl('jdbc:postgresql://h:port/db')],
  ['1.x has it in the environment', file({ services: { jobService: {} }, persistence: { postgresql: POSTGRESQL } }, 'jobsService', OperatorVersion.KUBESMARTS_1_X)],
])('no reactive URL: %s', (_what, text) => expect(reactive(text)).toBe(''));

test('what hides in a value never beats what cannot be changed', () => {
  const text = byUrl('jdbc:postgresql://h/db%0Aquarkus.http.port=1%0Amine=2');
  expect(text).toContain('quarkus.http.port = 8080\n');
  expect(text).toContain('mine = 2\n');
});

/** Worked example B.3 of the reference, line for line. */
const B3 = `
kogito.jobs-service.http.job-status-change-events = true
kogito.jobs-service.management.leader-check.expiration-in-seconds = 60
kogito.service.url = http://hub-jobs-service.orders
mp.messaging.outgoing.kogito-job-service-job-status-events-http.connector = quarkus-http
mp.messaging.outgoing.kogito-job-service-job-status-events-http.method = POST
mp.messaging.outgoing.kogito-job-service-job-status-events-http.url = \${K_SINK}
quarkus.datasource.reactive.url = postgresql://pg.dbns:1234/mydb?search_path=hub-jobs-service
quarkus.devservices.enabled = false
quarkus.http.host = 0.0.0.0
quarkus.http.port = 8080
quarkus.kogito.devservices.enabled = false
quarkus.smallrye-health.check."io.quarkus.kafka.client.health.KafkaHealthCheck".enabled = false
quarkus.smallrye-health.check."org.kie.kogito.jobs.service.management.JobServiceLeaderLivenessHealthCheck".enabled = true
quarkus.smallrye-health.check."org.kie.kogito.jobs.service.messaging.http.health.knative.KSinkInjectionHealthCheck".enabled = true
`.trimStart();

test('Jobs Service with a broker, a database and a Data Index', () => {
  const serviceRef = { name: 'pg', namespace: 'dbns', port: 1234, databaseName: 'mydb' };
  expect(jobsService({ ...BROKER, services: { dataIndex: {} }, persistence: { postgresql: { ...POSTGRESQL, serviceRef } } })).toBe(B3);
});

test('what a backslash at the end swallows comes back if it cannot be changed', () => {
  const text = byUrl('jdbc:postgresql://h/db%5C');
  expect(reactive(text)).toBe('quarkus.datasource.reactive.url = postgresql://h/dbquarkus.devservices.enabled = false');
  expect(text).toContain('\nquarkus.devservices.enabled = false\n');
});
