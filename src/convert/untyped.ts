import { FieldPath } from '../json/field-path';
import { Json } from '../json/json';

/** A field that no property says, and why. */
export interface Untyped {
  /** From the custom resource. */
  readonly path: FieldPath;
  readonly value: Json;
  readonly why: string;
}

/** Takes note of a field for which there is no property. */
export type Report = (path: FieldPath, value: Json, why?: string) => void;

export const NO_PLACE = 'neither an object nor an address';

export const NO_PROPERTY = 'newer than the types of Kubernetes 1.28 that cdk8s-plus-28 has';
