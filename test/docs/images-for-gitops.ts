import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { PostgreSql, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition, WorkflowProfile } from 'cdk8s-sonataflow';

const app = new App();
const chart = new Chart(app, 'reminders', { namespace: 'reminders' });
const secret = kplus.Secret.fromSecretName(chart, 'Credentials', 'postgres-credentials');

const platform = new SonataFlowPlatformConstruct(chart, 'Platform', {
  persistence: PostgreSql.fromService({ name: 'postgres', credentials: { secret } }),
  flywayEnabled: true,
});
const reminder = new WorkflowConstruct(platform, 'Reminder', {
  definition: WorkflowDefinition.fromFile('workflows/reminder.sw.yaml'),
  profile: WorkflowProfile.GITOPS,
  podTemplate: { container: { image: 'registry.example.org/reminder:1.0.0' } },
});

console.log(reminder.builderImage);
console.log(reminder.requiredExtensionsBuildArg);
console.log(reminder.requiredExtensions.join('\n'));

app.synth();
