import { JsonObject } from '../../../src/json/json';
import { migrationJob } from '../../../src/manifests/parts/migration-job';
import { deployedPlatforms } from '../../../src/model/cluster-platform';
import { migrationPlan } from '../../../src/model/migration';
import { platformModel } from '../../../src/model/platform';
import { OperatorVersion } from '../../../src/values/operator/operator-version';
import { landscapeOf } from '../../landscapes';
import { platform, POSTGRESQL } from '../../platforms';

const JOB = { dbMigrationStrategy: 'job' };

function job(spec: JsonObject, operator: OperatorVersion, corrected = false) {
  const landscape = landscapeOf([platform(spec)], {}, { operator, corrected });
  const model = platformModel(landscape, deployedPlatforms(landscape, 'orders')[0]);
  return migrationJob(landscape, model, migrationPlan(landscape, model)!);
}

const env = (service: string, migrates: boolean, values?: { url: string; secret: string; user: string; password: string; schema: string }) => [
  { name: `MIGRATE_DB_${service}`, value: String(migrates) },
  ...values ? [
    { name: `QUARKUS_DATASOURCE_${service}_JDBC_URL`, value: values.url },
    { name: `QUARKUS_DATASOURCE_${service}_USERNAME`, valueFrom: { secretKeyRef: { name: values.secret, key: values.user } } },
    { name: `QUARKUS_DATASOURCE_${service}_PASSWORD`, valueFrom: { secretKeyRef: { name: values.secret, key: values.password } } },
    { name: `QUARKUS_FLYWAY_${service}_SCHEMAS`, value: values.schema },
  ] : [],
];
const BLANKS = { url: ' ', secret: ' ', user: ' ', password: ' ', schema: ' ' };
const DATABASE = {
  url: 'jdbc:postgresql://pg.data:6432/flows?currentSchema=hub-jobs-service', secret: 'pg-login', user: 'user', password: 'pass', schema: 'hub-jobs-service',
};
const own = { services: { jobService: { persistence: { ...JOB, postgresql: POSTGRESQL } } } };
const nothing = { services: { jobService: { persistence: JOB } } };

test.each([
  ['10.1.0 writes blanks for the other', OperatorVersion.APACHE_10_1_0, own, [...env('DATAINDEX', false, BLANKS), ...env('JOBSSERVICE', true, DATABASE)]],
  ['1.x leaves the other out', OperatorVersion.KUBESMARTS_1_X, own, [...env('DATAINDEX', false), ...env('JOBSSERVICE', true, DATABASE)]],
  ['10.1.0 without a database', OperatorVersion.APACHE_10_1_0, nothing, [...env('DATAINDEX', false, BLANKS), ...env('JOBSSERVICE', true, BLANKS)]],
  ['1.x without a database', OperatorVersion.KUBESMARTS_1_X, nothing, [...env('DATAINDEX', false), ...env('JOBSSERVICE', true, BLANKS)]],
])('what the migrator is told: %s', (_what, operator, spec, expected) => {
  expect(job(spec, operator)).toMatchObject({ spec: { template: { spec: { containers: [{ env: expected }] } } } });
});

test('the Job of 1.x', () => expect(job(own, OperatorVersion.KUBESMARTS_1_X)).toMatchObject({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: {
    name: 'sonataflow-db-migrator-job-ea90e208',
    namespace: 'orders',
    labels: {
      'app': 'hub',
      'app-namespace': 'orders',
      'sonataflow.org/service': 'sonataflow-db-job-sonataflow-db-migrator-job-ea90e208',
      'app.kubernetes.io/instance': 'hub',
      'app.kubernetes.io/name': 'sonataflow-db-migrator-job-ea90e208',
      'app.kubernetes.io/component': 'hub-sonataflow-db-migrator-job-ea90e208',
      'app.kubernetes.io/part-of': 'hub',
      'app.kubernetes.io/managed-by': 'sonataflow-operator',
      'app.kubernetes.io/version': 'main',
    },
  },
  spec: {
    backoffLimit: 0,
    template: {
      spec: { containers: [{ name: 'db-migration-container', image: 'docker.io/apache/kie-kogito-db-migrator-tool:main' }], restartPolicy: 'Never' },
    },
  },
}));

describe('with corrections', () => {
  const elsewhere = { secretRef: { name: 'pg-login' }, serviceRef: { name: 'pg', namespace: 'data', port: 6432 } };
  const corrected = (postgresql: JsonObject) =>
    job({ persistence: { postgresql }, services: { jobService: { persistence: JOB } } }, OperatorVersion.APACHE_10_1_0, true);

  test('it has the port and the namespace of the platform\'s database, default keys, and no blanks', () => {
    expect(corrected(elsewhere)).toMatchObject({
      spec: {
        template: {
          spec: {
            containers: [{
              env: [
                ...env('DATAINDEX', false),
                ...env('JOBSSERVICE', true, {
                  url: 'jdbc:postgresql://pg.data:6432/sonataflow?currentSchema=hub-jobs-service',
                  secret: 'pg-login',
                  user: 'POSTGRESQL_USER',
                  password: 'POSTGRESQL_PASSWORD',
                  schema: 'hub-jobs-service',
                }),
              ],
            }],
          },
        },
      },
    });
  });

  test('another database makes another Job, since one that was applied cannot be changed', () => {
    const { name } = corrected(elsewhere).metadata;
    expect(name).toMatch(/^sonataflow-db-migrator-job-[0-9a-f]{1,8}$/);
    expect(corrected(elsewhere).metadata.name).toBe(name);
    expect(corrected({ ...elsewhere, serviceRef: { name: 'other' } }).metadata.name).not.toBe(name);
  });
});
