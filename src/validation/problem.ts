import { FieldPath } from '../json/field-path';

/** Something in a custom resource that the API server does not take. */
export interface SchemaProblem {
  /** `unknown`: a field that the API server prunes, and refuses with strict field validation. `invalid`: every API server refuses the object. */
  readonly kind: 'unknown' | 'invalid';
  readonly path: FieldPath;
  readonly given: string;
  readonly allowed: string;
  readonly fix: string;
}

/** A problem in words, without its place. */
export type Wording = Pick<SchemaProblem, 'given' | 'allowed' | 'fix'>;
