import { JsonObject } from '../../src/json/json';
import { requiredExtensions } from '../../src/model/required-extensions';
import { workflowModel } from '../../src/model/workflow';
import { OperatorVersion } from '../../src/values/operator/operator-version';
import { landscapeOf } from '../landscapes';

const POSTGRESQL = { postgresql: { secretRef: { name: 'login' }, serviceRef: { name: 'pg' } } };
const BROKER = { ref: { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name: 'bus' } };
const ALWAYS = ['io.quarkus:quarkus-smallrye-health', 'org.kie:kogito-addons-quarkus-jobs-knative-eventing'];
const PERSISTENCE = ['io.quarkus:quarkus-jdbc-postgresql', 'io.quarkus:quarkus-agroal', 'org.kie:kie-addons-quarkus-persistence-jdbc'];

function extensions(spec: JsonObject, platform: JsonObject = {}, operator = OperatorVersion.APACHE_10_1_0) {
  const landscape = landscapeOf([
    { apiVersion: 'sonataflow.org/v1alpha08', kind: 'SonataFlowPlatform', metadata: { name: 'p' }, spec: platform },
    { apiVersion: 'sonataflow.org/v1alpha08', kind: 'SonataFlow', metadata: { name: 'greet' }, spec: { flow: {}, ...spec } },
  ], {}, { operator });
  return requiredExtensions(landscape.operator, workflowModel(landscape, landscape.workflows[0]));
}
const names = (...args: Parameters<typeof extensions>) => extensions(...args).map(({ extension }) => extension);

test.each<[string, JsonObject, JsonObject, readonly string[]]>([
  ['nothing', {}, {}, ALWAYS],
  ['a database', { persistence: POSTGRESQL }, {}, [...PERSISTENCE, ...ALWAYS]],
  ['the database of the platform', {}, { persistence: POSTGRESQL }, [...PERSISTENCE, ...ALWAYS]],
  ['a Data Index', {}, { services: { dataIndex: {} } }, [...ALWAYS, 'org.kie:kie-addons-quarkus-events-process']],
  ['a Jobs Service', {}, { services: { jobService: {} } }, ALWAYS],
  ['a sink', { sink: BROKER }, {}, [...ALWAYS, 'org.kie:kie-addons-quarkus-knative-eventing']],
  ['an event', { flow: { events: [{ name: 'E', type: 'e', kind: 'produced' }] } }, {}, [...ALWAYS, 'org.kie:kie-addons-quarkus-knative-eventing']],
  ['monitoring', {}, { monitoring: { enabled: true } }, [
    ...ALWAYS, 'org.kie:kie-addons-quarkus-monitoring-prometheus', 'org.kie:kie-addons-quarkus-monitoring-sonataflow',
  ]],
])('%s', (_what, spec, platform, expected) => {
  expect(names(spec, platform)).toEqual(expected);
});

test.each([
  ['OSL 1.36', OperatorVersion.OSL_1_36, '3.15.4.redhat-00001', '9.103.0.redhat-00004'],
  ['OSL 1.37.0', OperatorVersion.fromName('osl-1.37.0'), '3.20.3.redhat-00003', '9.104.0.redhat-00004'],
  ['OSL 1.37.1', OperatorVersion.fromName('osl-1.37.1'), '3.20.3.redhat-00003', '9.104.0.redhat-00005'],
  ['OSL 1.37.2', OperatorVersion.fromName('osl-1.37.2'), '3.20.3.redhat-00003', '9.104.0.redhat-00006'],
  ['OSL 1.38', OperatorVersion.OSL_1_38, '3.27.3.redhat-00002', '9.105.0.redhat-00003'],
])('%s has its versions', (_name, operator, quarkus, kogito) => {
  expect(names({ persistence: POSTGRESQL }, { services: { dataIndex: {} } }, operator)).toEqual([
    `io.quarkus:quarkus-jdbc-postgresql:${quarkus}`, `io.quarkus:quarkus-agroal:${quarkus}`, `org.kie:kie-addons-quarkus-persistence-jdbc:${kogito}`,
    `io.quarkus:quarkus-smallrye-health:${quarkus}`, `org.kie:kogito-addons-quarkus-jobs-knative-eventing:${kogito}`,
    `org.kie:kie-addons-quarkus-events-process:${kogito}`,
  ]);
});

test('the version of a configured extension stays', () => {
  const operator = OperatorVersion.custom({ base: OperatorVersion.OSL_1_38, persistenceExtensions: ['a:b:1', 'c:d'] });
  expect(names({ persistence: POSTGRESQL }, {}, operator).slice(0, 2)).toEqual(['a:b:1', 'c:d:9.105.0.redhat-00003']);
});

test('the builder adds all but those of the database', () => {
  const all = extensions({ persistence: POSTGRESQL, sink: BROKER }, { services: { dataIndex: {} }, monitoring: { enabled: true } });
  expect(all.filter(({ inBuilder }) => !inBuilder).map(({ extension }) => extension)).toEqual(PERSISTENCE);
});

test('each says what goes wrong without it', () => {
  const [, , process] = extensions({}, { services: { dataIndex: {} } });
  expect(process.reason).toBe('the channels to the Data Index have no connector, and the workflow ends with SRMSG00071');
});
