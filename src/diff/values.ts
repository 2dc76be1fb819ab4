import { isDeepStrictEqual } from 'node:util';
import { Change, ChangeStep, lineName } from './change';
import { replacements } from './sequences';
import { groupBy } from '../json/group-by';
import { isJsonObject, Json, JsonObject } from '../json/json';

type Path = readonly ChangeStep[];

/** By what the items of a list may be told apart. */
const KEYS = ['name', 'mountPath', 'key'];

/** Where two values differ, field by field; a text of several lines line by line. */
export function compareValues(before: Json | undefined, after: Json | undefined, path: Path = []): Change[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (isJsonObject(before) && isJsonObject(after)) return compareFields(before, after, path);
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, path);
  if (typeof before === 'string' && typeof after === 'string') return compareTexts(before, after, path);
  return [{ path, of: 'value', ...before !== undefined && { before }, ...after !== undefined && { after } }];
}

function compareFields(before: JsonObject, after: JsonObject, path: Path): Change[] {
  const own = (object: JsonObject, field: string) => Object.hasOwn(object, field) ? object[field] : undefined;
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.flatMap((field) => compareValues(own(before, field), own(after, field), [...path, field]));
}

function compareLists(before: readonly Json[], after: readonly Json[], path: Path): Change[] {
  const key = KEYS.find((candidate) => tellsApart(candidate, before) && tellsApart(candidate, after));
  return key === undefined ? compareItems(before, after, path) : compareNamed(key, before as JsonObject[], after as JsonObject[], path);
}

/** Whether each item has a name of its own. */
export function tellsApart(key: string, items: readonly Json[]): boolean {
  const names = items.map((item) => isJsonObject(item) ? item[key] : undefined);
  return names.every((name) => typeof name === 'string') && new Set(names).size === names.length;
}

function compareNamed(key: string, before: readonly JsonObject[], after: readonly JsonObject[], path: Path): Change[] {
  const named = (items: readonly JsonObject[]) => new Map(items.map((item) => [String(item[key]), item]));
  const [left, right] = [named(before), named(after)];
  const names = [...new Set([...left.keys(), ...right.keys()])];
  const common = (one: ReadonlyMap<string, Json>, other: ReadonlyMap<string, Json>) => [...one.keys()].filter((name) => other.has(name));
  const [orderBefore, orderAfter] = [common(left, right), common(right, left)];
  return [
    ...names.flatMap((name) => compareValues(left.get(name), right.get(name), [...path, { key, name }])),
    ...isDeepStrictEqual(orderBefore, orderAfter) ? [] : [{ path, of: 'order', before: orderBefore, after: orderAfter } as const],
  ];
}

/** Items without names: those that are the same on both sides are left out, neighbours that differ are compared. */
function compareItems(before: readonly Json[], after: readonly Json[], path: Path): Change[] {
  return replacements(before.map(asText), after.map(asText)).flatMap(({ removed, added }) => (
    Array.from({ length: Math.max(removed.length, added.length) }, (_none, i) => {
      const [left, right] = [removed[i]?.place, added[i]?.place];
      return compareValues(
        left === undefined ? undefined : before[left], right === undefined ? undefined : after[right], [...path, right ?? left ?? i],
      );
    }).flat()
  ));
}

/** The same text for the same value, in whatever order its fields stand. */
function asText(value: Json): string {
  return JSON.stringify(value, (_key, field: Json) => isJsonObject(field)
    ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => a < b ? -1 : 1))
    : field);
}

function compareTexts(before: string, after: string, path: Path): Change[] {
  const [left, right] = [embedded(before), embedded(after)];
  const within = left && right ? compareValues(left, right, path) : [];
  if (within.length > 0) return within;
  return before.includes('\n') || after.includes('\n') ? compareLines(before, after, path) : [{ path, of: 'value', before, after }];
}

/** What a text says that is JSON, such as a flow in a ConfigMap. */
function embedded(text: string): JsonObject | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    const value = JSON.parse(text) as Json;
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Lines that set the same property belong together, wherever they stand. */
function compareLines(before: string, after: string, path: Path): Change[] {
  const parts = replacements(before.split('\n'), after.split('\n'));
  const removed = parts.flatMap((part) => part.removed.map(({ text }) => text));
  const added = parts.flatMap((part) => part.added.map(({ text }) => text));
  // The first one of a name is taken from the end.
  const successors = groupBy([...added.entries()].reverse(), ([, line]) => lineName(line));
  const taken = new Set<number>();
  const lines = removed.map((line): Change => {
    const found = successors.get(lineName(line))?.pop();
    if (!found) return { path, of: 'line', before: line };
    const [place, successor] = found;
    taken.add(place);
    return { path, of: successor === line ? 'order' : 'line', before: line, after: successor };
  });
  return [...lines, ...added.flatMap((line, i): Change[] => taken.has(i) ? [] : [{ path, of: 'line', after: line }])];
}
