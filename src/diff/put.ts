import { ChangeStep } from './change';
import { groupBy } from '../json/group-by';
import { isJsonObject, Json, JsonObject } from '../json/json';

type Path = readonly ChangeStep[];

/** The value with what another one has at some paths; what the other one does not have there is taken out. */
export function putFrom(source: Json | undefined, target: Json | undefined, paths: readonly Path[]): Json | undefined {
  const [first] = paths;
  if (!first) return target;
  // A position in a list says nothing about another list.
  if (paths.some(([step]) => step === undefined || typeof step === 'number')) return source;
  const [step] = first;
  if (typeof step !== 'object') return putFields(source, target, paths);
  return Array.isArray(target) || Array.isArray(source) ? putItems(listOf(source), listOf(target), step.key, paths) : source;
}

function putFields(source: Json | undefined, target: Json | undefined, paths: readonly Path[]): Json | undefined {
  // Within a text that is JSON there are no fields.
  if (!isJsonObject(target ?? {})) return source;
  const [from, fields] = [fieldsOf(source), new Map(Object.entries(fieldsOf(target)))];
  for (const [field, rests] of byFirstStep(paths)) {
    const value = putFrom(Object.hasOwn(from, field) ? from[field] : undefined, fields.get(field), rests);
    if (value === undefined) fields.delete(field);
    else fields.set(field, value);
  }
  return Object.fromEntries(fields);
}

function putItems(source: readonly Json[], target: readonly Json[], key: string, paths: readonly Path[]): Json {
  const nameIn = (item: Json) => isJsonObject(item) && typeof item[key] === 'string' ? item[key] : undefined;
  const named = (items: readonly Json[]) => new Map(items.map((item) => [nameIn(item), item]));
  const [meant, from, to] = [byFirstStep(paths), named(source), named(target)];
  const put = (name: string, item?: Json) => {
    const value = putFrom(from.get(name), item, meant.get(name) ?? []);
    return value === undefined ? [] : [value];
  };
  return [
    ...target.flatMap((item) => {
      const name = nameIn(item);
      return name !== undefined && meant.has(name) ? put(name, item) : [item];
    }),
    ...[...meant.keys()].filter((name) => !to.has(name)).flatMap((name) => put(name)),
  ];
}

function byFirstStep(paths: readonly Path[]): Map<string, Path[]> {
  const groups = groupBy(paths, ([step]) => typeof step === 'object' ? step.name : String(step));
  return new Map([...groups].map(([step, group]) => [step, group.map((path) => path.slice(1))]));
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function fieldsOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
