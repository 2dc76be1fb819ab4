import { PostgreSqlSpec } from './resource';
import { DEFAULT_DATABASE_PORT } from '../values/persistence/postgre-sql-rules';

/** Whose setting decided. */
export enum PersistenceSource {
  /** The service's or the workflow's own. */
  OWN = 'own',
  /** The platform's. */
  PLATFORM = 'platform',
}

/** The database that a service or a workflow uses, all defaults filled in. */
export interface DatabaseBinding {
  /** Whose setting decided. */
  readonly source: PersistenceSource;

  /** JDBC URL as the pod gets it. */
  readonly jdbcUrl: string;

  /**
   * The schema.
   * @default - whatever a JDBC URL that was given verbatim says
   */
  readonly databaseSchema?: string;

  /** Name of the Secret with the credentials, in the namespace of the pod. */
  readonly secretName: string;

  /** Key of the user name in the Secret. */
  readonly userKey: string;

  /** Key of the password in the Secret. */
  readonly passwordKey: string;
}

export const DEFAULT_DATABASE = 'sonataflow';
/** The property by which a workflow makes its tables itself. */
export const FLYWAY_PROPERTY = 'kie.flyway.enabled';
export const DEFAULT_USER_KEY = 'POSTGRESQL_USER';
export const DEFAULT_PASSWORD_KEY = 'POSTGRESQL_PASSWORD';

/** Who uses a database: what the defaults depend on. */
export interface DatabaseConsumer {
  readonly name: string;
  readonly namespace: string;
}

/**
 * What a PostgreSQL setting comes to for whoever uses it.
 *
 * @see operator-behaviour 3.2, 3.3
 */
export function bindDatabase(spec: PostgreSqlSpec, source: PersistenceSource, consumer: DatabaseConsumer): DatabaseBinding {
  const databaseSchema = spec.serviceRef && (spec.serviceRef.databaseSchema || consumer.name);
  return Object.freeze({
    source,
    jdbcUrl: spec.serviceRef ? serviceJdbcUrl(spec.serviceRef, consumer.namespace, databaseSchema!) : spec.jdbcUrl ?? '',
    ...databaseSchema === undefined ? {} : { databaseSchema },
    secretName: spec.secretRef.name,
    userKey: spec.secretRef.userKey || DEFAULT_USER_KEY,
    passwordKey: spec.secretRef.passwordKey || DEFAULT_PASSWORD_KEY,
  });
}

/** The authority and path that the JDBC URL and the reactive URL of a database behind a Service share. */
export function databaseAddress(ref: NonNullable<PostgreSqlSpec['serviceRef']>, consumerNamespace: string): string {
  const namespace = ref.namespace || consumerNamespace;
  const host = namespace === '' ? ref.name : `${ref.name}.${namespace}`;
  return `postgresql://${host}:${ref.port ?? DEFAULT_DATABASE_PORT}/${ref.databaseName || DEFAULT_DATABASE}`;
}

export function serviceJdbcUrl(ref: NonNullable<PostgreSqlSpec['serviceRef']>, consumerNamespace: string, schema: string): string {
  return `jdbc:${databaseAddress(ref, consumerNamespace)}?currentSchema=${schema}`;
}
