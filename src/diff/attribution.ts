import { Cause, causesBetween } from './causes';
import { Change, changedField, lineName, ObjectChange } from './change';
import { compareObjects, identityOf } from './objects';
import { landscapeOfSide, manifestsOf, Owner, ownerKey, ownersIn, ownersOf, Side } from './side';
import { Json, JsonObject } from '../json/json';
import { onceFor } from '../json/once';
import { Landscape } from '../model/landscape';
import { CustomResource, WorkflowResource } from '../model/resource';

/** How many values in objects and how many custom resources are made to find reasons, until the rest goes without. */
const MOST_WORK = 3_000_000;

/** Why things differ. */
export interface Attribution extends Reasons {
  /** What differs in custom resources although nothing that is made follows it. */
  readonly withoutEffect: readonly Cause[];
}

export interface Reasons {
  /** The reasons of an object that is there on one side only. */
  ofObject(object: ObjectChange): string[];
  ofChange(object: ObjectChange, change: Change): string[];
}

interface Consequent {
  readonly cause: Cause;
  /** What differs when only this cause is there, by the identity of the object. */
  readonly effects: ReadonlyMap<string, ObjectChange>;
}

/**
 * Finds out why things differ, by trying: each thing in which the sides differ is put alone into the one side, and taken alone out of the
 * other, and what is made then is compared. So no reason is told that is not one.
 *
 * @param owners of the objects that differ, by their identities
 */
export function attribute(before: Side, after: Side, objects: readonly ObjectChange[], owners: ReadonlyMap<string, Owner>): Attribution {
  const causes = causesBetween(before, after);
  const trial = new Trial(owners);
  const forward = objects.length === 0 ? [] : trial.each(causes, before, after, (made, own) => compareObjects(own, made));
  const isFound = (object: ObjectChange) => object.change === 'changed'
    ? object.changes.every((change) => reasonsIn(forward, object, change).length > 0)
    : reasonsIn(forward, object).length > 0;
  const open = objects.filter((object) => !isFound(object));
  const backward = open.length === 0 ? []
    : trial.each(causes.filter(concerns(open, owners)), after, before, (made, own) => compareObjects(made, own));
  const reasons = (object: ObjectChange, change?: Change) => {
    const found = reasonsIn(forward, object, change);
    return found.length > 0 ? found : reasonsIn(backward, object, change);
  };
  const effective = new Set([...forward, ...backward].filter(({ effects }) => effects.size > 0).map(({ cause }) => cause));
  return {
    ofObject: (object) => reasons(object),
    ofChange: (object, change) => reasons(object, change),
    withoutEffect: causes.filter((cause) => cause.field !== undefined && !effective.has(cause)),
  };
}

/** Finds out what decides about things, by taking out one thing that was said after the other. */
export function attributeByAbsence(side: Side, objects: readonly ObjectChange[], owners: ReadonlyMap<string, Owner>): Reasons {
  const causes = objects.length === 0 ? [] : causesBetween(silent(side), side).filter(concerns(objects, owners));
  const found = new Trial(new Map(objects.flatMap((object) => {
    const owner = owners.get(identityOf(object));
    return owner ? [[identityOf(object), owner] as const] : [];
  }))).each(causes, side, silent(side), (made, own) => compareObjects(made, own));
  return {
    ofObject: (object) => reasonsIn(found, object),
    ofChange: (object, change) => reasonsIn(found, object, change),
  };
}

/** The same custom resources, in which nothing is said beyond what each has to say. */
function silent(side: Side): Side {
  return {
    ...side,
    resources: side.resources.map((resource) => {
      const { flow, platformRef } = resource.spec as { readonly flow?: unknown; readonly platformRef?: unknown };
      const spec = { ...flow !== undefined && { flow }, ...platformRef !== undefined && { platformRef } };
      return { ...resource, metadata: { ...resource.metadata, labels: {}, annotations: {} }, spec } as CustomResource;
    }),
  };
}

/** Tries causes one by one, and makes only the objects on which they may have an effect. */
class Trial {
  private work = 0;
  private readonly concerned: ReadonlySet<string>;

  constructor(owners: ReadonlyMap<string, Owner>) {
    this.concerned = new Set([...owners.values()].map(ownerKey));
  }

  each(
    causes: readonly Cause[], target: Side, source: Side, compare: (made: readonly JsonObject[], own: readonly JsonObject[]) => ObjectChange[],
  ): Consequent[] {
    const landscape = landscapeOfSide(target);
    const own = new Map<string, readonly JsonObject[]>();
    const ownOf = (owner: Owner, key: string) => {
      const known = own.get(key);
      if (known) return known;
      const made = manifestsOf(landscape, owner);
      own.set(key, made);
      return made;
    };
    const targetOwners = new Map(ownersOf(landscape).map((owner) => [ownerKey(owner), owner]));
    return causes.map((cause) => {
      if (this.work > MOST_WORK) return { cause, effects: new Map<string, ObjectChange>() };
      const changed = landscapeOfSide(cause.put(target, source));
      this.work += target.resources.length + target.objects.length;
      const owners = this.ownersFor(cause, changed, landscape);
      const effects = owners.flatMap((owner) => {
        const key = ownerKey(owner);
        const [before, after] = [targetOwners.get(key), isThere(changed, owner) ? manifestsOf(changed, owner) : []];
        this.work += after.reduce((sum, object) => sum + countValues(object), 0);
        return compare(after, before ? ownOf(before, key) : []);
      });
      return { cause, effects: new Map(effects.map((effect) => [identityOf(effect), effect])) };
    });
  }

  /** Those of which something differs, as they are with the cause. */
  private ownersFor({ workflow, namespace: only }: Cause, changed: Landscape, unchanged: Landscape): Owner[] {
    if (workflow) {
      const { namespace } = workflow;
      const own = workflowIn(changed, workflow) ?? workflowIn(unchanged, workflow);
      return own ? [{ namespace, workflow: own }] : [];
    }
    const candidates = [unchanged, changed].flatMap((landscape) => only === undefined ? ownersOf(landscape) : ownersIn(landscape, only));
    const owners = new Map(candidates.map((owner) => [ownerKey(owner), owner]));
    return [...owners].filter(([key]) => this.concerned.has(key)).map(([, owner]) => owner);
  }
}

function workflowIn({ workflowsIn }: Landscape, { namespace, name }: NonNullable<Cause['workflow']>): WorkflowResource | undefined {
  return workflowsIn(namespace).find(({ metadata }) => metadata.name === name);
}

function isThere({ workflowsIn }: Landscape, { namespace, workflow }: Owner): boolean {
  return !workflow || workflowsIn(namespace).includes(workflow);
}

function countValues(value: Json): number {
  return typeof value !== 'object' || value === null ? 1 : Object.values(value).reduce<number>((sum, child) => sum + countValues(child), 1);
}

/** Whether a cause may be one for any of the objects. */
function concerns(objects: readonly ObjectChange[], owners: ReadonlyMap<string, Owner>): (cause: Cause) => boolean {
  const keys = new Set(objects.map((object) => owners.get(identityOf(object))).filter((owner) => owner !== undefined).map(ownerKey));
  return ({ workflow }) => !workflow || keys.has(JSON.stringify([workflow.namespace, workflow.name]));
}

function reasonsIn(consequents: readonly Consequent[], object: ObjectChange, change?: Change): string[] {
  const identity = identityOf(object);
  return consequents.filter(({ effects }) => {
    const effect = effects.get(identity);
    if (!effect) return false;
    return !change || effect.change !== 'changed' || effect.changes.some((other) => isSamePlace(change, other));
  }).map(({ cause }) => cause.reason);
}

/** Each is compared with all others. */
const fieldOf = onceFor((change: Change) => changedField(change));

/** The same place, or one in the other. */
function isSamePlace(a: Change, b: Change): boolean {
  const [fieldA, fieldB] = [fieldOf(a), fieldOf(b)];
  if (fieldA !== fieldB) return isWithin(fieldA, fieldB) || isWithin(fieldB, fieldA);
  return a.of !== 'line' || b.of !== 'line' || lineName(a.after ?? a.before) === lineName(b.after ?? b.before);
}

function isWithin(inner: string, outer: string): boolean {
  return inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
}
