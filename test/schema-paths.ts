import { isJsonObject, Json, JsonObject } from '../src/json/json';
import { fieldSchema, StructuralSchema } from '../src/validation/structural-schema';

/** A path within an object of a schema, such as `spec.podTemplate.volumes[].name`; `*` stands for any key of a map. */
export type SchemaPath = string;

const within = (path: SchemaPath, field: string) => path === '' ? field : `${path}.${field}`;

/** Where the schema ends: nothing further is said about what is there. */
export function leaves(schema: StructuralSchema, path: SchemaPath = ''): SchemaPath[] {
  const { properties, additionalProperties, items } = schema;
  if (items) return leaves(items, `${path}[]`);
  if (additionalProperties) return leaves(additionalProperties, within(path, '*'));
  if (!properties) return [path];
  return Object.entries(properties).flatMap(([field, child]) => leaves(child, within(path, field)));
}

/** The leaves that a value has; what the schema does not know is none. */
export function leavesOf(value: Json, schema: StructuralSchema, path: SchemaPath = ''): SchemaPath[] {
  const { properties, additionalProperties, items } = schema;
  if (items) return Array.isArray(value) ? value.flatMap((item) => leavesOf(item, items, `${path}[]`)) : [];
  if (!properties && !additionalProperties) return [path];
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([field, child]) => {
    const known = fieldSchema(schema, field);
    return known ? leavesOf(child, known, within(path, known === additionalProperties ? '*' : field)) : [];
  });
}

const SCALARS: Record<string, Json> = { integer: 1, number: 1, boolean: true, string: 'a' };

/** A value that has every leaf of a schema. */
export function schemaSample(schema: StructuralSchema): Json {
  const { type = 'string', properties, additionalProperties, items, format, enum: words } = schema;
  if (words) return words[0];
  if (items) return [schemaSample(items)];
  if (additionalProperties) return { key: schemaSample(additionalProperties) };
  if (properties) return Object.fromEntries(Object.entries(properties).map(([field, child]) => [field, schemaSample(child)])) as JsonObject;
  if (schema['x-kubernetes-int-or-string']) return 1;
  if (type === 'object') return {};
  return type === 'string' && format === 'byte' ? 'YQ==' : SCALARS[type];
}
