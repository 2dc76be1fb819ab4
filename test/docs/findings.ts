import { App, Chart } from 'cdk8s';
import { Checks, SonataFlowPlatformConstruct, SonataFlowTesting, WorkflowConstruct, WorkflowDefinition } from 'cdk8s-sonataflow';

const app = new App();
const chart = new Chart(app, 'reminders', { namespace: 'reminders' });
const platform = new SonataFlowPlatformConstruct(chart, 'Platform');
const reminder = new WorkflowConstruct(platform, 'Reminder', { definition: WorkflowDefinition.fromFile('workflows/reminder.sw.yaml') });
const shown = () => SonataFlowTesting.findings(app).map(({ severity, rule, given }) => `${severity} ${rule}: ${given}`).join('\n');

console.log(shown());
Checks.acknowledge(reminder, 'SF-TIMEOUT-NO-JOBS', 'the Jobs Service comes next week');
console.log(shown());

app.synth();
