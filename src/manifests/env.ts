import { PropertySource } from '../properties/property-entry';
import { JsonObject } from '../values/json';

/** An environment variable with a value; Kubernetes leaves an empty one out. */
export function envVar(name: string, value: string): JsonObject {
  return value === '' ? { name } : { name, value };
}

/** An environment variable from a key of a Secret. */
export function secretEnvVar(name: string, secret: string, key: string): JsonObject {
  return { name, valueFrom: { secretKeyRef: { name: secret, key } } };
}

/** A variable of a workflow's container, and what brought it. */
export interface SourcedVariable {
  readonly variable: JsonObject;
  readonly source: PropertySource;
  /** The field of a custom resource. */
  readonly reason: string;
}
