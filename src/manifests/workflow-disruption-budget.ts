import { disruptionBudget } from './disruption-budget';
import { Step } from './pass';
import { WorkflowRendering } from './workflow-rendering';
import { API_VERSION } from '../model/resource';

/**
 * The PodDisruptionBudget of a workflow; of a Knative Service, Knative decides how many pods there are.
 *
 * @see operator-behaviour 11.1
 */
export function workflowDisruptionBudget({ landscape, workflow, knative, labels, selector }: WorkflowRendering): Step[] {
  const { name, namespace, podTemplate, resource } = workflow;
  if (knative) return [];
  return [{
    make: () => disruptionBudget(landscape, {
      name,
      namespace,
      labels,
      selector,
      budget: podTemplate.podDisruptionBudget,
      target: { apiVersion: API_VERSION, kind: resource.kind, name, namespace },
      replicas: podTemplate.replicas,
      origin: resource.origin,
      field: 'spec.podTemplate.podDisruptionBudget',
    }),
  }];
}
