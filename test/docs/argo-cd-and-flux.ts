import { App, Chart } from 'cdk8s';
import { JobsServiceConstruct, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition } from 'cdk8s-sonataflow';

const app = new App();
const chart = new Chart(app, 'reminders', { namespace: 'reminders' });
const wave = (number: number) => ({ annotations: { 'argocd.argoproj.io/sync-wave': String(number) } });

const platform = new SonataFlowPlatformConstruct(chart, 'Platform', { metadata: wave(0) });
new JobsServiceConstruct(platform, 'JobsService');
new WorkflowConstruct(platform, 'Reminder', { definition: WorkflowDefinition.fromFile('workflows/reminder.sw.yaml'), metadata: wave(1) });

app.synth();
