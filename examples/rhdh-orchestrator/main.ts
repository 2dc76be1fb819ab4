import { App } from 'cdk8s';
import { OrchestratorChart } from './orchestrator';

const app = new App();
new OrchestratorChart(app, 'rhdh', { namespace: 'rhdh', backstage: 'developer-hub', workflowsTag: process.env.WORKFLOWS_TAG ?? '1.0.0' });
app.synth();
