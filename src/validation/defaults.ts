import { fieldSchema, StructuralSchema } from './structural-schema';
import { copyJson, isJsonObject, Json, JsonObject } from '../json/json';

/**
 * A copy with the API server's defaults: only within objects that are there, and in the place of a null that may not be one.
 *
 * @param object what pruning left
 */
export function withDefaults(object: JsonObject, schema: StructuralSchema): JsonObject {
  const given = Object.entries(object).map(([field, value]): [string, Json] => [field, completed(value, fieldSchema(schema, field))]);
  const added = Object.entries(schema.properties ?? {})
    .filter(([field, { default: standard }]) => standard !== undefined && !Object.hasOwn(object, field))
    .map(([field, known]): [string, Json] => [field, completed(null, known)]);
  return Object.fromEntries([...given, ...added]);
}

/**
 * What comes back where the operator writes an object that it has read: Go leaves an empty text out, and the API server puts its default
 * in that place again.
 *
 * @param object complete
 */
export function writtenBack(object: JsonObject, schema: StructuralSchema, holder = ''): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([field, value]) => (
    [field, emptyAgain(value, fieldSchema(schema, field), field, holder)]
  )));
}

/** Pointers in Go: an empty text stays. */
const KEPT_WHEN_EMPTY = ['azureDisk.fsType'];

function emptyAgain(value: Json, schema: StructuralSchema | undefined, field: string, holder: string): Json {
  if (schema === undefined) return value;
  if (value === '' && schema.default !== undefined && !KEPT_WHEN_EMPTY.includes(`${holder}.${field}`)) return copyJson(schema.default);
  if (Array.isArray(value)) return value.map((item) => emptyAgain(item, schema.items, field, holder));
  return isJsonObject(value) ? writtenBack(value, schema, field) : value;
}

function completed(value: Json, schema: StructuralSchema | undefined): Json {
  if (schema === undefined) return value;
  const present = value === null && schema.default !== undefined ? copyJson(schema.default) : value;
  if (Array.isArray(present)) return present.map((item) => completed(item, schema.items));
  return isJsonObject(present) ? withDefaults(present, schema) : present;
}
