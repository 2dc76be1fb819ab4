import { ClusterObject, Landscape } from './landscape';
import { groupBy } from '../json/group-by';
import { JsonObject } from '../json/json';
import { asList, asObject, asText } from '../json/lenient';
import { onceFor } from '../json/once';

/** What an autoscaler may scale. */
export interface ScaleTarget {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
}

/**
 * The autoscaler that the operator sees for a target: only one that names the target in full.
 *
 * @see operator-behaviour 11.1
 */
export function autoscalerOf({ operator, objects }: Landscape, target: ScaleTarget): ClusterObject | undefined {
  if (!operator.disruptionBudgets) return undefined;
  return autoscalersNaming({ objects }, target)
    .find(({ apiVersion, spec }) => apiVersion === 'autoscaling/v2' && targetOf(spec).apiVersion === target.apiVersion);
}

/**
 * The autoscalers of a target, whatever the version of their API and of its: Kubernetes looks at its group and kind, and the operator, if there
 * is one, may overlook them.
 */
export function autoscalersOf(landscape: Pick<Landscape, 'objects'>, target: ScaleTarget): readonly ClusterObject[] {
  return autoscalersNaming(landscape, target).filter(({ spec }) => groupOf(asText(targetOf(spec).apiVersion)) === groupOf(target.apiVersion));
}

/** The autoscalers that name a target, whatever the API of its kind. */
export function autoscalersNaming({ objects }: Pick<Landscape, 'objects'>, { kind, name, namespace }: Omit<ScaleTarget, 'apiVersion'>): readonly ClusterObject[] {
  return byTarget(objects('HorizontalPodAutoscaler', namespace)).get(targetKey(kind, name)) ?? [];
}

const byTarget = onceFor((autoscalers: readonly ClusterObject[]) => groupBy(autoscalers, ({ spec }) => {
  const { kind, name } = targetOf(spec);
  return targetKey(kind, name);
}));

function targetKey(kind: unknown, name: unknown): string {
  return JSON.stringify([kind, name]);
}

function targetOf(spec: unknown): JsonObject {
  return asObject(asObject(spec).scaleTargetRef);
}

/** The Deployment of a workflow or service, as a target. */
export function deploymentTarget({ name, namespace }: { readonly name: string; readonly namespace: string }): ScaleTarget {
  return { apiVersion: 'apps/v1', kind: 'Deployment', name, namespace };
}

/** In a corrected rendering nobody but an autoscaler may say how many pods its Deployment has: whoever applies it would set them back. */
export function isScaled(landscape: Landscape, deployment: { readonly name: string; readonly namespace: string }): boolean {
  return landscape.corrected && autoscalersOf(landscape, deploymentTarget(deployment)).length > 0;
}

function groupOf(apiVersion: string): string {
  return apiVersion.split('/')[0] ?? '';
}

/** It has taken over the replicas of its target; one that was only declared has no status. */
export function isWorking({ status }: ClusterObject): boolean {
  const { conditions, desiredReplicas } = asObject(status);
  const active = asList(conditions).map(asObject).find(({ type }) => type === 'ScalingActive');
  return active?.status === 'True' || Number(desiredReplicas ?? 0) > 0;
}

/** The fewest replicas that it leaves, if it says so. */
export function minReplicas({ spec }: ClusterObject): number | undefined {
  const { minReplicas: least } = asObject(spec);
  return typeof least === 'number' ? least : undefined;
}
