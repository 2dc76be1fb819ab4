import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { ApplicationProperties, PropertyValue, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition } from 'cdk8s-sonataflow';

const app = new App();
const chart = new Chart(app, 'greetings', { namespace: 'greetings' });
const token = kplus.Secret.fromSecretName(chart, 'Token', 'acme-token');

const platform = new SonataFlowPlatformConstruct(chart, 'Platform', {
  properties: { 'quarkus.log.level': PropertyValue.fromText('WARN') },
});
const greet = new WorkflowConstruct(platform, 'Greet', {
  definition: WorkflowDefinition.fromFile('workflows/greet.sw.yaml'),
  applicationProperties: ApplicationProperties.fromRecord({ 'acme.url': 'https://acme.example.org', 'quarkus.log.level': 'INFO' }),
  secretProperties: { 'acme.api-token': { secret: token, key: 'token' } },
});

for (const { name, value, source, overridden } of greet.explain().properties) {
  if (/^acme|log/.test(name)) console.log(`${name} = ${value}, from ${source}, overrides ${overridden.map((entry) => entry.source).join() || 'nothing'}`);
}

app.synth();
