import { JsonObject } from '../../json/json';
import { DatabaseBinding } from '../../model/database';
import { PropertySource } from '../../properties/property-entry';

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

/**
 * How a service or a workflow learns of its database.
 *
 * @param reactiveUrl the second address, where one is wanted
 * @see operator-behaviour 3.3, 11.3
 */
export function databaseEnv({ secretName, userKey, passwordKey, jdbcUrl }: DatabaseBinding, reactiveUrl?: string): JsonObject[] {
  return [
    secretEnvVar('QUARKUS_DATASOURCE_USERNAME', secretName, userKey),
    secretEnvVar('QUARKUS_DATASOURCE_PASSWORD', secretName, passwordKey),
    envVar('QUARKUS_DATASOURCE_DB_KIND', 'postgresql'),
    envVar('QUARKUS_DATASOURCE_JDBC_URL', jdbcUrl),
    ...reactiveUrl === undefined ? [] : [envVar('QUARKUS_DATASOURCE_REACTIVE_URL', reactiveUrl)],
    envVar('KOGITO_PERSISTENCE_TYPE', 'jdbc'),
  ];
}
