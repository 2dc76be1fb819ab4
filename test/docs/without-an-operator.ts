import { App, Chart } from 'cdk8s';
import { JobsServiceConstruct, Rendering, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition } from 'cdk8s-sonataflow';

const app = new App();
const chart = new Chart(app, 'orders', { namespace: 'orders' });

const platform = new SonataFlowPlatformConstruct(chart, 'Platform', { rendering: Rendering.kubernetesObjects() });
new JobsServiceConstruct(platform, 'JobsService');
new WorkflowConstruct(platform, 'Ping', {
  definition: WorkflowDefinition.fromObject({ id: 'ping', states: [{ name: 'Ping', type: 'sleep', duration: 'PT5S', end: true }] }),
  podTemplate: { container: { image: 'registry.example.org/ping:1.0.0' } },
});

app.synth();
