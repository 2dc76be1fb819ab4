import { disruptionBudget } from './disruption-budget';
import { Step } from './pass';
import { noticed } from './rendered';
import { ensure, WorkflowRendering } from './workflow-rendering';
import { API_VERSION } from '../model/resource';

/**
 * The PodDisruptionBudget of a workflow; of a Knative Service, Knative decides how many pods there are.
 *
 * @see operator-behaviour 11.1
 */
export function workflowDisruptionBudget(rendering: WorkflowRendering): Step[] {
  const { landscape, workflow: { name, namespace, podTemplate, resource }, knative, labels, selector } = rendering;
  if (knative) return [];
  const { manifests, findings } = disruptionBudget(landscape, {
    name,
    namespace,
    labels,
    selector,
    budget: podTemplate.podDisruptionBudget,
    target: { apiVersion: API_VERSION, kind: resource.kind, name, namespace },
    replicas: podTemplate.replicas,
    origin: resource.origin,
    field: 'spec.podTemplate.podDisruptionBudget',
  });
  return [{ make: () => noticed(...findings) }, ...manifests.map((budget) => ensure(rendering, budget, () => budget))];
}
