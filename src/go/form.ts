import { ALWAYS_WRITTEN, isKeptWhenEmpty, isMap, isOmittedWhenZero, isQuantity, isQuantityMap } from './pod-fields';
import { canonicalQuantity } from './quantity';
import { isFailure } from '../json/failure';
import { isJsonObject, Json, JsonObject } from '../json/json';

/**
 * A pod specification or a container as Go writes it after it has read it: what is empty is left out unless it is a pointer,
 * and quantities are canonical; one that is none stays as it is.
 */
export function goForm(object: Readonly<JsonObject>): JsonObject {
  return structure(object, '');
}

/** What Go takes for nothing said. */
export function isZero(value: Json): boolean {
  return value === '' || value === 0 || value === false;
}

function structure(object: Readonly<JsonObject>, holder: string): JsonObject {
  const fields = Object.entries(object).flatMap(([name, value]) => {
    const written = field(name, value, holder);
    return written === undefined ? [] : [[name, written] as const];
  });
  return { ...ALWAYS_WRITTEN.get(holder) as JsonObject | undefined, ...Object.fromEntries(fields) };
}

function field(name: string, value: Json, holder: string): Json | undefined {
  if (value === null) return undefined;
  if (isQuantity(name)) return quantity(value);
  if (Array.isArray(value)) {
    if (value.length === 0 && !isKeptWhenEmpty(name)) return undefined;
    return value.map((item) => isJsonObject(item) ? structure(item, name) : item);
  }
  if (!isJsonObject(value)) return isZero(value) && isOmittedWhenZero(name, holder) ? undefined : value;
  if (!isMap(name)) return structure(value, name);
  const entries = Object.entries(value);
  if (entries.length === 0) return undefined;
  return isQuantityMap(name) ? Object.fromEntries(entries.map(([key, item]) => [key, quantity(item)])) : value;
}

function quantity(value: Json): Json {
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  const canonical = canonicalQuantity(value);
  return isFailure(canonical) ? value : canonical;
}
