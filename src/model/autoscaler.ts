import { ClusterObject, Landscape } from './landscape';
import { asList, asObject } from '../json/lenient';

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
