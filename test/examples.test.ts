import { App, Testing } from 'cdk8s';
import { insurance } from '../examples/cluster-wide/charts';
import { invoicing } from '../examples/environments/invoicing';
import { LoansChart } from '../examples/infra-repo/loans';
import { EphemeralJobsServiceChart } from '../examples/jobs-service-ephemeral/chart';
import { JdbcUrlChart, OwnDatabaseChart } from '../examples/jobs-service-own-database/charts';
import { PostgreSqlJobsServiceChart } from '../examples/jobs-service-postgresql/chart';
import { OrderProcessingChart } from '../examples/order-processing/chart';
import { CrdVersion, judge } from '../src/validation/schema';
import { JsonObject } from '../src/values/json';

const app: App = Testing.app();
const objects = [
  new EphemeralJobsServiceChart(app, 'ephemeral', { namespace: 'a' }),
  new PostgreSqlJobsServiceChart(app, 'postgresql', { namespace: 'b' }),
  new OwnDatabaseChart(app, 'own-database', { namespace: 'c' }),
  new JdbcUrlChart(app, 'jdbc-url', { namespace: 'd' }),
  new LoansChart(app, 'loans', { namespace: 'e' }),
  new OrderProcessingChart(app, 'orders', { namespace: 'f' }),
  ...Object.values(insurance(app)),
  ...(['development', 'staging', 'production'] as const).map((environment) => invoicing(app, environment).chart),
].flatMap((chart) => Testing.synth(chart) as JsonObject[]);
const resources = objects.filter(({ apiVersion }) => apiVersion === 'sonataflow.org/v1alpha08');

const problems = (crds: CrdVersion) => resources.flatMap((resource) => judge(crds, resource).problems.map(({ kind, field }) => `${kind} ${field}`));

test('the CRDs of 1.x accept every custom resource of the examples, without a field that they do not know', () => {
  expect(resources).toHaveLength(23);
  expect(problems('1.x')).toEqual([]);
});

test('those of 10.1.0 too, but for the disruption budgets that came after it', () => {
  expect(problems('10.1.0')).toEqual([
    'unknown spec.services.dataIndex.podTemplate.podDisruptionBudget', 'unknown spec.podTemplate.podDisruptionBudget',
  ]);
});

test('two syntheses give the same bytes', () => {
  const synth = () => {
    const again = Testing.app();
    new LoansChart(again, 'loans', { namespace: 'e' });
    return again.synthYaml();
  };
  expect(synth()).toBe(synth());
});
