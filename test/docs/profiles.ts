import { App, Chart } from 'cdk8s';
import { SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition, WorkflowPodTemplate, WorkflowProfile } from 'cdk8s-sonataflow';

const app = new App();
const chart = new Chart(app, 'greetings', { namespace: 'greetings' });
const platform = new SonataFlowPlatformConstruct(chart, 'Platform');

const definition = WorkflowDefinition.fromFile('workflows/greet.sw.yaml');
const podTemplate: WorkflowPodTemplate = { container: { image: 'registry.example.org/greet:1.0.0' } };

const workflows = [
  new WorkflowConstruct(platform, 'Dev', { definition, metadata: { name: 'greet-dev' }, profile: WorkflowProfile.DEV }),
  new WorkflowConstruct(platform, 'Preview', { definition, metadata: { name: 'greet-preview' } }),
  new WorkflowConstruct(platform, 'Image', { definition, metadata: { name: 'greet-image' }, podTemplate }),
  new WorkflowConstruct(platform, 'GitOps', { definition, metadata: { name: 'greet-gitops' }, podTemplate, profile: WorkflowProfile.GITOPS }),
];
for (const { workflowName, profile = 'nothing', effectiveProfile } of workflows) console.log(`${workflowName}: says ${profile}, is ${effectiveProfile}`);

app.synth();
