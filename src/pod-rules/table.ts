import { CONTAINER_RULES } from './containers';
import { downwardFields } from './downward';
import { podProblems, ruleTree } from './judge';
import { LATER_FIELD_RULES } from './later-fields';
import { MOUNT_RULES } from './mounts';
import { POD_FIELD_RULES } from './pod-fields';
import { PROBE_RULES } from './probes';
import { RESOURCE_RULES } from './resources';
import { PodRule, Problem } from './rule';
import { SCHEDULING_RULES } from './scheduling';
import { SECURITY_RULES } from './security';
import { VOLUME_RULES } from './volumes';
import { JsonObject } from '../json/json';

/** The rules of Kubernetes about pods of a Deployment, by what they are about. */
export const POD_RULES = {
  'Pods': POD_FIELD_RULES,
  'Where pods run': SCHEDULING_RULES,
  'Containers': [...CONTAINER_RULES, ...downwardFields('*.env[].valueFrom', 'variables')],
  'Probes and hooks': PROBE_RULES,
  'Resources': RESOURCE_RULES,
  'Volumes': VOLUME_RULES,
  'Mounts': MOUNT_RULES,
  'Rights': SECURITY_RULES,
  'Fields of later versions': LATER_FIELD_RULES,
} as const satisfies Record<string, readonly PodRule[]>;

const TREE = ruleTree(Object.values(POD_RULES).flat());

/**
 * All that Kubernetes refuses of the pods of a Deployment.
 *
 * @param minor of the version 1.x of Kubernetes
 */
export function problemsOfPod(pod: JsonObject, minor: number): Problem[] {
  return podProblems(TREE, pod, minor);
}
