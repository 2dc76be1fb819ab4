import { fieldSchema, StructuralSchema } from './structural-schema';
import { FieldPath } from '../json/field-path';
import { isJsonObject, Json, JsonObject, putField, unchangeable } from '../json/json';

/** An object without what the API server drops before it looks at it. */
export interface Pruned {
  readonly object: JsonObject;
  /** The fields that the schema does not know. Those within a value of the wrong type are not listed: the value is the problem. */
  readonly unknown: readonly FieldPath[];
  /** The nulls that were dropped, but for those in the metadata, which means the same without them. */
  readonly nulls: readonly FieldPath[];
}

/**
 * A copy without unknown fields, and without the nulls of fields that may not be null and have no default. What is frozen and right stays what it is.
 */
export function prune(object: JsonObject, schema: StructuralSchema): Pruned {
  const unknown: FieldPath[] = [];
  const nulls: FieldPath[] = [];
  const report: Report = (path, isNull) => {
    if (!isNull) unknown.push([...path]);
    else if (path[0] !== 'metadata') nulls.push([...path]);
  };
  return { object: prunedObject(object, schema, [], report), unknown, nulls };
}

/** The path is in use further. */
type Report = (path: FieldPath, isNull?: boolean) => void;
type Way = Array<string | number>;

const ignore: Report = () => {};

function pruned(value: Json, schema: StructuralSchema, path: Way, report: Report): Json {
  if (Array.isArray(value)) return prunedList(value, schema, path, report);
  return isJsonObject(value) ? prunedObject(value, schema, path, schema.type === 'object' ? report : ignore) : value;
}

function prunedList(list: readonly Json[], schema: StructuralSchema, path: Way, report: Report): Json {
  // What keeps unknown fields of a list keeps those of its items.
  const items: StructuralSchema = preserves(schema) ? { ...schema.items, 'x-kubernetes-preserve-unknown-fields': true } : schema.items ?? {};
  const kept = list.map((item, i) => {
    path.push(i);
    const one = pruned(item, items, path, report);
    path.pop();
    return one;
  });
  return Object.isFrozen(list) && kept.every((item, i) => item === list[i]) ? list as Json[] : kept;
}

function prunedObject(object: JsonObject, schema: StructuralSchema, path: Way, report: Report): JsonObject {
  const kept: JsonObject = {};
  let isSame = Object.isFrozen(object);
  for (const [field, value] of Object.entries(object)) {
    const known = fieldSchema(schema, field);
    path.push(field);
    let own: Json | undefined;
    if (known === undefined) own = preserves(schema) ? unchangeable(value) : undefined;
    else if (value !== null || known.default !== undefined) own = pruned(value, known, path, report);
    if (own === undefined) report(path, known !== undefined);
    else putField(kept, field, own);
    isSame &&= own === value;
    path.pop();
  }
  return isSame ? object : kept;
}

function preserves(schema: StructuralSchema): boolean {
  return schema['x-kubernetes-preserve-unknown-fields'] === true;
}
