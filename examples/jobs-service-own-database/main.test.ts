import { Testing } from 'cdk8s';
import { JdbcUrlChart, OwnDatabaseChart } from './charts';

test('the manifests have not changed', () => {
  const app = Testing.app();
  expect(Testing.synth(new OwnDatabaseChart(app, 'own-database', { namespace: 'timeouts' }))).toMatchSnapshot();
  expect(Testing.synth(new JdbcUrlChart(app, 'jdbc-url', { namespace: 'billing' }))).toMatchSnapshot();
});

test('the Jobs Service reports to the Data Index', () => {
  const { jobsService } = new JdbcUrlChart(Testing.app(), 'chart', { namespace: 'billing' });
  expect(jobsService.properties).toContainEqual(expect.objectContaining({
    name: 'mp.messaging.outgoing.kogito-job-service-job-status-events-http.url',
    value: 'http://sonataflow-platform-data-index-service.billing/jobs',
  }));
});
