import { App, Chart } from 'cdk8s';
import { WorkflowConstruct, WorkflowDefinition, WorkflowResources } from 'cdk8s-sonataflow';

const app = new App();
const chart = new Chart(app, 'orders', { namespace: 'orders' });

const workflow = new WorkflowConstruct(chart, 'OrderFulfilment', {
  definition: WorkflowDefinition.fromFile('../../examples/order-processing/workflows/order-fulfilment.sw.yaml'),
  resources: [
    WorkflowResources.fromDirectory('../../examples/order-processing/specs'), // ConfigMap order-fulfilment.resources.specs
    WorkflowResources.fromDirectory('../../examples/order-processing/workflows/subflows', { workflowPath: '' }), // order-fulfilment.resources
  ],
});
workflow.addResources(WorkflowResources.fromString('order.json', '{ "type": "object" }', { workflowPath: 'schemas' }));

app.synth();
