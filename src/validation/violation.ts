import { FieldPath } from '../json/field-path';

/** Something in an object that no API server accepts, before it is put into words. */
export interface SchemaViolation {
  readonly path: FieldPath;
  /** A keyword of the schema. For `required` the path leads to the missing field. */
  readonly rule: SchemaKeyword;
}

export type SchemaKeyword = 'type' | 'required' | 'enum' | 'pattern' | 'format' | 'minItems' | 'minProperties' | 'maxProperties' | 'duplicate' | 'replicas';
