import { autoscalerOf, deploymentTarget, isScaled, minReplicas, ScaleTarget } from './autoscaler';
import { Landscape } from './landscape';
import { API_VERSION, PodTemplateSpec } from './resource';
import { ServiceModel } from './service';
import { WorkflowModel } from './workflow';

/** How many pods may be away, or have to stay: the one field of the two that counts. */
export interface DisruptionBudget {
  readonly field: 'minAvailable' | 'maxUnavailable';
  readonly value: number | string;
}

/**
 * The PodDisruptionBudget of a workflow, if it is asked for and would not stop a node from being drained; of a Knative Service, Knative
 * decides how many pods there are.
 *
 * @see operator-behaviour 11.1
 */
export function budgetOf(landscape: Landscape, workflow: WorkflowModel): DisruptionBudget | undefined {
  const { name, namespace, deploymentModel, podTemplate, resource } = workflow;
  if (deploymentModel === 'knative') return undefined;
  return budget(landscape, podTemplate, { apiVersion: API_VERSION, kind: resource.kind, name, namespace }, podTemplate.replicas);
}

/**
 * The PodDisruptionBudget of a supporting service; only the Data Index may be scaled.
 *
 * @param replicas of its Deployment; left open where an autoscaler decides
 */
export function serviceBudgetOf(landscape: Landscape, service: ServiceModel, replicas: number | undefined): DisruptionBudget | undefined {
  return service.kind === 'dataIndex' ? budget(landscape, service.podTemplate, serviceScaleTarget(service), replicas) : undefined;
}

export function serviceScaleTarget(service: ServiceModel): ScaleTarget {
  return deploymentTarget(service);
}

/** A number or a percentage that the API server takes. */
export function isAmount(value: number | string): boolean {
  return typeof value === 'number' ? value >= 0 : /^\d+%$/.test(value) && parseInt(value, 10) <= 100;
}

function budget(
  landscape: Landscape, { podDisruptionBudget: given = {} }: PodTemplateSpec, target: ScaleTarget, replicas: number | undefined,
): DisruptionBudget | undefined {
  const field = (['minAvailable', 'maxUnavailable'] as const).find((candidate) => given[candidate] !== undefined);
  const value = field && given[field];
  if (!landscape.operator.disruptionBudgets || field === undefined || value === undefined) return undefined;
  return leavesRoom(landscape, target, replicas) ? { field, value } : undefined;
}

/** Several replicas: where an autoscaler decides, at least as many as it always leaves. */
function leavesRoom(landscape: Landscape, target: ScaleTarget, replicas: number | undefined): boolean {
  if (isScaled(landscape, target)) return replicas !== 0;
  const autoscaler = autoscalerOf(landscape, target);
  if (!autoscaler) return (replicas ?? 0) > 1;
  return (minReplicas(autoscaler) ?? 0) > 1 && replicas !== 0;
}
