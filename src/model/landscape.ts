import { ClusterPlatformResource, CustomResource, PlatformResource, WorkflowResource } from './resource';
import { ResolvedClusterFacts } from '../values/cluster-facts';
import { JsonObject } from '../values/json';
import { OperatorBehaviour } from '../values/operator-behaviour';

/** An object of another kind that is in the cluster and that the operator looks at. */
export interface ClusterObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string } & JsonObject;
  readonly [field: string]: unknown;
}

/** All that is known about one cluster: custom resources, other objects and facts. Frozen. */
export interface Landscape {
  readonly operator: OperatorBehaviour;
  readonly facts: ResolvedClusterFacts;
  /** Whether what does not work is rendered as it was meant; else as the operator does it. */
  readonly corrected: boolean;
  readonly clusterPlatforms: readonly ClusterPlatformResource[];
  readonly workflows: readonly WorkflowResource[];
  /** Namespaces that have a platform or a workflow, in the order in which they were given. */
  readonly namespaces: readonly string[];
  /** Of one namespace, in the order in which they were given. */
  platforms(namespace: string): readonly PlatformResource[];
  /** Objects of a kind in a namespace, in the order in which they were given. */
  objects(kind: string, namespace: string): readonly ClusterObject[];
  object(kind: string, namespace: string, name: string): ClusterObject | undefined;
}

export interface LandscapeInput {
  readonly operator: OperatorBehaviour;
  readonly facts: ResolvedClusterFacts;
  /** @default true */
  readonly corrected?: boolean;
  readonly resources: readonly CustomResource[];
  readonly objects?: readonly ClusterObject[];
}

export function createLandscape(input: LandscapeInput): Landscape {
  const platforms = groupBy(input.resources.filter((r): r is PlatformResource => r.kind === 'SonataFlowPlatform'), (r) => r.metadata.namespace);
  const workflows = input.resources.filter((r): r is WorkflowResource => r.kind === 'SonataFlow');
  const objects = groupBy(input.objects ?? [], (object) => `${object.kind} ${object.metadata.namespace}`);
  const listed = (kind: string, namespace: string) => objects.get(`${kind} ${namespace}`) ?? [];
  const named = groupBy(input.objects ?? [], ({ kind, metadata }) => `${kind} ${metadata.namespace} ${metadata.name}`);
  return Object.freeze({
    operator: input.operator,
    facts: input.facts,
    corrected: input.corrected ?? true,
    clusterPlatforms: input.resources.filter((r): r is ClusterPlatformResource => r.kind === 'SonataFlowClusterPlatform'),
    platforms: (namespace: string) => platforms.get(namespace) ?? [],
    workflows,
    namespaces: [...new Set([...platforms.keys(), ...workflows.map((workflow) => workflow.metadata.namespace)])],
    objects: listed,
    object: (kind: string, namespace: string, name: string) => named.get(`${kind} ${namespace} ${name}`)?.[0],
  });
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
