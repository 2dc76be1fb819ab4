import { App, Chart } from 'cdk8s';
import { WorkflowConstruct, WorkflowProject } from 'cdk8s-sonataflow';

const app = new App();
const chart = new Chart(app, 'stock', { namespace: 'stock' });
new WorkflowConstruct(chart, 'Stock', { project: WorkflowProject.fromDirectory('workflows/stock') });
app.synth();
