import { Cause } from './causes';
import { ObjectChange } from './change';
import { Effect } from './effect';
import { putInputs } from './inputs';
import { identityOf } from './objects';
import { landscapeOfSide, manifestsOf, Owner, ownerKey, Side } from './side';
import { groupBy } from '../json/group-by';
import { JsonObject } from '../json/json';
import { onceFor } from '../json/once';
import { Landscape } from '../model/landscape';
import { workflowModel } from '../model/workflow';
import { propertyLayers } from '../properties/property-layers';

/** How many causes are tried alone for an owner, until all the rest is tried in halves. */
const MOST_ALONE = 64;

/** What a cause does to an object when nothing else differs. */
export interface Alone {
  readonly cause: Cause;
  readonly effect: Effect;
}

/** What halves of many causes do to an object: for each digit of their places in the list, those that have a 0 there, and those that have a 1. */
export interface InHalves {
  readonly causes: readonly Cause[];
  readonly effects: ReadonlyArray<readonly [zeros: Effect | undefined, ones: Effect | undefined]>;
}

/** What was seen when causes were tried, by the identity of the object on which they have an effect. */
export interface Trial {
  readonly alone: ReadonlyMap<string, readonly Alone[]>;
  readonly inHalves: ReadonlyMap<string, readonly InHalves[]>;
  /** All that changed in any of the trials in halves. */
  readonly seenInHalves: ReadonlyMap<string, readonly ObjectChange[]>;
}

/** Where causes are put, and from where. */
export interface Direction {
  readonly target: Side;
  readonly source: Side;
  readonly compare: (made: readonly JsonObject[], own: readonly JsonObject[]) => ObjectChange[];
}

/** Causes that are tried together with those of others, as each is heard of by owners of its own only. */
interface Hearers {
  readonly alone: readonly Cause[];
  readonly inHalves: readonly Cause[];
  readonly owners: (landscape: Landscape) => readonly Owner[];
}

/**
 * Tries causes: what is made of the target with one of them, or with half of many, is compared with what is made without.
 *
 * Each owner's objects are made anew so often at most as causes are tried alone, and twice for each digit of the number of the rest. What
 * different owners hear of is tried at once.
 *
 * @param concerned of whose objects the reasons are looked for; the own causes of a workflow are tried in any case
 */
export function tryCauses(causes: readonly Cause[], direction: Direction, concerned: ReadonlySet<string>): Trial {
  const isConcerned = (owner: Owner) => concerned.has(ownerKey(owner));
  const all = causes.filter(({ workflow, namespace }) => !workflow && namespace === undefined);
  const byNamespace = groupBy(causes.filter(({ workflow, namespace }) => !workflow && namespace !== undefined), ({ namespace }) => namespace ?? '');
  const byWorkflow = groupBy(causes.filter(({ workflow }) => workflow), ({ workflow }) => JSON.stringify([workflow?.namespace, workflow?.name]));
  const rounds = new Rounds(direction);
  rounds.play([{ ...divided(all), owners: (landscape) => [...ownersOf(landscape).byKey.values()].filter(isConcerned) }]);
  rounds.play([...byNamespace].map(([namespace, own]) => (
    { ...divided(own), owners: (landscape) => (ownersOf(landscape).byNamespace.get(namespace) ?? []).filter(isConcerned) }
  )));
  rounds.play([...byWorkflow].map(([key, own]) => ({ ...divided(own), owners: (landscape) => [ownersOf(landscape).byKey.get(key) ?? []].flat() })));
  return rounds;
}

/** Those of small families alone: there are few of what is something by itself, and many of variables or properties. */
function divided(causes: readonly Cause[]): Pick<Hearers, 'alone' | 'inHalves'> {
  if (causes.length <= MOST_ALONE) return { alone: causes, inHalves: [] };
  const families = [...groupBy(causes, ({ family }) => family).values()].sort((a, b) => a.length - b.length);
  const alone = new Set<Cause>();
  for (const family of families) {
    if (alone.size + family.length > MOST_ALONE) break;
    for (const cause of family) alone.add(cause);
  }
  return { alone: [...alone], inHalves: causes.filter((cause) => !alone.has(cause)) };
}

/** An owner as it is without causes and with some. */
interface OwnerPair {
  readonly key: string;
  readonly without?: Owner;
  readonly withSome?: Owner;
}

class Rounds implements Trial {
  readonly alone = new Map<string, Alone[]>();
  readonly inHalves = new Map<string, Array<InHalves & { readonly effects: Array<[Effect | undefined, Effect | undefined]> }>>();
  readonly seenInHalves = new Map<string, ObjectChange[]>();
  private readonly unchanged: Landscape;
  private readonly own = onceFor((owner: Owner) => manifestsOf(this.unchanged, owner));

  constructor(private readonly direction: Direction) {
    this.unchanged = landscapeOfSide(direction.target);
  }

  play(hearers: readonly Hearers[]): void {
    const most = (count: (one: Hearers) => number) => hearers.reduce((longest, one) => Math.max(longest, count(one)), 0);
    for (let i = 0; i < most(({ alone }) => alone.length); i++) {
      this.round(hearers, ({ alone }) => alone.slice(i, i + 1), ({ alone }, change) => {
        const cause = alone[i];
        if (cause) add(this.alone, identityOf(change), { cause, effect: new Effect(change) });
      });
    }
    const digits = digitsOf(most(({ inHalves }) => inHalves.length));
    for (let digit = 0; digit < digits; digit++) {
      for (const value of [0, 1] as const) {
        const half = ({ inHalves }: Hearers) => digit < digitsOf(inHalves.length) ? inHalves.filter((_, i) => digitOf(i, digit) === value) : [];
        this.round(hearers, half, ({ inHalves }, change) => this.seeHalf(inHalves, change, digit, value));
      }
    }
  }

  /** Makes what is made with some causes of each. */
  private round(
    hearers: readonly Hearers[], some: (one: Hearers) => readonly Cause[], see: (one: Hearers, change: ObjectChange) => void,
  ): void {
    const heard = hearers.map((one) => ({ one, causes: some(one) })).filter(({ causes }) => causes.length > 0);
    if (heard.length === 0) return;
    const changed = this.landscapeWith(heard.flatMap(({ causes }) => causes));
    for (const { one, causes } of heard) {
      for (const pair of this.owners(one, changed)) {
        const changes = this.changesOf(pair, changed);
        const isSure = heard.length === 1 || changes.length === 0 || !this.discovers(pair, changed);
        for (const change of isSure ? changes : this.changesWith(causes, one, pair)) see(one, change);
      }
    }
  }

  private landscapeWith(causes: readonly Cause[]): Landscape {
    return landscapeOfSide(putInputs(causes.map(({ input }) => input), this.direction.target, this.direction.source));
  }

  private owners(one: Hearers, changed: Landscape): OwnerPair[] {
    const ownersIn = (landscape: Landscape) => new Map(one.owners(landscape).map((owner) => [ownerKey(owner), owner]));
    const [before, after] = [ownersIn(this.unchanged), ownersIn(changed)];
    return [...new Set([...before.keys(), ...after.keys()])].map((key) => ({ key, without: before.get(key), withSome: after.get(key) }));
  }

  private changesOf({ without, withSome }: OwnerPair, changed: Landscape): ObjectChange[] {
    return this.direction.compare(withSome ? manifestsOf(changed, withSome) : [], without ? this.own(without) : []);
  }

  /** The same where nobody else's causes are put meanwhile. */
  private changesWith(causes: readonly Cause[], one: Hearers, { key }: OwnerPair): ObjectChange[] {
    const changed = this.landscapeWith(causes);
    return this.owners(one, changed).filter((pair) => pair.key === key).flatMap((pair) => this.changesOf(pair, changed));
  }

  /** Only by service discovery a workflow hears of what is said in others, and of platforms of other namespaces that nobody shares. */
  private discovers({ without, withSome }: OwnerPair, changed: Landscape): boolean {
    return hasDiscovered(this.unchanged, without) || hasDiscovered(changed, withSome);
  }

  private seeHalf(causes: readonly Cause[], change: ObjectChange, digit: number, value: 0 | 1): void {
    const identity = identityOf(change);
    let known = this.inHalves.get(identity)?.find((other) => other.causes === causes);
    if (!known) {
      known = { causes, effects: Array.from({ length: digitsOf(causes.length) }, () => [undefined, undefined]) };
      add(this.inHalves, identity, known);
    }
    const pair = known.effects[digit];
    if (pair) pair[value] = new Effect(change);
    add(this.seenInHalves, identity, change);
  }
}

function add<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

function digitsOf(count: number): number {
  return count === 0 ? 0 : Math.max(1, Math.ceil(Math.log2(count)));
}

/** A digit of a number written to the base of two, from the last one. */
function digitOf(number: number, digit: number): number {
  return Math.floor(number / 2 ** digit) % 2;
}

/** For whom objects are made, the workflows of files that are only read along as well. */
const ownersOf = onceFor(({ namespaces, workflows }: Landscape) => {
  const owners: Owner[] = [
    ...namespaces.map((namespace) => ({ namespace })), ...workflows.map((workflow) => ({ namespace: workflow.metadata.namespace, workflow })),
  ];
  return { byKey: new Map(owners.map((owner) => [ownerKey(owner), owner])), byNamespace: groupBy(owners, ({ namespace }) => namespace) };
});

function hasDiscovered(landscape: Landscape, owner: Owner | undefined): boolean {
  return owner?.workflow !== undefined && propertyLayers(landscape, workflowModel(landscape, owner.workflow)).discovered.length > 0;
}
