import { envVar, secretEnvVar } from './env';
import { DatabaseBinding } from '../model/database';
import { JsonObject } from '../values/json';

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
