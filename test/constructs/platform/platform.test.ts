import { readdirSync } from 'node:fs';
import { ApiObject, Chart, JsonPatch, Testing } from 'cdk8s';
import {
  DataIndexConstruct, DbMigrationStrategy, InheritedPersistence, JobsServiceConstruct, OperatorVersion, Rendering, ServicePersistence, Severity,
  SonataFlowPlatformConstruct, SonataFlowTesting, WorkflowConstruct, WorkflowProfile,
} from '../../../src';
import { brokenRules, definition, messageOf, postgres, testChart } from '../../support';

const platformSpec = (chart: Chart) => SonataFlowTesting.objectNamed(chart, 'SonataFlowPlatform', 'sonataflow-platform').spec;

test('a service belongs to the platform in whose scope it is, however deep, or to the one that is given', () => {
  const chart = testChart('orders');
  const platform = new SonataFlowPlatformConstruct(chart, 'P');
  new DataIndexConstruct(new Chart(platform, 'Nested', { namespace: 'orders' }), 'D');
  new JobsServiceConstruct(chart, 'J', { platform });
  expect(platformSpec(chart)).toEqual({ services: { dataIndex: {}, jobService: {} } });
});

test('a service without a platform is refused at once', () => {
  expect(messageOf(() => new JobsServiceConstruct(testChart(), 'J'))).toContain('[chart/J] SF-PLATFORM-MISSING');
});

test('ApiObject.of a service is the platform\'s, and a patch takes effect on output and facts', () => {
  const chart = testChart('orders');
  const platform = new SonataFlowPlatformConstruct(chart, 'P');
  const jobs = new JobsServiceConstruct(platform, 'J');
  expect(ApiObject.of(jobs)).toBe(ApiObject.of(platform));
  ApiObject.of(jobs).addJsonPatch(JsonPatch.add('/spec/services/jobService/enabled', false), JsonPatch.add('/spec/services/dataIndex', {}));
  expect(platformSpec(chart)).toEqual({ services: { jobService: { enabled: false }, dataIndex: {} } });
  expect(platform.jobsServiceUrl).toBeUndefined();
  expect(platform.dataIndexUrl).toBe('http://sonataflow-platform-data-index-service.orders');
});

test('a service that is removed from the tree is gone', () => {
  const chart = testChart();
  const platform = new SonataFlowPlatformConstruct(chart, 'P');
  new JobsServiceConstruct(platform, 'J');
  platform.node.tryRemoveChild('J');
  expect(platformSpec(chart)).toEqual({});
});

test('enabled: false stays in the custom resource and takes the wiring away', () => {
  const chart = testChart('orders');
  const platform = new SonataFlowPlatformConstruct(chart, 'P');
  new JobsServiceConstruct(platform, 'J', { enabled: false });
  expect(platformSpec(chart)).toEqual({ services: { jobService: { enabled: false } } });
  expect(platform.jobsServiceUrl).toBeUndefined();
});

test.each([
  [undefined, undefined],
  [ServicePersistence.fromPlatform(), undefined],
  [ServicePersistence.ephemeral(), undefined],
  [ServicePersistence.fromPlatform({ dbMigrationStrategy: DbMigrationStrategy.NONE }), { dbMigrationStrategy: 'none' }],
])('persistence of a service %#', (persistence, expected) => {
  const chart = testChart();
  new JobsServiceConstruct(new SonataFlowPlatformConstruct(chart, 'P'), 'J', { persistence });
  expect(platformSpec(chart)).toEqual({ services: { jobService: expected === undefined ? {} : { persistence: expected } } });
});

test('metadata, labels of the chart included, goes into the custom resource', () => {
  const chart = new Chart(Testing.app(), 'c', { namespace: 'orders', labels: { team: 'loans' } });
  new SonataFlowPlatformConstruct(chart, 'P', { metadata: { name: 'hub', annotations: { a: 'b' } } });
  expect(SonataFlowTesting.objectNamed(chart, 'SonataFlowPlatform', 'hub').metadata)
    .toEqual({ name: 'hub', namespace: 'orders', labels: { team: 'loans' }, annotations: { a: 'b' } });
});

test('a URL without a namespace has no namespace', () => {
  const platform = new SonataFlowPlatformConstruct(testChart(), 'P');
  new JobsServiceConstruct(platform, 'J');
  expect(platform.jobsServiceUrl).toBe('http://sonataflow-platform-jobs-service');
});

describe('mistakes', () => {
  test('all of them stop the synth at once, each with its path, and nothing is written', () => {
    const app = Testing.app();
    const chart = new Chart(app, 'orders', { namespace: 'orders' });
    const platform = new SonataFlowPlatformConstruct(chart, 'P', { persistence: postgres(chart) });
    new JobsServiceConstruct(platform, 'J1');
    new JobsServiceConstruct(platform, 'J2', { persistence: ServicePersistence.ephemeral() });
    new DataIndexConstruct(platform, 'D', { persistence: ServicePersistence.fromPlatform({ dbMigrationStrategy: 'jop' as DbMigrationStrategy }) });
    new SonataFlowPlatformConstruct(chart, 'Second', { metadata: { name: 'other' } });
    new WorkflowConstruct(new Chart(app, 'elsewhere', { namespace: 'elsewhere' }), 'W', {
      platform, definition: definition('1st.flow'), profile: 'gitop' as WorkflowProfile,
    });
    const message = messageOf(() => app.synth());
    for (const line of [
      '[orders/P] SF-SERVICE-TWO: spec.services.jobService: given 2 of the kind Jobs Service: orders/P/J1, orders/P/J2',
      '[orders/P] orders/P/J2: SF-PG-OPT-OUT',
      '[orders/P] SF-MIGRATION-UNKNOWN: spec.services.dataIndex.persistence.dbMigrationStrategy: given "jop"; allowed: service, job, none; fix: did you mean "job"?',
      '[orders/P] SF-PLATFORM-TWO',
      '[orders/Second] SF-PLATFORM-TWO',
      '[elsewhere/W] SF-PLATFORM-NAMESPACE',
      '[elsewhere/W] SF-NAME: metadata.name: given "1st.flow"',
      'given "gitop"; allowed: dev, preview, gitops; fix: did you mean "gitops"?',
    ]) expect(message).toContain(line);
    expect(readdirSync(app.outdir)).toEqual([]);
  });

  test('a platform name that makes a service name too long', () => {
    const platform = new SonataFlowPlatformConstruct(testChart(), 'P', { metadata: { name: 'a'.repeat(45) } });
    expect(platform.findings).toEqual([]);
    new DataIndexConstruct(platform, 'D');
    expect(platform.findings.map(({ rule }) => rule)).toContain('SF-NAME');
  });

  test('a secondary platform beside another one is allowed', () => {
    const chart = testChart('orders');
    const platform = new SonataFlowPlatformConstruct(chart, 'P');
    new SonataFlowPlatformConstruct(chart, 'S', { metadata: { name: 's', annotations: { 'sonataflow.org/secondary.platform': 'true' } } });
    expect(platform.findings).toEqual([]);
  });

  test('one JDBC URL of the platform for both services', () => {
    const chart = testChart('orders');
    const platform = new SonataFlowPlatformConstruct(chart, 'P', { persistence: postgres(chart) });
    ApiObject.of(platform).addJsonPatch(
      JsonPatch.remove('/spec/persistence/postgresql/serviceRef'), JsonPatch.add('/spec/persistence/postgresql/jdbcUrl', 'jdbc:postgresql://h/db'));
    new JobsServiceConstruct(platform, 'J');
    new DataIndexConstruct(platform, 'D');
    expect(platform.findings).toContainEqual(expect.objectContaining({ rule: 'SF-PG-JDBC-SHARED', severity: Severity.ERROR }));
  });

  test('a port out of range that came by patch', () => {
    const chart = testChart('orders');
    const platform = new SonataFlowPlatformConstruct(chart, 'P', { persistence: postgres(chart) });
    ApiObject.of(platform).addJsonPatch(JsonPatch.replace('/spec/persistence/postgresql/serviceRef/port', 70000));
    expect(platform.findings.map(({ rule }) => rule)).toEqual(['SF-PG-PORT']);
  });

  test('an unknown way to inherit', () => {
    expect(brokenRules(() => new SonataFlowPlatformConstruct(testChart(), 'P', { inheritedPersistence: 'explizit' as InheritedPersistence })))
      .toEqual(['SF-INHERITED-PERSISTENCE']);
  });
});

test('the operator version decides about the properties', () => {
  const make = (operatorVersion?: OperatorVersion) => {
    const chart = testChart('orders');
    const platform = new SonataFlowPlatformConstruct(chart, 'P', { operatorVersion, persistence: postgres(chart) });
    return new JobsServiceConstruct(platform, 'J').properties.find(({ name }) => name === 'quarkus.datasource.reactive.url')?.value;
  };
  expect(make()).toBe('postgresql://postgres.orders:5432/sonataflow?search_path=sonataflow-platform-jobs-service');
  expect(make(OperatorVersion.KUBESMARTS_1_X)).toBeUndefined();
});

test.each([
  [OperatorVersion.OSL_1_38, undefined, true],
  [OperatorVersion.OSL_1_38, { openshift: false }, false],
  [OperatorVersion.APACHE_10_1_0, undefined, false],
])('the operators of OpenShift Serverless Logic are on OpenShift, unless somebody says otherwise', (operatorVersion, clusterFacts, onOpenShift) => {
  const chart = testChart('orders');
  const platform = new SonataFlowPlatformConstruct(chart, 'P', { operatorVersion, clusterFacts, rendering: Rendering.kubernetesObjects() });
  new WorkflowConstruct(platform, 'W', { definition: definition(), profile: WorkflowProfile.DEV });
  const kinds = (Testing.synth(chart) as Array<{ kind: string }>).map(({ kind }) => kind);
  expect(kinds.includes('Route')).toBe(onOpenShift);
});
