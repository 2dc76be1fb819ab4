import { ClusterObject, Landscape } from './landscape';
import { asList, asObject, asText } from '../json/lenient';

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
  return objects('HorizontalPodAutoscaler', target.namespace).find(({ apiVersion, spec }) => {
    const { scaleTargetRef } = asObject(spec);
    const { apiVersion: version, kind, name } = asObject(scaleTargetRef);
    return apiVersion === 'autoscaling/v2' && version === target.apiVersion && kind === target.kind && name === target.name;
  });
}

/**
 * The autoscalers of a target, whatever the version of their API and of its: Kubernetes looks at its group and kind, and the operator, if there
 * is one, may overlook them.
 */
export function autoscalersOf({ objects }: Pick<Landscape, 'objects'>, { apiVersion, kind, name, namespace }: ScaleTarget): readonly ClusterObject[] {
  return objects('HorizontalPodAutoscaler', namespace).filter(({ spec }) => {
    const target = asObject(asObject(spec).scaleTargetRef);
    return target.kind === kind && target.name === name && groupOf(asText(target.apiVersion)) === groupOf(apiVersion);
  });
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
