import { App, Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import * as sonataflow from 'cdk8s-sonataflow';

const app = new App();
const chart = new Chart(app, 'orders', { namespace: 'orders' });

const secret = Secret.fromSecretName(chart, 'DatabaseCredentials', 'postgres-credentials');
const platform = new sonataflow.SonataFlowPlatformConstruct(chart, 'Platform', {
  metadata: { name: 'hub' },
  persistence: sonataflow.PostgreSql.fromService({ name: 'postgres', credentials: { secret } }),
  flywayEnabled: true,
});
new sonataflow.JobsServiceConstruct(platform, 'JobsService');
new sonataflow.WorkflowConstruct(platform, 'Delivery', { definition: sonataflow.WorkflowDefinition.fromFile('workflows/delivery.sw.yaml') });

app.synth();
