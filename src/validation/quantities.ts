import { QUANTITY } from './schema-words';
import { anywhere, fieldSchema, StructuralSchema } from './structural-schema';
import { SchemaViolation } from './violation';
import { canonicalQuantity } from '../go/quantity';
import { isFailure } from '../json/failure';
import { FieldPath } from '../json/field-path';
import { isJsonObject, Json } from '../json/json';

/** Quantities that the pattern of the schema lets through and Kubernetes cannot read, such as those with an endless exponent. */
export function quantityViolations(value: Json, schema: StructuralSchema | undefined, path: FieldPath = []): SchemaViolation[] {
  if (schema === undefined || !hasQuantities(schema)) return [];
  if (schema.pattern === QUANTITY) return isUnreadable(value) ? [{ path, rule: 'pattern' }] : [];
  if (Array.isArray(value)) return value.flatMap((item, i) => quantityViolations(item, schema.items, [...path, i]));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([field, child]) => quantityViolations(child, fieldSchema(schema, field), [...path, field]));
}

const hasQuantities = anywhere(({ pattern }) => pattern === QUANTITY);
const QUANTITY_PATTERN = new RegExp(QUANTITY);

function isUnreadable(value: Json): boolean {
  return typeof value === 'string' && QUANTITY_PATTERN.test(value) && isFailure(canonicalQuantity(value));
}
