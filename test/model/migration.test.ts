import { JsonObject } from '../../src/json/json';
import { deployedPlatforms } from '../../src/model/cluster-platform';
import { MigrationDatabase, MigrationPlan, migrationPlan } from '../../src/model/migration';
import { platformModel } from '../../src/model/platform';
import { OperatorVersion } from '../../src/values/operator/operator-version';
import { landscapeOf, LandscapeOptions } from '../landscapes';
import { platform, POSTGRESQL } from '../platforms';

const APACHE = { operator: OperatorVersion.APACHE_10_1_0, corrected: false };
const CONTINUED = { operator: OperatorVersion.KUBESMARTS_1_X, corrected: false };
const CORRECTED = { operator: OperatorVersion.APACHE_10_1_0, corrected: true };
const JOB = { dbMigrationStrategy: 'job' };

function plan(spec: JsonObject, options: LandscapeOptions): MigrationPlan | undefined {
  const landscape = landscapeOf([platform(spec)], {}, options);
  return migrationPlan(landscape, platformModel(landscape, deployedPlatforms(landscape, 'orders')[0]));
}

const jobsServiceDatabase = (spec: JsonObject, options: LandscapeOptions): MigrationDatabase | undefined => plan(spec, options)?.services[1].database;

test.each([
  ['strategy service', { services: { dataIndex: { persistence: { dbMigrationStrategy: 'service' } } } }],
  ['strategy none', { services: { dataIndex: { persistence: { dbMigrationStrategy: 'none' } } } }],
  ['nothing said', { services: { dataIndex: {}, jobService: {} }, persistence: { postgresql: POSTGRESQL } }],
])('no plan: %s', (_what, spec) => expect(plan(spec, APACHE)).toBeUndefined());

test.each([
  ['Data Index', { dataIndex: { persistence: JOB }, jobService: {} }, [true, false]],
  ['Jobs Service, disabled', { jobService: { enabled: false, persistence: JOB } }, [false, true]],
  ['both', { dataIndex: { persistence: JOB }, jobService: { persistence: JOB } }, [true, true]],
])('who migrates: %s', (_what, services, migrates) => {
  expect(plan({ services }, APACHE)!.services.map((service) => service.migrates)).toEqual(migrates);
});

test.each([
  ['10.1.0', OperatorVersion.APACHE_10_1_0, 'sonataflow-db-migrator-job'],
  ['1.x', OperatorVersion.KUBESMARTS_1_X, 'sonataflow-db-migrator-job-ea90e208'],
  ['1.x with another tag', OperatorVersion.custom({ base: OperatorVersion.KUBESMARTS_1_X, tag: '10.1.0' }), 'sonataflow-db-migrator-job-52fa09b'],
  ['OpenShift Serverless Logic 1.37', OperatorVersion.OSL_1_37, 'sonataflow-db-migrator-job'],
  ['OpenShift Serverless Logic 1.38', OperatorVersion.OSL_1_38, 'sonataflow-db-migrator-job-b81d6bb3'],
  ['the same, if its label is 1.38.1', OperatorVersion.custom({ base: OperatorVersion.OSL_1_38, tag: '1.38.1' }), 'sonataflow-db-migrator-job-b71d6a20'],
])('name of the Job in %s', (_what, operator, name) => {
  expect(plan({ services: { dataIndex: { persistence: JOB } } }, { operator, corrected: false })!.jobName).toBe(name);
});

const platformDatabase = { services: { jobService: { persistence: JOB } }, persistence: { postgresql: POSTGRESQL } };
const ownDatabase = (postgresql: JsonObject) => ({ services: { jobService: { persistence: { ...JOB, postgresql } } } });
const withoutKeys = ownDatabase({ secretRef: { name: 'login' }, serviceRef: { name: 'own' } });
const byUrl = (jdbcUrl: string) => ownDatabase({ secretRef: { name: 'login' }, jdbcUrl });

test.each([
  ['the operator drops namespace and port of the platform\'s database', platformDatabase, APACHE,
    'jdbc:postgresql://pg.orders:5432/flows?currentSchema=hub-jobs-service'],
  ['so does 1.x', platformDatabase, CONTINUED, 'jdbc:postgresql://pg.orders:5432/flows?currentSchema=hub-jobs-service'],
  ['not of the service\'s own', ownDatabase(POSTGRESQL), APACHE, 'jdbc:postgresql://pg.data:6432/flows?currentSchema=hub-jobs-service'],
  ['corrected: the address that the service has', platformDatabase, CORRECTED, 'jdbc:postgresql://pg.data:6432/flows?currentSchema=hub-jobs-service'],
  ['a URL goes as it is', byUrl('jdbc:postgresql://h/db'), APACHE, 'jdbc:postgresql://h/db'],
])('address: %s', (_what, spec, options, jdbcUrl) => expect(jobsServiceDatabase(spec, options)).toMatchObject({ jdbcUrl }));

test.each([
  ['10.1.0 has no default', withoutKeys, APACHE, { secretName: 'login', userKey: '', passwordKey: '' }],
  ['1.x has', withoutKeys, CONTINUED, { userKey: 'POSTGRESQL_USER', passwordKey: 'POSTGRESQL_PASSWORD' }],
  ['corrected: the keys that the service reads', withoutKeys, CORRECTED, { userKey: 'POSTGRESQL_USER', passwordKey: 'POSTGRESQL_PASSWORD' }],
  ['named keys', platformDatabase, APACHE, { secretName: 'pg-login', userKey: 'user', passwordKey: 'pass' }],
])('keys: %s', (_what, spec, options, keys) => expect(jobsServiceDatabase(spec, options)).toMatchObject(keys));

test.each([
  ['name of the service', platformDatabase, APACHE, 'hub-jobs-service'],
  ['given', ownDatabase({ ...POSTGRESQL, serviceRef: { name: 'pg', databaseSchema: 'mine' } }), APACHE, 'mine'],
  ['of the URL', byUrl('jdbc:postgresql://h/db?a=b&currentSchema=js&c=d'), APACHE, 'js'],
  ['the operator\'s for a URL without one', byUrl('jdbc:postgresql://h/db'), APACHE, 'hub-jobs-service'],
  ['corrected: the one in which the service looks', byUrl('jdbc:postgresql://h/db'), CORRECTED, 'public'],
  ['corrected: of the URL', byUrl('jdbc:postgresql://h/db?currentSchema=js'), CORRECTED, 'js'],
])('schema: %s', (_what, spec, options, schema) => expect(jobsServiceDatabase(spec, options)).toMatchObject({ schema }));

test.each([['10.1.0', APACHE], ['1.x', CONTINUED], ['corrected', CORRECTED]])('no database, %s', (_what, options) => {
  expect(plan({ services: { jobService: { persistence: JOB } } }, options)!.services[1]).toEqual({ kind: 'jobsService', migrates: true, database: undefined });
});
