/** Anything that JSON can say. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject { [key: string]: Json }

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value and everything in it can no longer be changed. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

/** A copy that shares nothing with the value. */
export function copyJson<T extends Json>(value: T): T;
export function copyJson(value: Json): Json {
  if (Array.isArray(value)) return value.map((item) => copyJson(item));
  if (!isJsonObject(value)) return value;
  const copy: JsonObject = {};
  for (const [field, child] of Object.entries(value)) putField(copy, field, copyJson(child));
  return copy;
}

/** The value where nobody can change it any more, as after `deepFreeze`; else a copy. */
export function unchangeable(value: Json): Json {
  return Object.isFrozen(value) ? value : copyJson(value);
}

/** Sets a field. Assigning to `__proto__` would change the object's prototype. */
export function putField(object: JsonObject, key: string, value: Json): void {
  if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  else object[key] = value;
}

/** What a path of fields and list positions leads to, if it is there. */
export function valueAt(value: Json, path: ReadonlyArray<string | number>): Json | undefined {
  return path.reduce<Json | undefined>((node, step) => {
    if (typeof step === 'number') return Array.isArray(node) ? node[step] : undefined;
    return isJsonObject(node) && Object.hasOwn(node, step) ? node[step] : undefined;
  }, value);
}
