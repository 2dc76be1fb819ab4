import { ClusterPlatformResource, CustomResource, PlatformResource, WorkflowResource } from './resource';
import { firstBy, groupBy } from '../json/group-by';
import { JsonObject } from '../json/json';
import { once } from '../json/once';
import { groupOf } from '../kubernetes/kinds';
import { ResolvedClusterFacts } from '../values/operator/cluster-facts';
import { OperatorBehaviour } from '../values/operator/operator-behaviour';

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
  /** Of one namespace, in the order in which they were given. */
  workflowsIn(namespace: string): readonly WorkflowResource[];
  /** Objects of a kind in a namespace, in the order in which they were given: each time the same list. */
  objects(kind: string, namespace: string): readonly ClusterObject[];
  object(kind: string, namespace: string, name: string): ClusterObject | undefined;
  /** The same of one API group, where several have a kind of that name. */
  objectOf(group: string, kind: string, namespace: string, name: string): ClusterObject | undefined;
  /** A supporting service has no database although its platform has one. */
  optsOut(serviceName: string, namespace: string): boolean;
}

export interface LandscapeInput {
  readonly operator: OperatorBehaviour;
  readonly facts: ResolvedClusterFacts;
  /** @default true */
  readonly corrected?: boolean;
  readonly resources: readonly CustomResource[];
  /**
   * Workflows that matter to others only by being there; they are asked for when they do.
   * @default - none
   */
  readonly otherWorkflows?: () => readonly WorkflowResource[];
  /**
   * The other objects of the cluster.
   * @default - none
   */
  readonly objects?: ObjectIndex;
  /**
   * Supporting services (`<namespace>/<name>`) without a database although their platform has one, which a custom resource cannot say.
   * @default - none
   */
  readonly ephemeralServices?: readonly string[];
}

/** Objects by kind and namespace, in the order in which they were given. */
export interface ObjectIndex {
  list(kind: string, namespace: string): readonly ClusterObject[];
}

const NO_OBJECTS: ObjectIndex = { list: () => [] };

export function indexObjects(objects: readonly ClusterObject[]): ObjectIndex {
  const groups = groupBy(objects, ({ kind, metadata }) => `${kind} ${metadata.namespace}`);
  return { list: (kind, namespace) => groups.get(`${kind} ${namespace}`) ?? [] };
}

export function createLandscape(input: LandscapeInput): Landscape {
  const platforms = groupBy(input.resources.filter((r): r is PlatformResource => r.kind === 'SonataFlowPlatform'), (r) => r.metadata.namespace);
  const own = input.resources.filter((r): r is WorkflowResource => r.kind === 'SonataFlow');
  const workflows = once(() => [...own, ...input.otherWorkflows?.() ?? []]);
  const workflowsByNamespace = once(() => groupBy(workflows(), ({ metadata }) => metadata.namespace));
  const namespaces = once(() => [...new Set([...platforms.keys(), ...workflows().map(({ metadata }) => metadata.namespace)])]);
  const { objects = NO_OBJECTS } = input;
  const ephemeral = new Set(input.ephemeralServices);
  const indexed = <T>(index: (list: readonly ClusterObject[]) => T) => {
    const known = new Map<string, T>();
    return (kind: string, namespace: string): T => {
      const key = `${kind} ${namespace}`;
      let group = known.get(key);
      if (!group) known.set(key, group = index(objects.list(kind, namespace)));
      return group;
    };
  };
  const listed = indexed((list) => list);
  const named = indexed((list) => new Map(list.map((object) => [object.metadata.name, object])));
  const grouped = indexed((list) => firstBy(list, ({ apiVersion, metadata }) => `${groupOf(apiVersion)} ${metadata.name}`));
  return Object.freeze({
    operator: input.operator,
    facts: input.facts,
    corrected: input.corrected ?? true,
    clusterPlatforms: input.resources.filter((r): r is ClusterPlatformResource => r.kind === 'SonataFlowClusterPlatform'),
    platforms: (namespace: string) => platforms.get(namespace) ?? [],
    get workflows() { return workflows(); },
    get namespaces() { return namespaces(); },
    workflowsIn: (namespace: string) => workflowsByNamespace().get(namespace) ?? [],
    objects: listed,
    object: (kind: string, namespace: string, name: string) => named(kind, namespace).get(name),
    objectOf: (group: string, kind: string, namespace: string, name: string) => grouped(kind, namespace).get(`${group} ${name}`),
    optsOut: (serviceName: string, namespace: string) => ephemeral.has(`${namespace}/${serviceName}`),
  });
}

/** The same cluster, rendered as the operator does it. */
export function toTheLetter(landscape: Landscape): Landscape {
  // Its workflows are only asked for when somebody does, so a copy would ask.
  return landscape.corrected ? Object.freeze(Object.create(landscape, { corrected: { value: false, enumerable: true } })) as Landscape : landscape;
}
