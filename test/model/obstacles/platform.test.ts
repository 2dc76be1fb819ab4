import { fieldName } from '../../../src/json/field-path';
import { JsonObject } from '../../../src/json/json';
import { migrationPlan } from '../../../src/model/migration';
import { PLATFORM_STEPS, platformObstacles } from '../../../src/model/obstacles/platform';
import { platformModel } from '../../../src/model/platform';
import { ClusterFacts } from '../../../src/values/operator/cluster-facts';
import { OperatorVersion } from '../../../src/values/operator/operator-version';
import { landscapeOf } from '../../landscapes';
import { platform, POSTGRESQL } from '../../platforms';

/** Each obstacle as `step rule stops field`. */
function obstacles(objects: readonly JsonObject[], facts: ClusterFacts = {}, operator = OperatorVersion.APACHE_10_1_0): string[] {
  const landscape = landscapeOf(objects, facts, { operator, corrected: false });
  const model = platformModel(landscape, landscape.platforms('orders')[0]);
  return platformObstacles(landscape, model, migrationPlan(landscape, model))
    .map(({ step, rule, stops, optional, path = [] }) => `${step} ${rule} ${stops}${optional ? ' optional' : ''} ${fieldName(path)}`);
}

const BROKER = { broker: { ref: { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name: 'bus' } } };
const NOT_READY = {
  apiVersion: 'eventing.knative.dev/v1',
  kind: 'Broker',
  metadata: { name: 'bus', namespace: 'orders' },
  status: { conditions: [{ type: 'Ready', status: 'False' }] },
};
const JOBS = { jobService: {} };
const SINK = { jobService: { sink: { uri: 'http://x' } } };
const BOTH = { dataIndex: {}, jobService: {} };
const DB2 = { postgresql: { secretRef: { name: 's' }, jdbcUrl: 'jdbc:db2://h/db' } };
const MIGRATING = platform({ services: { dataIndex: { persistence: { dbMigrationStrategy: 'job' } } }, persistence: { postgresql: POSTGRESQL } });
const job = (status: JsonObject) => ({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'sonataflow-db-migrator-job', namespace: 'orders' }, status });
const CONTINUED = OperatorVersion.KUBESMARTS_1_X;

test.each<[string, JsonObject[], ClusterFacts, OperatorVersion, string[]]>([
  ['nothing', [platform({ services: BOTH, eventing: BROKER, persistence: { postgresql: POSTGRESQL } })], {}, OperatorVersion.APACHE_10_1_0, []],
  ['a migration that failed', [MIGRATING, job({ failed: 1 })], {}, OperatorVersion.APACHE_10_1_0,
    ['migration SF-MIGRATION-FAILED operator spec.services']],
  ['a migration that did not fail', [MIGRATING, job({ succeeded: 1 })], {}, OperatorVersion.APACHE_10_1_0, []],
  ['a failed Job of a platform that migrates nothing', [platform({ services: BOTH }), job({ failed: 1 })], {}, OperatorVersion.APACHE_10_1_0, []],
  ['an own URL that the operator cannot read', [platform({ services: { jobService: { persistence: DB2 } } })], {}, OperatorVersion.APACHE_10_1_0,
    ['jobsService.configuration SF-PG-JDBC-KIND operator spec.services.jobService.persistence.postgresql.jdbcUrl']],
  ['such a URL of the platform', [platform({ services: JOBS, persistence: DB2 })], {}, OperatorVersion.APACHE_10_1_0,
    ['jobsService.configuration SF-PG-JDBC-KIND operator spec.persistence.postgresql.jdbcUrl']],
  ['1.x reads every URL', [platform({ services: { jobService: { persistence: DB2 } } })], {}, CONTINUED, []],
  ['10.1.0 goes on without a sink', [platform({ services: SINK })], { knative: false }, OperatorVersion.APACHE_10_1_0, [
    'jobsService.deployment SF-EVENT-NO-KNATIVE operator optional spec.services.jobService',
    'jobsService.sinkBinding SF-EVENT-NO-KNATIVE both spec.services.jobService',
  ]],
  ['1.x does not', [platform({ services: SINK })], { knative: false }, CONTINUED, [
    'jobsService.deployment SF-EVENT-NO-KNATIVE operator spec.services.jobService',
    'jobsService.sinkBinding SF-EVENT-NO-KNATIVE both spec.services.jobService',
  ]],
  ['a broker without Knative', [platform({ services: { dataIndex: {} }, eventing: BROKER })], { knative: false }, OperatorVersion.APACHE_10_1_0,
    ['dataIndex.triggers SF-EVENT-NO-KNATIVE both spec.services.dataIndex']],
  ['a broker by address alone', [platform({ services: BOTH, eventing: { broker: { uri: 'http://x' } } })], {}, CONTINUED, [
    'dataIndex.triggers SF-EVENT-BROKER-URI operator spec.eventing.broker',
    'jobsService.triggers SF-EVENT-BROKER-URI operator spec.eventing.broker',
  ]],
  ['a broker that is not ready', [platform({ services: JOBS, eventing: BROKER }), NOT_READY], {}, OperatorVersion.APACHE_10_1_0,
    ['jobsService.triggers SF-EVENT-BROKER-READY operator spec.eventing.broker']],
  ['a broker that is not ready, and no service', [platform({ eventing: BROKER }), NOT_READY], {}, OperatorVersion.APACHE_10_1_0, []],
])('%s', (_what, objects, facts, operator, expected) => {
  expect(obstacles(objects, facts, operator)).toEqual(expected);
});

test('the services come one after the other behind the migration', () => {
  expect(PLATFORM_STEPS).toEqual([
    'migration',
    'dataIndex.configuration', 'dataIndex.deployment', 'dataIndex.disruptionBudget', 'dataIndex.service', 'dataIndex.triggers', 'dataIndex.sinkBinding',
    'jobsService.configuration', 'jobsService.deployment', 'jobsService.disruptionBudget', 'jobsService.service', 'jobsService.triggers',
    'jobsService.sinkBinding',
  ]);
});
