import { App, Chart } from 'cdk8s';
import { DataIndexConstruct, Destination, JobsServiceConstruct, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition } from 'cdk8s-sonataflow';

const app = new App();
const chart = new Chart(app, 'refunds', { namespace: 'refunds' });

const platform = new SonataFlowPlatformConstruct(chart, 'Platform', { broker: Destination.broker('refunds') });
new JobsServiceConstruct(platform, 'JobsService');
new DataIndexConstruct(platform, 'DataIndex');

const refund = new WorkflowConstruct(platform, 'Refund', {
  definition: WorkflowDefinition.fromString(`
    id: refund
    start: AwaitBank
    events:
      - { name: settled, source: /bank, type: bank.refund.settled }
      - { name: refunded, source: /refunds, type: refunds.done, kind: produced }
    states:
      - name: AwaitBank
        type: event
        onEvents: [{ eventRefs: [settled], actions: [] }]
        end: { produceEvents: [{ eventRef: refunded }] }
  `),
  sink: Destination.service('audit', { namespace: 'audit', uri: '/refunds' }),
});
refund.addSource('bank.refund.settled', Destination.broker('bank', { namespace: 'bank' }));

app.synth();
