import { platformModel } from '../../src/model/platform';
import { serviceProperties } from '../../src/properties/service-properties';
import { OperatorVersion } from '../../src/values/operator-version';
import { BROKER, landscape, platform, POSTGRESQL } from '../resources';

function lines(spec: object, kind: 'dataIndex' | 'jobsService' = 'jobsService', operator = OperatorVersion.APACHE_10_1_0): string[] {
  const resource = platform(spec, { name: 'sonataflow-platform', namespace: 'ns1' });
  const model = platformModel(landscape([resource], { operator }), resource);
  return serviceProperties(operator._behaviour, model, model[kind]!).map(({ name, value }) => `${name} = ${value}`);
}

/** Worked example B.3 of the reference, line for line. */
const B3 = `
kogito.jobs-service.http.job-status-change-events = true
kogito.jobs-service.management.leader-check.expiration-in-seconds = 60
kogito.service.url = http://sonataflow-platform-jobs-service.ns1
mp.messaging.outgoing.kogito-job-service-job-status-events-http.connector = quarkus-http
mp.messaging.outgoing.kogito-job-service-job-status-events-http.method = POST
mp.messaging.outgoing.kogito-job-service-job-status-events-http.url = \${K_SINK}
quarkus.datasource.reactive.url = postgresql://pg.dbns:1234/mydb?search_path=sonataflow-platform-jobs-service
quarkus.devservices.enabled = false
quarkus.http.host = 0.0.0.0
quarkus.http.port = 8080
quarkus.kogito.devservices.enabled = false
quarkus.smallrye-health.check."io.quarkus.kafka.client.health.KafkaHealthCheck".enabled = false
quarkus.smallrye-health.check."org.kie.kogito.jobs.service.management.JobServiceLeaderLivenessHealthCheck".enabled = true
quarkus.smallrye-health.check."org.kie.kogito.jobs.service.messaging.http.health.knative.KSinkInjectionHealthCheck".enabled = true`.trim().split('\n');

const REACTIVE = 'quarkus.datasource.reactive.url';
const BOTH = { dataIndex: {}, jobService: {} };

test('Jobs Service with a broker, a database and a Data Index', () => {
  const serviceRef = { name: 'pg', namespace: 'dbns', port: 1234, databaseName: 'mydb' };
  expect(lines({ services: BOTH, eventing: { broker: BROKER }, persistence: { postgresql: { ...POSTGRESQL, serviceRef } } })).toEqual(B3);
});

test.each<[string, object, string | undefined]>([
  ['without a Data Index', { jobService: {} }, undefined],
  ['with a disabled one', { jobService: {}, dataIndex: { enabled: false } }, undefined],
  ['with one', BOTH, 'http://sonataflow-platform-data-index-service.ns1/jobs'],
  ['with one and a source', { dataIndex: {}, jobService: { source: BROKER } }, '${K_SINK}'],
  ['with one and a sink only', { dataIndex: {}, jobService: { sink: BROKER } }, 'http://sonataflow-platform-data-index-service.ns1/jobs'],
])('job status change events %s', (_what, services, url) => {
  const found = lines({ services }).find((line) => line.includes('status-events-http.url'));
  expect(found?.split(' = ')[1]).toBe(url);
});

test('the reactive URL is a property in 10.1.0 only', () => {
  const spec = { services: BOTH, persistence: { postgresql: { secretRef: { name: 's' }, jdbcUrl: 'jdbc:postgresql://h:5432/db?currentSchema=js&x=1' } } };
  expect(lines(spec)).toContain(`${REACTIVE} = postgresql://h:5432/db?search_path=js`);
  expect(lines(spec, 'jobsService', OperatorVersion.KUBESMARTS_1_X).join()).not.toContain(REACTIVE);
  expect(lines(spec, 'dataIndex').join()).not.toContain(REACTIVE);
});

test('the Data Index has six', () => {
  expect(lines({ services: BOTH, eventing: { broker: BROKER } }, 'dataIndex')).toEqual([
    'kogito.service.url = http://sonataflow-platform-data-index-service.ns1', ...B3.slice(7, 12),
  ]);
});
