import { k8s } from 'cdk8s-plus-28';
import { JsonObject } from '../../json/json';
import { withoutUndefined } from '../../json/without-undefined';
import { WorkflowPodTemplate } from '../../values/pod-template';

/**
 * The field `podTemplate` of a workflow or service.
 *
 * The names and values of cdk8s-plus are its own: `hostIpc` is `hostIPC`, and an `IntOrString` is an object.
 */
export function podTemplateSpec(template: WorkflowPodTemplate | undefined): JsonObject | undefined {
  if (!template) return undefined;
  const { container, replicas, podDisruptionBudget, deploymentModel, resourceClaims, ...pod } = template;
  return withoutUndefined({
    ...k8s.toJson_PodSpec(pod as k8s.PodSpec),
    resourceClaims: resourceClaims?.map(resourceClaimSpec),
    container: k8s.toJson_Container(container as k8s.Container),
    replicas,
    podDisruptionBudget: k8s.toJson_PodDisruptionBudgetSpec(podDisruptionBudget?._spec),
    deploymentModel,
  });
}

/** After 1.28 Kubernetes put what was in `source` beside the name, and the custom resources have only that. */
function resourceClaimSpec({ source, ...claim }: k8s.PodResourceClaim): JsonObject {
  return { ...k8s.toJson_PodResourceClaim(claim), ...k8s.toJson_ClaimSource(source) };
}
