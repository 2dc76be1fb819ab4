import { ChangeStep } from './change';
import { isJsonObject, Json, JsonObject } from '../json/json';

/** The value with what another one has at a path; what the other one does not have there is taken out. */
export function putFrom(source: Json | undefined, target: Json | undefined, path: readonly ChangeStep[]): Json | undefined {
  const [step, ...rest] = path;
  // A position in a list says nothing about another list.
  if (step === undefined || typeof step === 'number') return source;
  if (typeof step === 'string') return putField(source, target, step, rest);
  return Array.isArray(target) || Array.isArray(source) ? putItem(listOf(source), listOf(target), step, rest) : source;
}

function putField(source: Json | undefined, target: Json | undefined, field: string, rest: readonly ChangeStep[]): Json | undefined {
  // Within a text that is JSON there are no fields.
  if (!isJsonObject(target ?? {})) return source;
  const [from, to] = [fieldsOf(source), fieldsOf(target)];
  const value = putFrom(ownField(from, field), ownField(to, field), rest);
  if (value !== undefined) return { ...to, [field]: value };
  return Object.fromEntries(Object.entries(to).filter(([name]) => name !== field));
}

function putItem(
  source: readonly Json[], target: readonly Json[], { key, name }: { readonly key: string; readonly name: string }, rest: readonly ChangeStep[],
): Json {
  const isMeant = (item: Json) => isJsonObject(item) && item[key] === name;
  const value = putFrom(source.find(isMeant), target.find(isMeant), rest);
  if (value === undefined) return target.filter((item) => !isMeant(item));
  return target.some(isMeant) ? target.map((item) => isMeant(item) ? value : item) : [...target, value];
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function fieldsOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function ownField(object: JsonObject, field: string): Json | undefined {
  return Object.hasOwn(object, field) ? object[field] : undefined;
}
