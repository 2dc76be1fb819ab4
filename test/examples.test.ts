import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Testing, Yaml } from 'cdk8s';
import { run } from './cli/run';
import { LoansChart } from '../examples/infra-repo/loans';
import { EphemeralJobsServiceChart } from '../examples/jobs-service-ephemeral/chart';
import { JdbcUrlChart, OwnDatabaseChart } from '../examples/jobs-service-own-database/charts';
import { PostgreSqlJobsServiceChart } from '../examples/jobs-service-postgresql/chart';
import { Finding, Severity } from '../src';
import { CrdVersion, judge } from '../src/validation/schema';
import { JsonObject } from '../src/values/json';

const app: App = Testing.app();
const objects = [
  new EphemeralJobsServiceChart(app, 'ephemeral', { namespace: 'a' }),
  new PostgreSqlJobsServiceChart(app, 'postgresql', { namespace: 'b' }),
  new OwnDatabaseChart(app, 'own-database', { namespace: 'c' }),
  new JdbcUrlChart(app, 'jdbc-url', { namespace: 'd' }),
  new LoansChart(app, 'loans', { namespace: 'e' }),
].flatMap((chart) => Testing.synth(chart) as JsonObject[]);
const resources = objects.filter(({ apiVersion }) => apiVersion === 'sonataflow.org/v1alpha08');

test.each<CrdVersion>(['10.1.0', '1.x'])('the CRDs of %s accept every custom resource of the examples, without a field that they do not know', (crds) => {
  expect(resources).toHaveLength(7);
  expect(resources.map((resource) => judge(crds, resource).problems)).toEqual(resources.map(() => []));
});

test.each<CrdVersion>(['10.1.0', '1.x'])('check finds no error in the examples for %s, and of warnings only that none has a broker', (operator) => {
  const file = join(mkdtempSync(join(tmpdir(), 'examples-')), 'all.yaml');
  writeFileSync(file, Yaml.stringify(...objects));
  const { status, out } = run('check', '--format', 'json', '--operator', operator, file);
  const found = (JSON.parse(out) as Finding[]).filter(({ severity }) => severity !== Severity.INFORMATION).map(({ rule }) => rule);
  expect([status, [...new Set(found)]]).toEqual([0, ['SF-EVENT-NO-BROKER']]);
});

test('two syntheses give the same bytes', () => {
  const synth = () => {
    const again = Testing.app();
    new LoansChart(again, 'loans', { namespace: 'e' });
    return again.synthYaml();
  };
  expect(synth()).toBe(synth());
});
