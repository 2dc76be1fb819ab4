import { isDeepStrictEqual } from 'node:util';
import { BEHAVIOURS } from './behaviours';
import { changedField, ChangeStep } from './change';
import { putFrom } from './put';
import { Side } from './side';
import { compareValues } from './values';
import { Json, JsonObject } from '../json/json';
import { ClusterObject } from '../model/landscape';
import { CustomResource, WorkflowResource } from '../model/resource';
import { ResolvedClusterFacts } from '../values/operator/cluster-facts';
import { OperatorBehaviour } from '../values/operator/operator-behaviour';

/** One thing in which two sides differ, and which may be why something that is made differs. */
export interface Cause {
  /** The field of a custom resource, the object or the rule of the operator. */
  readonly reason: string;

  /** The field of a custom resource: it counts as one that was changed, even if nothing that is made follows it. */
  readonly field?: ChangedInput;

  /**
   * The only owner for whom something else may be made.
   * @default - anybody
   */
  readonly workflow?: { readonly namespace: string; readonly name: string };

  /**
   * The only namespace for whose owners something else may be made.
   * @default - all
   */
  readonly namespace?: string;

  /** One side with this thing of the other. */
  put(target: Side, source: Side): Side;
}

/** A field of a custom resource that is not the same on both sides. */
export interface ChangedInput {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly field: string;
}

/** All in which two sides differ. */
export function causesBetween(before: Side, after: Side): Cause[] {
  return [...operatorCauses(before, after), ...factCauses(before, after), ...resourceCauses(before, after), ...objectCauses(before, after)];
}

function operatorCauses(before: Side, after: Side): Cause[] {
  const behaviours = Object.keys(BEHAVIOURS) as ReadonlyArray<keyof OperatorBehaviour>;
  return behaviours.filter((name) => !isDeepStrictEqual(before.operator[name], after.operator[name])).map((name) => ({
    reason: `operator ${before.operatorName === after.operatorName ? after.operatorName : `${before.operatorName} -> ${after.operatorName}`}: `
      + `${BEHAVIOURS[name]} (${name})`,
    put: (target, source) => ({ ...target, operator: { ...target.operator, [name]: source.operator[name] } }),
  }));
}

function factCauses(before: Side, after: Side): Cause[] {
  const facts = Object.keys({ ...before.facts, ...after.facts }) as ReadonlyArray<keyof ResolvedClusterFacts>;
  return facts.filter((name) => !isDeepStrictEqual(before.facts[name], after.facts[name])).map((name) => ({
    reason: `cluster: ${name}`,
    put: (target, source) => ({ ...target, facts: { ...target.facts, [name]: source.facts[name] } }),
  }));
}

function resourceCauses(before: Side, after: Side): Cause[] {
  const [left, right] = [byIdentity(before.resources), byIdentity(after.resources)];
  const isShared = [...before.resources, ...after.resources].some(({ kind }) => kind === 'SonataFlowClusterPlatform');
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((identity): Cause[] => {
    const [old, young] = [left.get(identity), right.get(identity)];
    const resource = (young ?? old)!;
    // A platform is heard of elsewhere by a cluster platform only.
    const reach = resource.kind === 'SonataFlowPlatform' && !isShared ? { namespace: resource.metadata.namespace } : {};
    if (!old || !young) return [{ ...wholeResource(identity, resource), ...reach }];
    const paths = distinct(compareValues(contentOf(old), contentOf(young)).map(({ path }) => putPath(path)));
    return paths.map((path) => ({ ...fieldOfResource(identity, young, path, { before, after }), ...reach }));
  });
}

function wholeResource(identity: string, { kind, metadata: { name, namespace } }: CustomResource): Cause {
  return {
    reason: `${kind} ${name}`,
    workflow: kind === 'SonataFlow' ? { name, namespace } : undefined,
    put: (target, source) => {
      const given = source.resources.find((resource) => resourceIdentity(resource) === identity);
      return { ...target, resources: [...target.resources.filter((resource) => resourceIdentity(resource) !== identity), ...given ? [given] : []] };
    },
  };
}

function fieldOfResource(
  identity: string, { kind, metadata: { name, namespace } }: CustomResource, path: readonly ChangeStep[], sides: { before: Side; after: Side },
): Cause {
  const { before, after } = sides;
  const field = changedField({ path });
  const names = `${before.operatorName} and ${after.operatorName}`;
  const crds = before.operator.crds === after.operator.crds ? '' : `, which the CRDs of ${names} may read differently`;
  return {
    reason: `${kind} ${name}: ${field}${crds}`,
    field: { kind, namespace, name, field },
    workflow: kind === 'SonataFlow' ? { name, namespace } : undefined,
    put: (target, source) => {
      const given = source.resources.find((resource) => resourceIdentity(resource) === identity);
      return {
        ...target,
        resources: target.resources.map((resource) => (
          given && resourceIdentity(resource) === identity ? withField(resource, given, path) : resource
        )),
      };
    },
  };
}

/** A workflow with what another one has in a field. */
function withField(target: CustomResource, source: CustomResource, path: readonly ChangeStep[]): CustomResource {
  const { metadata, spec } = putFrom(contentOf(source), contentOf(target), path) as { metadata: JsonObject; spec: JsonObject };
  return { ...target, metadata: { ...target.metadata, labels: {}, annotations: {}, ...metadata }, spec } as unknown as WorkflowResource;
}

/** What of a custom resource the operator looks at. */
function contentOf({ metadata: { labels, annotations }, spec }: CustomResource): JsonObject {
  return { metadata: { labels, annotations }, spec } as unknown as JsonObject;
}

function objectCauses(before: Side, after: Side): Cause[] {
  const key = ({ apiVersion, kind, metadata }: ClusterObject) => JSON.stringify([apiVersion, kind, metadata.namespace, metadata.name]);
  const index = (objects: readonly ClusterObject[]) => new Map(objects.map((object) => [key(object), object]));
  const [left, right] = [index(before.objects), index(after.objects)];
  const propertiesOf = new Map([...before.resources, ...after.resources].filter(({ kind }) => kind === 'SonataFlow')
    .map(({ metadata: { name, namespace } }) => [`${namespace}/${name}-props`, { name, namespace }]));
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((identity): Cause[] => {
    const [old, young] = [left.get(identity), right.get(identity)];
    if (isDeepStrictEqual(old, young)) return [];
    const { kind, metadata } = (young ?? old)!;
    const fields = old && young ? distinct(compareValues(old as unknown as Json, young as unknown as Json).map(({ path }) => putPath(path))) : [];
    return [{
      reason: `${kind} ${metadata.name}${fields.length === 0 ? '' : `: ${fields.slice(0, 3).map((path) => changedField({ path })).join(', ')}`}`,
      workflow: kind === 'ConfigMap' ? propertiesOf.get(`${metadata.namespace}/${metadata.name}`) : undefined,
      put: (target, source) => {
        const given = source.objects.find((object) => key(object) === identity);
        return { ...target, objects: [...target.objects.filter((object) => key(object) !== identity), ...given ? [given] : []] };
      },
    }];
  });
}

function byIdentity(resources: readonly CustomResource[]): Map<string, CustomResource> {
  return new Map(resources.map((resource) => [resourceIdentity(resource), resource]));
}

function resourceIdentity({ kind, metadata: { namespace, name } }: CustomResource): string {
  return JSON.stringify([kind, kind === 'SonataFlowClusterPlatform' ? '' : namespace, name]);
}

/** So far into a flow: of what is deeper in it, hardly anything is looked at on its own. */
const FLOW_DEPTH = 3;

/** As far as it can be put into another value: up to a list whose items have no names. */
function putPath(path: readonly ChangeStep[]): readonly ChangeStep[] {
  const position = path.findIndex((step) => typeof step === 'number');
  const named = position < 0 ? path : path.slice(0, position);
  return named[1] === 'flow' ? named.slice(0, FLOW_DEPTH) : named;
}

function distinct(paths: ReadonlyArray<readonly ChangeStep[]>): ReadonlyArray<readonly ChangeStep[]> {
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}
