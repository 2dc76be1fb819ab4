import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  JobsServiceConstruct, PostgreSql, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition, WorkflowPersistence,
} from 'cdk8s-sonataflow';

const app = new App();
const chart = new Chart(app, 'reminders', { namespace: 'reminders' });
const secret = kplus.Secret.fromSecretName(chart, 'Credentials', 'postgres-credentials');

const platform = new SonataFlowPlatformConstruct(chart, 'Platform', {
  persistence: PostgreSql.fromService({ name: 'postgres', namespace: 'databases', databaseName: 'reminders', credentials: { secret } }),
  flywayEnabled: true,
});
new JobsServiceConstruct(platform, 'JobsService');

const definition = WorkflowDefinition.fromFile('workflows/reminder.sw.yaml');
const archive = PostgreSql.fromJdbcUrl('jdbc:postgresql://archive.example.org:5432/archive?currentSchema=reminders', { credentials: { secret } });
const workflows = [
  new WorkflowConstruct(platform, 'Inherits', { definition }),
  new WorkflowConstruct(platform, 'Own', { definition, metadata: { name: 'own' }, persistence: WorkflowPersistence.postgreSql(archive) }),
  new WorkflowConstruct(platform, 'Ephemeral', { definition, metadata: { name: 'ephemeral' }, persistence: WorkflowPersistence.ephemeral() }),
];
for (const { workflowName, database } of workflows) console.log(`${workflowName}: ${database ? `${database.source}, ${database.jdbcUrl}` : 'none'}`);

app.synth();
