import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart, Testing, Yaml } from 'cdk8s';
import { run } from './cli/run';
import { insurance } from '../examples/cluster-wide/charts';
import { invoicing } from '../examples/environments/invoicing';
import { LoansChart } from '../examples/infra-repo/loans';
import { EphemeralJobsServiceChart } from '../examples/jobs-service-ephemeral/chart';
import { JdbcUrlChart, OwnDatabaseChart } from '../examples/jobs-service-own-database/charts';
import { PostgreSqlJobsServiceChart } from '../examples/jobs-service-postgresql/chart';
import { OrderProcessingChart } from '../examples/order-processing/chart';
import { OrchestratorChart } from '../examples/rhdh-orchestrator/orchestrator';
import type { CrdVersion } from '../imports/schemas/crds';
import { Finding, Severity } from '../src';
import { fieldName } from '../src/json/field-path';
import { JsonObject } from '../src/json/json';
import { judge } from '../src/validation/schema';
import { OperatorName } from '../src/values/operator/operator-releases';

/** The charts of each example, in an app of its own. */
const EXAMPLES: Record<string, (app: App) => Chart[]> = {
  'jobs-service-ephemeral': (app) => [new EphemeralJobsServiceChart(app, 'ephemeral', { namespace: 'a' })],
  'jobs-service-postgresql': (app) => [new PostgreSqlJobsServiceChart(app, 'postgresql', { namespace: 'b' })],
  'jobs-service-own-database': (app) => [
    new OwnDatabaseChart(app, 'own-database', { namespace: 'c' }), new JdbcUrlChart(app, 'jdbc-url', { namespace: 'd' }),
  ],
  'infra-repo': (app) => [new LoansChart(app, 'loans', { namespace: 'e' })],
  'order-processing': (app) => [new OrderProcessingChart(app, 'orders', { namespace: 'f' })],
  'rhdh-orchestrator': (app) => [new OrchestratorChart(app, 'rhdh', { namespace: 'g', backstage: 'developer-hub', workflowsTag: '1.0.0' })],
  'cluster-wide': (app) => Object.values(insurance(app)),
  'environments': (app) => (['development', 'staging', 'production'] as const).map((environment) => invoicing(app, environment).chart),
};
/** The operator of an example that is made for another one than 1.x. */
const OPERATORS: Readonly<Record<string, OperatorName>> = { 'rhdh-orchestrator': 'osl-1.38' };
const objectsOf = (example: string) => EXAMPLES[example](Testing.app()).flatMap((chart) => Testing.synth(chart) as JsonObject[]);
const objects = Object.keys(EXAMPLES).flatMap(objectsOf);
const resources = objects.filter(({ apiVersion }) => apiVersion === 'sonataflow.org/v1alpha08');

const problems = (crds: CrdVersion) => resources.flatMap((resource) => judge(crds, resource).problems.map(({ kind, path }) => `${kind} ${fieldName(path)}`));

test('the CRDs of 1.x accept every custom resource of the examples, without a field that they do not know', () => {
  expect(resources).toHaveLength(26);
  expect(problems('1.x')).toEqual([]);
});

test('those of 10.1.0 too, but for the disruption budgets that came after it', () => {
  expect(problems('10.1.0')).toEqual([
    'unknown spec.services.dataIndex.podTemplate.podDisruptionBudget', 'unknown spec.podTemplate.podDisruptionBudget',
  ]);
});

test.each(Object.keys(EXAMPLES))('check finds neither errors nor warnings in %s', (example) => {
  const file = join(mkdtempSync(join(tmpdir(), 'examples-')), 'all.yaml');
  writeFileSync(file, Yaml.stringify(...objectsOf(example)));
  const { status, out } = run('check', '--strict', '--format', 'json', '--operator', OPERATORS[example] ?? '1.x', file);
  const found = (JSON.parse(out) as Finding[]).filter(({ severity }) => severity !== Severity.INFORMATION).map(({ rule }) => rule);
  expect([status, found]).toEqual([0, []]);
});

test('two syntheses give the same bytes', () => {
  const synth = () => {
    const again = Testing.app();
    new LoansChart(again, 'loans', { namespace: 'e' });
    return again.synthYaml();
  };
  expect(synth()).toBe(synth());
});
