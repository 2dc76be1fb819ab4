import { App, Chart } from 'cdk8s';
import { SonataFlowClusterPlatformConstruct, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition } from 'cdk8s-sonataflow';

const app = new App();
const chart = new Chart(app, 'claims', { namespace: 'claims' });

SonataFlowPlatformConstruct.fromPlatformName(chart, 'Platform', 'claims');
SonataFlowClusterPlatformConstruct.fromName(chart, 'ClusterPlatform', 'sonataflow-cluster-platform', {
  platform: SonataFlowPlatformConstruct.fromPlatformName(chart, 'Shared', 'shared', { namespace: 'sonataflow-services', jobsService: true }),
});
new WorkflowConstruct(chart, 'Reminder', { definition: WorkflowDefinition.fromFile('workflows/reminder.sw.yaml') });

app.synth();
