import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  DataIndexConstruct, OperatorVersion, PodDisruptionBudget, PostgreSql, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition,
} from 'cdk8s-sonataflow';

const app = new App();
const chart = new Chart(app, 'reminders', { namespace: 'reminders' });
const secret = kplus.Secret.fromSecretName(chart, 'Credentials', 'postgres-credentials');
const podDisruptionBudget = PodDisruptionBudget.minAvailable(kplus.k8s.IntOrString.fromNumber(1));

const platform = new SonataFlowPlatformConstruct(chart, 'Platform', {
  operatorVersion: OperatorVersion.KUBESMARTS_1_X,
  persistence: PostgreSql.fromService({ name: 'postgres', credentials: { secret } }),
  flywayEnabled: true,
});
new DataIndexConstruct(platform, 'DataIndex', { podTemplate: { replicas: 2, podDisruptionBudget } });

const reminder = new WorkflowConstruct(platform, 'Reminder', {
  definition: WorkflowDefinition.fromFile('workflows/reminder.sw.yaml'),
  podTemplate: {
    podDisruptionBudget,
    container: {
      image: 'registry.example.org/reminder:1.0.0',
      cpu: { request: kplus.Cpu.millis(250), limit: kplus.Cpu.units(1) },
    },
  },
});
new kplus.HorizontalPodAutoscaler(chart, 'Autoscaler', {
  metadata: { name: 'reminder' },
  target: reminder,
  minReplicas: 2,
  maxReplicas: 6,
  metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(75))],
});

app.synth();
