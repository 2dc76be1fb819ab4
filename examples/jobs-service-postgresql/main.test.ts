import { Testing } from 'cdk8s';
import { InheritedPersistence } from 'cdk8s-sonataflow';
import { PostgreSqlJobsServiceChart } from './chart';

test('the manifests have not changed', () => {
  expect(Testing.synth(new PostgreSqlJobsServiceChart(Testing.app(), 'chart', { namespace: 'orders' }))).toMatchSnapshot();
});

test('the workflow uses the platform\'s database in a schema of its own', () => {
  const { workflow } = new PostgreSqlJobsServiceChart(Testing.app(), 'chart', { namespace: 'orders' });
  expect(workflow.database).toMatchObject({
    source: 'platform', jdbcUrl: 'jdbc:postgresql://postgres.orders:5432/sonataflow?currentSchema=callbackstatetimeouts',
  });
});

test('the documentation\'s short form comes with a warning', () => {
  const { workflow } = new PostgreSqlJobsServiceChart(Testing.app(), 'chart', { inheritedPersistence: InheritedPersistence.EMPTY_OBJECT });
  expect(workflow.findings.map(({ rule }) => rule)).toContain('SF-PG-EMPTY');
});
