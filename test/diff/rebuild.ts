import { Change, ChangeStep, ObjectChange } from '../../src/diff/change';
import { isJsonObject, Json, JsonObject } from '../../src/json/json';
import { byIdentity } from '../conformance/cases';

/** What `diff --format json` says of objects. */
export interface JsonDifference {
  readonly compared: string;
  readonly objects: ReadonlyArray<ObjectChange & { readonly changes: ReadonlyArray<Change & { readonly reasons: readonly string[] }> }>;
  readonly notes: readonly string[];
}

/**
 * The objects of the one side, made of those of the other and of what a difference says: so that what it leaves out or makes up is seen.
 *
 * @throws where something is not what the difference says it was
 */
export function rebuild(before: readonly JsonObject[], { objects }: Pick<JsonDifference, 'objects'>): JsonObject[] {
  const known = new Map(before.map((object) => [identity(object), object]));
  for (const { change, changes, content, apiVersion, kind, namespace, name } of objects) {
    const key = JSON.stringify([apiVersion.includes('/') ? apiVersion.split('/')[0] : '', kind, namespace, name]);
    if (known.has(key) === (change === 'added')) throw new Error(`${key} is ${change}`);
    if (change === 'removed') known.delete(key);
    else if (change === 'added') known.set(key, content!);
    else known.set(key, changes.reduce((object, one) => applied(object, one), known.get(key)!));
  }
  return [...known.values()];
}

/** What is made, and what only the other side makes, since here it is in its place: with the labels that it would have been made with. */
export function inCluster(objects: readonly unknown[], made: readonly JsonObject[], others: readonly JsonObject[]): JsonObject[] {
  const isIn = (list: readonly JsonObject[], object: JsonObject) => list.some((one) => identity(one) === identity(object));
  const inPlace = others.filter((other) => !isIn(made, other)).flatMap((other) => (
    (objects as JsonObject[]).filter((object) => isIn([other], object)).map((object): JsonObject => ({ ...object, metadata: other.metadata }))
  ));
  return [...made, ...inPlace];
}

function identity({ apiVersion, kind, metadata }: JsonObject): string {
  const { namespace, name } = metadata as JsonObject;
  return JSON.stringify([String(apiVersion).includes('/') ? String(apiVersion).split('/')[0] : '', kind, namespace ?? '', name]);
}

function applied(object: JsonObject, { path, of, before, after }: Change): JsonObject {
  if (of === 'order') return object;
  return put(object, path, (value) => {
    if (of === 'line') return lines(String(value), before as string | undefined, after as string | undefined);
    if (JSON.stringify(sorted(value)) !== JSON.stringify(sorted(before))) throw new Error(`${JSON.stringify(path)} was ${JSON.stringify(value)}`);
    return after;
  }) as JsonObject;
}

/** Places of lines are not told: they are compared as a set. */
function lines(text: string, before: string | undefined, after: string | undefined): string {
  const all = text.split('\n');
  const place = before === undefined ? all.length : all.indexOf(before);
  if (place < 0) throw new Error(`no line ${before}`);
  return [...all.slice(0, place), ...after === undefined ? [] : [after], ...all.slice(place + 1)].join('\n');
}

type Edit = (value: Json | undefined) => Json | undefined;

function put(value: Json | undefined, [step, ...rest]: readonly ChangeStep[], change: Edit): Json | undefined {
  if (step === undefined) return change(value);
  if (typeof value === 'string' && value.startsWith('{')) return JSON.stringify(put(JSON.parse(value) as Json, [step, ...rest], change));
  if (typeof step === 'number') return putItem(value as Json[], rest, change);
  if (typeof step === 'object') {
    const list = (value ?? []) as JsonObject[];
    const item = put(list.find((one) => one[step.key] === step.name), rest, change);
    if (item === undefined) return list.filter((one) => one[step.key] !== step.name);
    return list.some((one) => one[step.key] === step.name) ? list.map((one) => one[step.key] === step.name ? item : one) : [...list, item];
  }
  const object = (isJsonObject(value) ? value : {}) as JsonObject;
  const child = put(Object.hasOwn(object, step) ? object[step] : undefined, rest, change);
  return child === undefined
    ? Object.fromEntries(Object.entries(object).filter(([field]) => field !== step))
    : { ...object, [step]: child };
}

/** The place of an item without a name is one after all the other changes: the first one that can be changed so is meant. */
function putItem(list: readonly Json[], rest: readonly ChangeStep[], change: Edit): Json[] {
  for (const [i, item] of [...list, undefined].entries()) {
    try {
      const changed = put(item, rest, change);
      return [...list.slice(0, i), ...changed === undefined ? [] : [changed], ...list.slice(i + 1)];
    } catch { /* another one is meant */ }
  }
  throw new Error('no such item');
}

/** Objects in a form that does not depend on the order of items and lines. */
export function unordered(objects: readonly unknown[]): unknown {
  return sorted(byIdentity(objects));
}

function sorted(value: unknown): unknown {
  if (typeof value === 'string' && value.startsWith('{')) return sorted(JSON.parse(value));
  if (typeof value === 'string') return value.split('\n').sort().join('\n');
  if (Array.isArray(value)) {
    return value.map(sorted).sort((a, b) => JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1).map(([key, child]) => [key, sorted(child)]));
}
