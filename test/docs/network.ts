import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { DataIndexConstruct, JobsServiceConstruct, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition } from 'cdk8s-sonataflow';

const app = new App();
const chart = new Chart(app, 'reminders', { namespace: 'reminders' });
const platform = new SonataFlowPlatformConstruct(chart, 'Platform');
const jobsService = new JobsServiceConstruct(platform, 'JobsService');
const dataIndex = new DataIndexConstruct(platform, 'DataIndex');
const reminder = new WorkflowConstruct(platform, 'Reminder', { definition: WorkflowDefinition.fromFile('workflows/reminder.sw.yaml') });

const port = kplus.NetworkPolicyPort.tcp(8080);
const operator = kplus.Namespaces.select(chart, 'Operator', { labels: { 'kubernetes.io/metadata.name': 'sonataflow-operator-system' } });
const policy = (id: string, selector: kplus.IPodSelector, peers: kplus.INetworkPolicyPeer[]) => new kplus.NetworkPolicy(chart, id, {
  metadata: { name: id },
  selector,
  ingress: { default: kplus.NetworkPolicyTrafficDefault.DENY, rules: peers.map((peer) => ({ peer, ports: [port] })) },
});

policy('to-jobs-service', jobsService, [reminder]);
policy('to-data-index', dataIndex, [reminder, jobsService, operator]);
policy('to-reminder', reminder, [jobsService]);

app.synth();
