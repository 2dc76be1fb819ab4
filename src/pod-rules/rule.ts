import { FieldPath } from '../json/field-path';
import { Json, JsonObject } from '../json/json';

/** What sort of mistake a rule is about. */
export type ProblemKind =
  /** A value that is not on a list, not in a range or not of a form, or a text that is missing. */
  | 'value'
  /** None, or several, of fields of which exactly one has to be there. */
  | 'oneOf'
  /** Two entries of a list that have to differ. */
  | 'duplicate'
  /** Names and amounts of resources. */
  | 'resources'
  /** Mounts and devices, and the volumes that they name. */
  | 'mount'
  /** Fields that do not go together. */
  | 'conflict'
  /** A field that pods of a Deployment, or some of their containers, do not have. */
  | 'forbidden'
  /** A field of later versions of Kubernetes. */
  | 'unknown';

/** Something in a pod that Kubernetes refuses. */
export interface Problem {
  readonly kind: ProblemKind;
  /** Where it is in the pod. */
  readonly path: FieldPath;
  /** Where the other half of a clash is: the problem may be solved there too. */
  readonly other?: FieldPath;
  /** Only worth telling at `path`; of the other half somebody else tells. */
  readonly onlyHere?: boolean;
  readonly given: string;
  readonly allowed: string;
  readonly fix: string;
}

/** What is wrong in the value that a rule is about. */
export interface Mistake {
  /**
   * Below the value.
   * @default - it is the value itself
   */
  readonly at?: FieldPath;
  /**
   * The other half of a clash, below the value.
   * @default - it is no clash
   */
  readonly other?: FieldPath;
  /** @default false */
  readonly onlyHere?: boolean;
  readonly given: string;
  /** @default - what the rule says */
  readonly allowed?: string;
  readonly fix: string;
}

/** A rule of Kubernetes about a field of a pod. */
export interface PodRule {
  /**
   * The field, such as `spec.x[].y`: `[]` stands for each item of a list and `*` for each container, `containers[]` and `initContainers[]`
   * for those alone.
   */
  readonly field: string;
  readonly kind: ProblemKind;
  /** What Kubernetes takes, in words. */
  readonly allowed: string;
  /**
   * The rule is asked even if the field is not there, but what holds it is.
   * @default false
   */
  readonly required?: boolean;
  /** Kubernetes takes the field from this minor version on; or, of a rule that was lifted, refuses it before that version. */
  readonly until?: number;
  judge(value: Json | undefined, pod: JsonObject, minor: number): readonly Mistake[];
}
