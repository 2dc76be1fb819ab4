import { anywhere, fieldSchema, StructuralSchema } from './structural-schema';
import { SchemaViolation } from './violation';
import { FieldPath } from '../json/field-path';
import { isJsonObject, Json, JsonObject, valueAt } from '../json/json';
import { withoutUndefined } from '../json/without-undefined';

/** Items of a list that repeat another one, where the schema says that the list is a set or a map. */
export function duplicates(value: Json, schema: StructuralSchema | undefined, path: FieldPath = []): SchemaViolation[] {
  if (schema === undefined || !hasUniqueItems(schema)) return [];
  if (isJsonObject(value)) {
    return Object.entries(value).flatMap(([field, child]) => duplicates(child, fieldSchema(schema, field), [...path, field]));
  }
  if (!Array.isArray(value)) return [];
  return [
    ...repeatedItems(value, schema).map((i): SchemaViolation => ({ path: [...path, i], rule: 'duplicate' })),
    ...value.flatMap((item, i) => duplicates(item, schema.items, [...path, i])),
  ];
}

const hasUniqueItems = anywhere((schema) => schema['x-kubernetes-list-type'] !== undefined);

function repeatedItems(list: readonly Json[], schema: StructuralSchema): number[] {
  const type = schema['x-kubernetes-list-type'];
  if (type === undefined || (type === 'map' && !list.every(isJsonObject))) return [];
  const seen = new Set<string>();
  return list.flatMap((item, i) => {
    const identity = canonical(type === 'map' && isJsonObject(item) ? keysOf(item, schema) : item);
    if (seen.has(identity)) return [i];
    seen.add(identity);
    return [];
  });
}

/** The fields by which an item is told from others. */
export function keysOf(item: Json, list: StructuralSchema): JsonObject {
  const keys = list['x-kubernetes-list-map-keys'] ?? [];
  return withoutUndefined(Object.fromEntries(keys.map((key) => [key, valueAt(item, [key])])));
}

/** JSON with the fields of each object in one order. */
function canonical(value: Json): string {
  return JSON.stringify(value, (_key, child: Json) => (isJsonObject(child) ? Object.fromEntries(Object.entries(child).sort(byKey)) : child));
}

const byKey = ([a]: [string, Json], [b]: [string, Json]) => (a < b ? -1 : 1);
