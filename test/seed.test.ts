import { Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { EphemeralJobsServiceChart } from '../examples/jobs-service-ephemeral/chart';
import { JdbcUrlChart, OwnDatabaseChart } from '../examples/jobs-service-own-database/charts';
import { PostgreSqlJobsServiceChart } from '../examples/jobs-service-postgresql/chart';
import {
  DataIndexConstruct, InheritedPersistence, JobsServiceConstruct, PersistenceSource, PostgreSql, PropertyEntry, ServicePersistence, Severity,
  SonataFlowPlatformConstruct, SonataFlowTesting, WorkflowConstruct, WorkflowPersistence,
} from '../src';
import { postgres, definition, testChart, brokenRules } from './support';

/** The facts of the page "Managing Jobs Service with the Operator" of SonataFlow's documentation, in its order. */

const app = () => Testing.app();
const platformOf = (chart: Chart, name = 'sonataflow-platform') => SonataFlowTesting.objectNamed(chart, 'SonataFlowPlatform', name);
const spec = (object: Record<string, unknown>) => object.spec as Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any
const values = (entries: PropertyEntry[]) => Object.fromEntries(entries.map(({ name, value }) => [name, value]));

const POSTGRESQL = {
  secretRef: { name: 'postgres-secrets', userKey: 'POSTGRES_USER', passwordKey: 'POSTGRES_PASSWORD' },
  serviceRef: { name: 'postgres', port: 5432, databaseName: 'sonataflow' },
};

test('The platform CR exposes fields to configure a Jobs Service instance', () => {
  const chart = testChart();
  const platform = new SonataFlowPlatformConstruct(chart, 'Platform');
  expect(spec(platformOf(chart))).toEqual({});
  new JobsServiceConstruct(platform, 'JobsService');
  expect(spec(platformOf(chart))).toEqual({ services: { jobService: {} } });
});

describe('1 `services.jobService: {}`', () => {
  test('1-ephemeral.yaml comes out field for field', () => {
    expect(Testing.synth(new EphemeralJobsServiceChart(app(), 'c'))).toEqual([{
      apiVersion: 'sonataflow.org/v1alpha08',
      kind: 'SonataFlowPlatform',
      metadata: { name: 'sonataflow-platform' },
      spec: { services: { jobService: {} } },
    }]);
  });

  test('Deployment and pods are named <platform>-jobs-service', () => {
    const platform = new SonataFlowPlatformConstruct(testChart(), 'P', { metadata: { name: 'hub' } });
    expect(new JobsServiceConstruct(platform, 'J').serviceName).toBe('hub-jobs-service');
  });

  test('a finding of information says that the data is lost with the pod', () => {
    const platform = new SonataFlowPlatformConstruct(testChart(), 'P');
    new JobsServiceConstruct(platform, 'J');
    expect(platform.findings).toEqual([expect.objectContaining({
      rule: 'SF-SERVICE-EPHEMERAL', severity: Severity.INFORMATION, allowed: 'its data is lost with the pod',
    })]);
  });
});

test('Only PostgreSQL is supported, in two ways: the service\'s own `persistence` field, or the platform\'s', () => {
  const chart = testChart();
  const platform = new SonataFlowPlatformConstruct(chart, 'P', { persistence: postgres(chart) });
  const inherits = new DataIndexConstruct(platform, 'D');
  const own = new JobsServiceConstruct(platform, 'J', { persistence: ServicePersistence.postgreSql(postgres(chart, { name: 'other' })) });
  expect(inherits.database).toMatchObject({ source: PersistenceSource.PLATFORM, jdbcUrl: expect.stringContaining('//postgres:5432/') });
  expect(own.database).toMatchObject({ source: PersistenceSource.OWN, jdbcUrl: expect.stringContaining('//other:5432/') });
});

test('The persistence of a workflow\'s own CR has priority over the platform\'s', () => {
  const chart = testChart('orders');
  const platform = new SonataFlowPlatformConstruct(chart, 'P', { persistence: postgres(chart) });
  const workflow = new WorkflowConstruct(platform, 'W', {
    definition: definition(), persistence: WorkflowPersistence.postgreSql(postgres(chart, { name: 'own', databaseSchema: 'mine' })),
  });
  expect(workflow.database).toMatchObject({
    source: PersistenceSource.OWN, jdbcUrl: 'jdbc:postgresql://own.orders:5432/sonataflow?currentSchema=mine', databaseSchema: 'mine',
  });
});

test('2 Platform-level persistence: 2-platform-persistence.yaml comes out field for field', () => {
  const chart = testChart();
  new SonataFlowPlatformConstruct(chart, 'P', { persistence: postgres(chart) });
  expect(Testing.synth(chart)).toEqual([{
    apiVersion: 'sonataflow.org/v1alpha08',
    kind: 'SonataFlowPlatform',
    metadata: { name: 'sonataflow-platform' },
    spec: { persistence: { postgresql: POSTGRESQL } },
  }]);
});

describe('3 A workflow with `persistence: {}` derives its persistence from the active platform', () => {
  const annotations = { 'sonataflow.org/description': 'Callback State Timeouts Example k8s', 'sonataflow.org/version': '0.0.1' };

  test('3-workflow-derives.yaml comes out field for field with EMPTY_OBJECT', () => {
    const chart = new PostgreSqlJobsServiceChart(app(), 'c', { inheritedPersistence: InheritedPersistence.EMPTY_OBJECT });
    const { flow, ...rest } = spec(SonataFlowTesting.objectNamed(chart, 'SonataFlow', 'callbackstatetimeouts'));
    expect(rest).toEqual({ persistence: {} });
    expect(flow).toHaveProperty('states');
    expect(SonataFlowTesting.objectNamed(chart, 'SonataFlow', 'callbackstatetimeouts').metadata)
      .toEqual({ name: 'callbackstatetimeouts', annotations });
  });

  test('the trap: EMPTY_OBJECT is a warning, since released operators read it as ephemeral', () => {
    const chart = new PostgreSqlJobsServiceChart(app(), 'c', { inheritedPersistence: InheritedPersistence.EMPTY_OBJECT });
    expect(chart.workflow.database).toBeUndefined();
    expect(chart.workflow.findings).toContainEqual(expect.objectContaining({ rule: 'SF-PG-EMPTY', severity: Severity.WARNING }));
  });

  test('EXPLICIT says it in a way that the page and every operator understand', () => {
    const chart = new PostgreSqlJobsServiceChart(app(), 'c');
    expect(spec(SonataFlowTesting.objectNamed(chart, 'SonataFlow', 'callbackstatetimeouts')).persistence).toEqual({
      postgresql: { ...POSTGRESQL, serviceRef: { ...POSTGRESQL.serviceRef, databaseSchema: 'callbackstatetimeouts' } },
    });
    expect(chart.workflow.database?.source).toBe(PersistenceSource.PLATFORM);
  });

  test('ABSENT is the short form of released operators', () => {
    const chart = new PostgreSqlJobsServiceChart(app(), 'c', { inheritedPersistence: InheritedPersistence.ABSENT, namespace: 'orders' });
    expect(spec(SonataFlowTesting.objectNamed(chart, 'SonataFlow', 'callbackstatetimeouts'))).not.toHaveProperty('persistence');
    expect(chart.workflow.database?.jdbcUrl).toBe('jdbc:postgresql://postgres.orders:5432/sonataflow?currentSchema=callbackstatetimeouts');
  });
});

test('Nothing defined: falls back to ephemeral', () => {
  const chart = testChart();
  const platform = new SonataFlowPlatformConstruct(chart, 'P');
  const jobs = new JobsServiceConstruct(platform, 'J');
  const workflow = new WorkflowConstruct(platform, 'W', { definition: definition() });
  expect(jobs.database).toBeUndefined();
  expect(workflow.database).toBeUndefined();
  expect(spec(SonataFlowTesting.objectNamed(chart, 'SonataFlow', 'greet'))).not.toHaveProperty('persistence');
  expect(platform._facts().model.jobsService?.image).toContain('jobs-service-ephemeral');
});

describe('`jdbcUrl` instead of `serviceRef`', () => {
  test('is used verbatim', () => {
    const chart = new JdbcUrlChart(app(), 'c');
    const { dataIndex, jobService } = spec(platformOf(chart)).services;
    expect(dataIndex.persistence.postgresql.jdbcUrl).toBe('jdbc:postgresql://db.example.org:5432/data_index?sslmode=verify-full');
    expect(jobService.persistence.postgresql).toEqual({
      jdbcUrl: 'jdbc:postgresql://db.example.org:5432/jobs?sslmode=verify-full',
      secretRef: { name: 'managed-postgres', userKey: 'user', passwordKey: 'password' },
    });
    expect(chart.jobsService.database?.jdbcUrl).toBe('jdbc:postgresql://db.example.org:5432/jobs?sslmode=verify-full');
  });

  test('must not carry a schema', () => {
    const chart = testChart();
    const { secret } = { secret: kplus.Secret.fromSecretName(chart, 'S', 's') };
    const platform = new SonataFlowPlatformConstruct(chart, 'P', {
      persistence: PostgreSql.fromJdbcUrl('jdbc:postgresql://h/db?currentSchema=jobs', { credentials: { secret } }),
    });
    new JobsServiceConstruct(platform, 'J');
    expect(platform.findings).toContainEqual(expect.objectContaining({ rule: 'SF-PG-JDBC-SCHEMA', severity: Severity.WARNING }));
  });

  test('must be PostgreSQL\'s', () => {
    const chart = testChart();
    const secret = kplus.Secret.fromSecretName(chart, 'S', 's');
    expect(brokenRules(() => PostgreSql.fromJdbcUrl('jdbc:mariadb://h/db', { credentials: { secret } }))).toEqual(['SF-PG-JDBC-KIND']);
  });
});

describe('4 Persistence inside the service specification', () => {
  test('4-meant.yaml comes out field for field', () => {
    expect(Testing.synth(new OwnDatabaseChart(app(), 'c'))).toEqual([{
      apiVersion: 'sonataflow.org/v1alpha08',
      kind: 'SonataFlowPlatform',
      metadata: { name: 'callbackstatetimeouts' },
      spec: {
        services: {
          jobService: {
            persistence: { postgresql: { ...POSTGRESQL, serviceRef: { ...POSTGRESQL.serviceRef, databaseSchema: 'jobs-service' } } },
          },
        },
      },
    }]);
  });

  test('4-as-written.yaml: a schema in the platform\'s own persistence is an error that names the right place', () => {
    const chart = testChart();
    const platform = new SonataFlowPlatformConstruct(chart, 'P', { persistence: postgres(chart, { databaseSchema: 'jobs-service' }) });
    expect(platform.findings).toContainEqual(expect.objectContaining({
      rule: 'SF-PG-SCHEMA-PLATFORM', severity: Severity.ERROR, fix: expect.stringContaining('ServicePersistence.postgreSql'),
    }));
    expect(() => Testing.synth(chart)).toThrow('SF-PG-SCHEMA-PLATFORM');
  });
});

test('The user and password values are keys in the Secret, and no value is ever in the output', () => {
  const chart = testChart();
  const secret = new kplus.Secret(chart, 'S', { metadata: { name: 'db' }, stringData: { user: 'root', password: 'hunter2' } });
  const platform = new SonataFlowPlatformConstruct(chart, 'P', {
    persistence: PostgreSql.fromService({ name: 'pg', credentials: { secret, userKey: 'user', passwordKey: 'password' } }),
  });
  const jobs = new JobsServiceConstruct(platform, 'J');
  expect(jobs.database).toMatchObject({ secretName: 'db', userKey: 'user', passwordKey: 'password' });
  expect(JSON.stringify([platformOf(chart), jobs.properties])).not.toContain('hunter2');
});

test('The operator configures the Jobs Service\'s application properties when the Data Index is also there', () => {
  const platform = new SonataFlowPlatformConstruct(testChart('orders'), 'P');
  const jobs = new JobsServiceConstruct(platform, 'J');
  expect(Object.keys(values(jobs.properties)).filter((name) => name.includes('status'))).toEqual([]);
  new DataIndexConstruct(platform, 'D');
  expect(values(jobs.properties)).toMatchObject({
    'kogito.jobs-service.http.job-status-change-events': 'true',
    'mp.messaging.outgoing.kogito-job-service-job-status-events-http.url': 'http://sonataflow-platform-data-index-service.orders/jobs',
  });
});

test('The operator injects application properties into the workflows of the namespace when the Jobs Service is there', () => {
  const platform = new SonataFlowPlatformConstruct(testChart('orders'), 'P');
  const workflow = new WorkflowConstruct(platform, 'W', { definition: definition() });
  const requestEvents = 'mp.messaging.outgoing.kogito-job-service-job-request-events.url';
  expect(values(workflow.managedProperties)).toMatchObject({ [requestEvents]: 'http://localhost/v2/jobs/events' });
  expect(values(workflow.managedProperties)).not.toHaveProperty(['kogito.jobs-service.url']);
  new JobsServiceConstruct(platform, 'J');
  expect(values(workflow.managedProperties)).toMatchObject({
    'kogito.jobs-service.url': 'http://sonataflow-platform-jobs-service.orders',
    [requestEvents]: 'http://sonataflow-platform-jobs-service.orders/v2/jobs/events',
  });
});
