import { Size } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { passedOn } from './passed-on';
import { isJsonObject, Json, JsonObject } from '../../json/json';
import { asList, asObject } from '../../json/lenient';
import { withoutUndefined } from '../../json/without-undefined';
import { ContainerTemplate } from '../../values/pod/container-template';
import { WorkflowPodTemplate } from '../../values/pod/pod-template';

/**
 * The field `podTemplate` of a workflow or service.
 *
 * The names and values of cdk8s-plus are its own: `hostIpc` is `hostIPC`, and an `IntOrString` is an object.
 */
export function podTemplateSpec(template: WorkflowPodTemplate | undefined): JsonObject | undefined {
  if (!template) return undefined;
  const { container, replicas, podDisruptionBudget, deploymentModel, resourceClaims, ...pod } = template;
  return withoutUndefined({
    ...passedOn(pod, () => k8s.toJson_PodSpec(pod as k8s.PodSpec) as Json),
    resourceClaims: Array.isArray(resourceClaims) ? resourceClaims.map(resourceClaimSpec) : resourceClaims,
    container: isJsonObject(container) ? containerSpec(container) : container as unknown as Json | undefined,
    replicas,
    podDisruptionBudget: podDisruptionBudget && budgetSpec(podDisruptionBudget),
    deploymentModel,
  });
}

/** What is none goes to the schema as it is. */
function budgetSpec(budget: NonNullable<WorkflowPodTemplate['podDisruptionBudget']>): Json {
  const spec = budget._spec as k8s.PodDisruptionBudgetSpec | undefined;
  return spec ? k8s.toJson_PodDisruptionBudgetSpec(spec) as Json : budget as unknown as Json;
}

/** What cdk8s-plus has classes for is written as the fields that they stand for. */
function containerSpec({ envVariables, cpu, memory, ephemeralStorage, ...container }: ContainerTemplate): JsonObject {
  const { env, resources, ...rest } = passedOn(container, () => k8s.toJson_Container(container as k8s.Container) as Json);
  const variables = Object.entries(envVariables ?? {}).map(([name, { value, valueFrom }]) => withoutUndefined({ name, value, valueFrom }));
  const amounts = {
    requests: amountsOf({ 'cpu': cpu?.request?.amount, 'memory': sizeOf(memory?.request), 'ephemeral-storage': sizeOf(ephemeralStorage?.request) }),
    limits: amountsOf({ 'cpu': cpu?.limit?.amount, 'memory': sizeOf(memory?.limit), 'ephemeral-storage': sizeOf(ephemeralStorage?.limit) }),
  };
  const { requests, limits } = asObject(resources);
  return withoutUndefined({
    ...rest,
    env: envVariables ? [...asList(env) as Json[], ...variables] : env,
    resources: cpu || memory || ephemeralStorage ? withoutUndefined({
      ...resources as JsonObject | undefined,
      requests: amounts.requests ? { ...asObject(requests) as JsonObject, ...amounts.requests } : requests,
      limits: amounts.limits ? { ...asObject(limits) as JsonObject, ...amounts.limits } : limits,
    }) : resources,
  });
}

function sizeOf(size: Size | undefined): string | undefined {
  return size?.asString();
}

function amountsOf(amounts: Readonly<Record<string, string | undefined>>): JsonObject | undefined {
  const said = withoutUndefined(amounts);
  return Object.keys(said).length === 0 ? undefined : said;
}

/** After 1.28 Kubernetes put what was in `source` beside the name, and the custom resources have only that. */
function resourceClaimSpec(given: k8s.PodResourceClaim): Json {
  // Of an untyped caller it may be anything, of which the schema tells.
  if (!isJsonObject(given as unknown)) return given as unknown as Json;
  const { source, ...claim } = given;
  return { ...k8s.toJson_PodResourceClaim(claim), ...k8s.toJson_ClaimSource(source) };
}
