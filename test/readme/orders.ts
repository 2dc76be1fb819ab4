import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  DataIndexConstruct, JobsServiceConstruct, PostgreSql, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition,
} from 'cdk8s-sonataflow';

export const app = new App();
const chart = new Chart(app, 'orders', { namespace: 'orders' });

const platform = new SonataFlowPlatformConstruct(chart, 'Platform', {
  persistence: PostgreSql.fromService({
    name: 'postgres',
    credentials: { secret: kplus.Secret.fromSecretName(chart, 'DatabaseCredentials', 'postgres-secrets') },
  }),
});
new JobsServiceConstruct(platform, 'JobsService');
new DataIndexConstruct(platform, 'DataIndex');

new WorkflowConstruct(platform, 'Delivery', {
  definition: WorkflowDefinition.fromString(`
    id: delivery
    version: '1.0'
    start: WaitForCarrier
    events:
      - { name: slotConfirmed, source: /carriers, type: carrier.slot.confirmed }
    states:
      - name: WaitForCarrier
        type: event
        onEvents: [{ eventRefs: [slotConfirmed], actions: [] }]
        timeouts: { eventTimeout: PT8H }
        end: true
  `),
});

app.synth();
