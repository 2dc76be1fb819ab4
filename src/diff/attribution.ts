import { Cause, causesBetween } from './causes';
import { Change, changedField, lineName, ObjectChange } from './change';
import { compareObjects, identityOf } from './objects';
import { Owner, ownerKey, Side } from './side';
import { Direction, InHalves, Trial, tryCauses } from './trial';
import { ENOUGH_TO_LIST, list, thousands } from '../findings/words';
import { firstBy } from '../json/group-by';
import { CustomResource } from '../model/resource';

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

/**
 * Finds out why things differ, by trying: each thing in which the sides differ is put alone into the one side, and taken alone out of the
 * other, and what is made then is compared. So no reason is told that is not one. Of very many, halves are put: what is made with each half
 * tells the one that it takes, or that it takes one or more of them.
 *
 * @param owners of the objects that differ, by their identities
 */
export function attribute(before: Side, after: Side, objects: readonly ObjectChange[], owners: ReadonlyMap<string, Owner>): Attribution {
  const causes = causesBetween(before, after);
  const concerned = new Set([...owners.values()].map(ownerKey));
  const forth: Direction = { target: before, source: after, compare: (made, own) => compareObjects(own, made) };
  const forward = objects.length === 0 ? [] : [tryCauses(causes, forth, concerned)];
  const first = reasonsOf(causes, forward);
  const isFound = (object: ObjectChange) => object.change === 'changed'
    ? object.changes.every((change) => first.ofChange(object, change).length > 0)
    : first.ofObject(object).length > 0;
  const open = objects.filter((object) => !isFound(object));
  const backward = open.length === 0 ? []
    : [tryCauses(causes.filter(concerns(open, owners)), { target: after, source: before, compare: compareObjects }, concerned)];
  const second = reasonsOf(causes, backward);
  const effective = new Set([...forward, ...backward].flatMap(effectiveIn));
  return {
    ofObject: (object) => found(first.ofObject(object), () => second.ofObject(object)),
    ofChange: (object, change) => found(first.ofChange(object, change), () => second.ofChange(object, change)),
    withoutEffect: causes.filter((cause) => cause.field !== undefined && !effective.has(cause)),
  };
}

/** Finds out what decides about things, by taking out one thing that was said after the other. */
export function attributeByAbsence(side: Side, objects: readonly ObjectChange[], owners: ReadonlyMap<string, Owner>): Reasons {
  if (objects.length === 0) return reasonsOf([], []);
  const causes = causesBetween(silent(side), side).filter(concerns(objects, owners));
  const concerned = new Set(objects.flatMap((object) => owners.get(identityOf(object)) ?? []).map(ownerKey));
  return reasonsOf(causes, [tryCauses(causes, { target: side, source: silent(side), compare: compareObjects }, concerned)]);
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

/** Whether a cause may be one for any of the objects. */
function concerns(objects: readonly ObjectChange[], owners: ReadonlyMap<string, Owner>): (cause: Cause) => boolean {
  const keys = new Set(objects.map((object) => owners.get(identityOf(object))).filter((owner) => owner !== undefined).map(ownerKey));
  return ({ workflow }) => !workflow || keys.has(JSON.stringify([workflow.namespace, workflow.name]));
}

function found(first: string[], second: () => string[]): string[] {
  return first.length > 0 ? first : second();
}

function reasonsOf(causes: readonly Cause[], trials: readonly Trial[]): Reasons {
  const order = new Map(causes.map((cause, i) => [cause, i]));
  const reasons = (object: ObjectChange, change?: Change): string[] => {
    const identity = identityOf(object);
    const alone = trials.flatMap((trial) => trial.alone.get(identity) ?? [])
      .filter(({ effect }) => !change || effect.touches(change)).map(({ cause }) => cause);
    const many = trials.flatMap((trial) => trial.inHalves.get(identity) ?? []).map((halves) => told(halves, change));
    const one = many.flatMap((causesTold) => causesTold.length === 1 ? causesTold : []);
    return [
      ...[...alone, ...one].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)).map(({ reason }) => reason),
      ...many.flatMap((causesTold) => causesTold.length > 1 ? [oneOrMore(causesTold)] : []),
    ];
  };
  return { ofObject: (object) => reasons(object), ofChange: reasons };
}

/** The one cause that what halves do to a place tells; all of them where it takes two, or any of several; none where nothing is done. */
function told({ causes, effects }: InHalves, change?: Change): readonly Cause[] {
  const seen = effects.map((pair) => pair.map((effect) => effect !== undefined && (!change || effect.touches(change))));
  if (!seen.some(([zeros, ones]) => zeros || ones)) return [];
  const cause = causes[seen.reduce((sum, [, ones], digit) => sum + (ones ? 2 ** digit : 0), 0)];
  return cause && seen.every(([zeros, ones]) => zeros !== ones) ? [cause] : causes;
}

function oneOrMore(causes: readonly Cause[]): string {
  return `one or more of ${thousands(causes.length)}: ${list(causes.slice(0, ENOUGH_TO_LIST).map(({ reason }) => reason), causes.length)}`;
}

function placeName(change: Change): string {
  return JSON.stringify([changedField(change), ...change.of === 'line' ? [lineName(change.after ?? change.before)] : []]);
}

function effectiveIn({ alone, inHalves, seenInHalves }: Trial): Cause[] {
  return [
    ...[...alone.values()].flat().map(({ cause }) => cause),
    ...[...seenInHalves].flatMap(([identity, changes]) => {
      const places = firstBy(changes.flatMap((object) => object.changes), placeName);
      const asked = [...changes.some(({ change }) => change !== 'changed') ? [undefined] : [], ...places.values()];
      const effective = (inHalves.get(identity) ?? []).flatMap((halves) => asked.map((change) => told(halves, change)));
      return [...new Set(effective)].flat();
    }),
  ];
}
