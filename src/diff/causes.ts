import { isDeepStrictEqual } from 'node:util';
import { BEHAVIOURS } from './behaviours';
import { changedField, ChangeStep } from './change';
import { byIdentity, contentOf, Input, objectIdentity } from './inputs';
import { Side } from './side';
import { compareValues } from './values';
import { Json, JsonObject } from '../json/json';
import { withoutServerMetadata } from '../kubernetes/server-metadata';
import { ClusterObject } from '../model/landscape';
import { CustomResource } from '../model/resource';
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

  /** What those have in common of which there may be many, such as the variables of a container. */
  readonly family: string;

  readonly input: Input;
}

/** A field of a custom resource that is not the same on both sides. */
export interface ChangedInput {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly field: string;
}

/** From how many fields of a custom resource on no cause is within an item of a list: the whole item is one. */
const MANY_FIELDS = 64;

/** All in which two sides differ. */
export function causesBetween(before: Side, after: Side): Cause[] {
  return [...operatorCauses(before, after), ...factCauses(before, after), ...resourceCauses(before, after), ...objectCauses(before, after)];
}

function operatorCauses(before: Side, after: Side): Cause[] {
  const behaviours = Object.keys(BEHAVIOURS) as ReadonlyArray<keyof OperatorBehaviour>;
  return behaviours.filter((name) => !isDeepStrictEqual(before.operator[name], after.operator[name])).map((name) => ({
    reason: `operator ${before.operatorName === after.operatorName ? after.operatorName : `${before.operatorName} -> ${after.operatorName}`}: `
      + `${BEHAVIOURS[name]} (${name})`,
    family: 'operator',
    input: { of: 'operator', name },
  }));
}

function factCauses(before: Side, after: Side): Cause[] {
  const facts = Object.keys({ ...before.facts, ...after.facts }) as ReadonlyArray<keyof ResolvedClusterFacts>;
  return facts.filter((name) => !isDeepStrictEqual(before.facts[name], after.facts[name])).map((name) => ({
    reason: `cluster: ${name}`,
    family: 'facts',
    input: { of: 'facts', name },
  }));
}

function resourceCauses(before: Side, after: Side): Cause[] {
  const [left, right] = [byIdentity(before.resources), byIdentity(after.resources)];
  const shared = sharedNamespaces([...before.resources, ...after.resources]);
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((identity): Cause[] => {
    const [old, young] = [left.get(identity), right.get(identity)];
    const resource = (young ?? old)!;
    const reach = reachOf(resource, shared);
    if (!old || !young) return [{ ...wholeResource(identity, resource), ...reach }];
    const paths = distinct(compareValues(contentOf(old), contentOf(young)).map(({ path }) => putPath(path)));
    const fewer = paths.length < MANY_FIELDS ? paths : distinct(paths.map(toItem));
    return fewer.map((path) => ({ ...fieldOfResource(identity, young, path, { before, after }), ...reach }));
  });
}

/** Namespaces whose platform is heard of elsewhere. */
function sharedNamespaces(resources: readonly CustomResource[]): ReadonlySet<string> {
  return new Set(resources.flatMap((resource) => resource.kind === 'SonataFlowClusterPlatform' ? [resource.spec.platformRef.namespace] : []));
}

function reachOf({ kind, metadata: { name, namespace } }: CustomResource, shared: ReadonlySet<string>): Pick<Cause, 'workflow' | 'namespace'> {
  if (kind === 'SonataFlow') return { workflow: { namespace, name } };
  return kind === 'SonataFlowPlatform' && !shared.has(namespace) ? { namespace } : {};
}

function wholeResource(identity: string, { kind, metadata: { name } }: CustomResource): Cause {
  return { reason: `${kind} ${name}`, family: kind, input: { of: 'resource', identity } };
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
    family: `${identity} ${changedField({ path: upToFirstItem(path) })}`,
    input: { of: 'resource', identity, path },
  };
}

function objectCauses(before: Side, after: Side): Cause[] {
  const [left, right] = [before, after].map(({ objects }) => new Map(objects.map((object) => [objectIdentity(object), object]))) as [
    Map<string, ClusterObject>, Map<string, ClusterObject>,
  ];
  const propertiesOf = new Map([...before.resources, ...after.resources].filter(({ kind }) => kind === 'SonataFlow')
    .map(({ metadata: { name, namespace } }) => [`${namespace}/${name}-props`, { name, namespace }]));
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((identity): Cause[] => {
    const [old, young] = [left.get(identity), right.get(identity)];
    if (isDeepStrictEqual(old, young)) return [];
    const { kind, metadata } = (young ?? old)!;
    const fields = old && young ? distinct(compareValues(writtenOf(old), writtenOf(young)).map(({ path }) => putPath(path))) : [];
    return [{
      reason: `${kind} ${metadata.name}${fields.length === 0 ? '' : `: ${fields.slice(0, 3).map((path) => changedField({ path })).join(', ')}`}`,
      workflow: kind === 'ConfigMap' ? propertiesOf.get(`${metadata.namespace}/${metadata.name}`) : undefined,
      family: kind,
      input: { of: 'object', identity },
    }];
  });
}

/** An object without what nobody writes. */
function writtenOf(object: ClusterObject): Json {
  return { ...object, metadata: withoutServerMetadata(object.metadata) } as JsonObject;
}

/** So far into a flow: of what is deeper in it, hardly anything is looked at on its own. */
const FLOW_DEPTH = 3;

/** As far as it can be put into another value: up to a list whose items have no names. */
function putPath(path: readonly ChangeStep[]): readonly ChangeStep[] {
  const position = path.findIndex((step) => typeof step === 'number');
  const named = position < 0 ? path : path.slice(0, position);
  return named[1] === 'flow' ? named.slice(0, FLOW_DEPTH) : named;
}

/** As far as the innermost item. */
function toItem(path: readonly ChangeStep[]): readonly ChangeStep[] {
  const last = path.map((step) => typeof step).lastIndexOf('object');
  return last < 0 ? path : path.slice(0, last + 1);
}

/** As far as the outermost list; where there is none, as far as the object that has the field. */
function upToFirstItem(path: readonly ChangeStep[]): readonly ChangeStep[] {
  const first = path.findIndex((step) => typeof step === 'object');
  return path.slice(0, first < 0 ? -1 : first);
}

function distinct(paths: ReadonlyArray<readonly ChangeStep[]>): ReadonlyArray<readonly ChangeStep[]> {
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}
