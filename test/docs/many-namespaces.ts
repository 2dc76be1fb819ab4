import { App, Chart } from 'cdk8s';
import {
  JobsServiceConstruct, SonataFlowClusterPlatformConstruct, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition,
} from 'cdk8s-sonataflow';

const app = new App();

const shared = new Chart(app, 'shared', { namespace: 'sonataflow-services' });
const services = new SonataFlowPlatformConstruct(shared, 'Platform', { metadata: { name: 'shared' } });
new JobsServiceConstruct(services, 'JobsService');
new SonataFlowClusterPlatformConstruct(shared, 'ClusterPlatform', { platform: services });

for (const team of ['claims', 'policies']) {
  const chart = new Chart(app, team, { namespace: team });
  const platform = new SonataFlowPlatformConstruct(chart, 'Platform');
  const reminder = new WorkflowConstruct(platform, 'Reminder', { definition: WorkflowDefinition.fromFile('workflows/reminder.sw.yaml') });
  const url = reminder.managedProperties.find(({ name }) => name === 'kogito.jobs-service.url');
  console.log(`${team}: ${url?.value}`);
}

app.synth();
