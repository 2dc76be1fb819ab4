import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { JobsServiceConstruct, Rendering, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition, WorkflowResources } from 'cdk8s-sonataflow';

const app = new App();
const chart = new Chart(app, 'orders', { namespace: 'orders' });
const platform = new SonataFlowPlatformConstruct(chart, 'Platform', { rendering: Rendering.kubernetesObjects() });
const jobsService = new JobsServiceConstruct(platform, 'JobsService');
const workflow = new WorkflowConstruct(platform, 'Ping', {
  definition: WorkflowDefinition.fromObject({ id: 'ping', states: [{ name: 'Ping', type: 'sleep', duration: 'PT5S', end: true }] }),
  podTemplate: { container: { image: 'quay.io/example/ping:1.0.0' } },
  resources: [WorkflowResources.fromString('ping.json', '{ "type": "object" }', { workflowPath: 'schemas' })],
});

// The custom resource, also where Kubernetes objects are made of it: a field newer than Kubernetes 1.28.
ApiObject.of(workflow).addJsonPatch(JsonPatch.add('/spec/podTemplate/container/securityContext', { appArmorProfile: { type: 'RuntimeDefault' } }));

// A ConfigMap of the workflow.
for (const configMap of workflow.configMaps) configMap.addJsonPatch(JsonPatch.add('/metadata/labels', { team: 'orders' }));

// An object that the operator would have made.
for (const deployment of jobsService.objects.filter(({ kind }) => kind === 'Deployment')) {
  deployment.addJsonPatch(JsonPatch.add('/spec/revisionHistoryLimit', 3));
}

app.synth();
