import { Testing } from 'cdk8s';
import { Severity, SonataFlowTesting } from 'cdk8s-sonataflow';
import { Environment, invoicing } from './invoicing';

const ENVIRONMENTS: Environment[] = ['development', 'staging', 'production'];
const synth = (environment: Environment) => Testing.synth(invoicing(Testing.app(), environment).chart);

test.each(ENVIRONMENTS)('the manifests of %s have not changed', (environment) => expect(synth(environment)).toMatchSnapshot());

test.each(ENVIRONMENTS)('nothing is wrong in %s', (environment) => {
  const { platform, workflow } = invoicing(Testing.app(), environment);
  expect([...platform.findings, ...workflow.findings].filter(({ severity }) => severity === Severity.ERROR)).toEqual([]);
});

test.each<[Environment, string | undefined]>([
  ['development', undefined],
  ['staging', 'jdbc:postgresql://postgres.invoicing-staging:5432/invoicing_staging?currentSchema=invoicing'],
  ['production', 'jdbc:postgresql://postgres.invoicing-production:5432/invoicing_production?currentSchema=invoicing'],
])('the database of %s is %s', (environment, url) => expect(invoicing(Testing.app(), environment).workflow.database?.jdbcUrl).toBe(url));

test('in production a Job migrates the database, and nodes are drained one pod at a time', () => {
  const { chart } = invoicing(Testing.app(), 'production');
  expect(SonataFlowTesting.objectNamed(chart, 'SonataFlowPlatform', 'sonataflow-platform').spec).toMatchObject({
    services: {
      dataIndex: { persistence: { dbMigrationStrategy: 'job' }, podTemplate: { replicas: 2, podDisruptionBudget: { minAvailable: 1 } } },
      jobService: { persistence: { dbMigrationStrategy: 'job' } },
    },
  });
});

test('the autoscaler scales the workflow\'s custom resource, which says nothing of replicas itself', () => {
  const { chart } = invoicing(Testing.app(), 'production');
  expect(SonataFlowTesting.objectNamed(chart, 'HorizontalPodAutoscaler', 'invoicing').spec)
    .toMatchObject({ scaleTargetRef: { apiVersion: 'sonataflow.org/v1alpha08', kind: 'SonataFlow', name: 'invoicing' } });
  expect(SonataFlowTesting.objectNamed(chart, 'SonataFlow', 'invoicing').spec).not.toHaveProperty('podTemplate.replicas');
});
