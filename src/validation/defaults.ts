import { anywhere, fieldSchema, StructuralSchema } from './structural-schema';
import { copyJson, isJsonObject, Json, JsonObject, putField } from '../json/json';
import { onceFor } from '../json/once';

/**
 * A copy with the API server's defaults: only within objects that are there, and in the place of a null that may not be one. What is frozen and
 * complete stays what it is.
 *
 * @param object what pruning left
 */
export function withDefaults(object: JsonObject, schema: StructuralSchema): JsonObject {
  const complete: JsonObject = {};
  let isSame = Object.isFrozen(object);
  for (const [field, value] of Object.entries(object)) {
    const own = completed(value, fieldSchema(schema, field));
    isSame &&= own === value;
    putField(complete, field, own);
  }
  for (const [field, known] of fieldsWithDefault(schema)) {
    if (Object.hasOwn(object, field)) continue;
    isSame = false;
    putField(complete, field, completed(null, known));
  }
  return isSame ? object : complete;
}

const hasDefaults = anywhere(({ default: standard }) => standard !== undefined);

const fieldsWithDefault = onceFor((schema: StructuralSchema) => (
  Object.entries(schema.properties ?? {}).filter(([, { default: standard }]) => standard !== undefined)
));

/**
 * The same, or what comes back where the operator writes an object that it has read: Go leaves an empty text out, and the API server puts its default
 * in that place again.
 *
 * @param object complete
 */
export function writtenBack(object: JsonObject, schema: StructuralSchema, holder = ''): JsonObject {
  let changed: JsonObject | undefined;
  for (const [field, value] of Object.entries(object)) {
    const again = emptyAgain(value, fieldSchema(schema, field), field, holder);
    if (again !== value) putField(changed ??= { ...object }, field, again);
  }
  return changed ?? object;
}

/** Pointers in Go: an empty text stays. */
const KEPT_WHEN_EMPTY = ['azureDisk.fsType'];

function emptyAgain(value: Json, schema: StructuralSchema | undefined, field: string, holder: string): Json {
  if (schema === undefined || !hasDefaults(schema)) return value;
  if (value === '' && schema.default !== undefined && !KEPT_WHEN_EMPTY.includes(`${holder}.${field}`)) return copyJson(schema.default);
  if (Array.isArray(value)) {
    const items = value.map((item) => emptyAgain(item, schema.items, field, holder));
    return items.some((item, i) => item !== value[i]) ? items : value;
  }
  return isJsonObject(value) ? writtenBack(value, schema, field) : value;
}

function completed(value: Json, schema: StructuralSchema | undefined): Json {
  if (schema === undefined || !hasDefaults(schema)) return value;
  const present = value === null && schema.default !== undefined ? copyJson(schema.default) : value;
  if (Array.isArray(present)) {
    const items = present.map((item) => completed(item, schema.items));
    return Object.isFrozen(present) && items.every((item, i) => item === present[i]) ? present : items;
  }
  return isJsonObject(present) ? withDefaults(present, schema) : present;
}
