import { k8s } from 'cdk8s-plus-28';
import { WorkflowPodTemplate } from './pod-template';

/**
 * A pod template as the custom resource has it.
 *
 * The names and values of cdk8s-plus are its own: `hostIpc` is `hostIPC`, and an `IntOrString` is an object.
 */
export function podTemplateJson(template: WorkflowPodTemplate | undefined): object | undefined {
  if (!template) return undefined;
  const { container, replicas, podDisruptionBudget, deploymentModel, resourceClaims, ...pod } = template;
  return {
    ...k8s.toJson_PodSpec(pod as k8s.PodSpec),
    resourceClaims: resourceClaims?.map(resourceClaimJson),
    container: k8s.toJson_Container(container as k8s.Container),
    replicas,
    podDisruptionBudget: k8s.toJson_PodDisruptionBudgetSpec(podDisruptionBudget?._spec),
    deploymentModel,
  };
}

/** After 1.28 Kubernetes put what was in `source` beside the name, and the custom resources have only that. */
function resourceClaimJson({ source, ...claim }: k8s.PodResourceClaim): object {
  return { ...k8s.toJson_PodResourceClaim(claim), ...k8s.toJson_ClaimSource(source) };
}
