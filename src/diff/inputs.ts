import { ChangeStep } from './change';
import { putFrom } from './put';
import { Side } from './side';
import { groupBy } from '../json/group-by';
import { JsonObject } from '../json/json';
import { ClusterObject } from '../model/landscape';
import { CustomResource } from '../model/resource';
import { ResolvedClusterFacts } from '../values/operator/cluster-facts';
import { OperatorBehaviour } from '../values/operator/operator-behaviour';

/** One thing that a side is made of: a behaviour of the operator, a fact of the cluster, a custom resource or a field of it, or an object. */
export type Input =
  | { readonly of: 'operator'; readonly name: keyof OperatorBehaviour }
  | { readonly of: 'facts'; readonly name: keyof ResolvedClusterFacts }
  | { readonly of: 'resource'; readonly identity: string; readonly path?: readonly ChangeStep[] }
  | { readonly of: 'object'; readonly identity: string };

interface Field {
  readonly identity: string;
  readonly path: readonly ChangeStep[];
}

/** One side with some things of the other, all at once. */
export function putInputs(inputs: readonly Input[], target: Side, source: Side): Side {
  const whole = new Set(inputs.flatMap((input) => input.of === 'resource' && !input.path ? [input.identity] : []));
  const fields = inputs.flatMap((input): Field[] => input.of === 'resource' && input.path ? [{ ...input, path: input.path }] : []);
  const objects = new Set(inputs.flatMap((input) => input.of === 'object' ? [input.identity] : []));
  const resources = replaced(target.resources, source.resources, whole, resourceIdentity);
  return {
    ...target,
    operator: { ...target.operator, ...taken(source.operator, inputs.flatMap((input) => input.of === 'operator' ? [input.name] : [])) },
    facts: { ...target.facts, ...taken(source.facts, inputs.flatMap((input) => input.of === 'facts' ? [input.name] : [])) },
    resources: fields.length === 0 ? resources : withFields(resources, source.resources, groupBy(fields, ({ identity }) => identity)),
    objects: replaced(target.objects, source.objects, objects, objectIdentity),
  };
}

function taken<T extends object>(source: T, names: ReadonlyArray<keyof T>): Partial<T> {
  return Object.fromEntries(names.map((name) => [name, source[name]])) as Partial<T>;
}

/** What is replaced comes behind the rest, in the order in which it is meant. */
function replaced<T>(target: readonly T[], source: readonly T[], identities: ReadonlySet<string>, identify: (item: T) => string): readonly T[] {
  if (identities.size === 0) return target;
  const given = new Map(source.map((item) => [identify(item), item]));
  const found = [...identities].flatMap((identity) => given.get(identity) ?? []);
  return [...target.filter((item) => !identities.has(identify(item))), ...found];
}

function withFields(
  target: readonly CustomResource[], source: readonly CustomResource[], fields: ReadonlyMap<string, readonly Field[]>,
): CustomResource[] {
  const given = byIdentity(source);
  return target.map((resource) => {
    const identity = resourceIdentity(resource);
    const [own, other] = [fields.get(identity), given.get(identity)];
    return own && other ? withFieldsOf(resource, other, own.map(({ path }) => path)) : resource;
  });
}

/** A custom resource with what another one has in some fields. */
function withFieldsOf(target: CustomResource, source: CustomResource, paths: ReadonlyArray<readonly ChangeStep[]>): CustomResource {
  const { metadata, spec } = putFrom(contentOf(source), contentOf(target), paths) as { metadata: JsonObject; spec: JsonObject };
  return { ...target, metadata: { ...target.metadata, labels: {}, annotations: {}, ...metadata }, spec } as unknown as CustomResource;
}

/** What of a custom resource the operator looks at. */
export function contentOf({ metadata: { labels, annotations }, spec }: CustomResource): JsonObject {
  return { metadata: { labels, annotations }, spec } as unknown as JsonObject;
}

export function byIdentity(resources: readonly CustomResource[]): Map<string, CustomResource> {
  return new Map(resources.map((resource) => [resourceIdentity(resource), resource]));
}

function resourceIdentity({ kind, metadata: { namespace, name } }: CustomResource): string {
  return JSON.stringify([kind, kind === 'SonataFlowClusterPlatform' ? '' : namespace, name]);
}

export function objectIdentity({ apiVersion, kind, metadata }: ClusterObject): string {
  return JSON.stringify([apiVersion, kind, metadata.namespace, metadata.name]);
}
