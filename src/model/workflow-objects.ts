import { budgetOf } from './disruption-budget';
import { ObjectIdentity } from './existing-object';
import { Landscape } from './landscape';
import { API_VERSION } from './resource';
import { WorkflowModel } from './workflow';
import { WorkflowStep } from './workflow-steps';

/** An object that the operator makes at one of its steps. */
export interface WorkflowObject extends ObjectIdentity {
  readonly step: WorkflowStep;
}

/** The objects of a workflow that the operator sees to, whatever its profile; several only of its Triggers. */
export function workflowObjects(landscape: Landscape, workflow: WorkflowModel): WorkflowObject[] {
  const { name, namespace, deploymentModel, events: { sink, routes } } = workflow;
  const { facts } = landscape;
  const knative = deploymentModel === 'knative';
  const object = (step: WorkflowStep, apiVersion: string, kind: string, own = name, place = namespace): WorkflowObject => (
    { step, apiVersion, kind, name: own, namespace: place }
  );
  return [
    object('definition', 'v1', 'ConfigMap'),
    ...facts.openshift ? [object('route', 'route.openshift.io/v1', 'Route')] : [],
    object('userProperties', 'v1', 'ConfigMap', workflow.userConfigMapName),
    object('managedProperties', 'v1', 'ConfigMap', workflow.managedConfigMapName),
    object('build', API_VERSION, 'SonataFlowBuild'),
    knative ? object('workload', 'serving.knative.dev/v1', 'Service') : object('workload', 'apps/v1', 'Deployment'),
    ...knative ? [] : [object('service', 'v1', 'Service')],
    ...budgetOf(landscape, workflow) ? [object('disruptionBudget', 'policy/v1', 'PodDisruptionBudget')] : [],
    ...sink && facts.knative ? [object('sinkBinding', 'sources.knative.dev/v1', 'SinkBinding', `${name}-sb`.toLowerCase())] : [],
    ...facts.knative ? routes.map(({ triggerName, broker }) => object('triggers', 'eventing.knative.dev/v1', 'Trigger', triggerName, broker.namespace)) : [],
    ...workflow.monitored && !knative && facts.prometheus ? [object('serviceMonitor', 'monitoring.coreos.com/v1', 'ServiceMonitor')] : [],
  ];
}
