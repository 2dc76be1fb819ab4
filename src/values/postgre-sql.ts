import * as kplus from 'cdk8s-plus-28';
import { namespaceProblem, objectNameProblem, serviceNameProblem } from './name-rules';
import { databaseNameProblem, jdbcUrlProblem, portProblem, schemaNameProblem } from './postgre-sql-rules';
import { SonataFlowSpecPersistencePostgresql } from '../../imports/sonataflow.org';
import { throwIfAny } from '../rules/value-problem';

/** Where the user and the password of a database are. Their values never appear in any output. */
export interface PostgreSqlCredentials {
  /** The Secret, in the namespace of the pods that use the database. */
  readonly secret: kplus.ISecret;

  /**
   * Key of the user name in the Secret.
   * @default - not written; the operator reads `POSTGRESQL_USER`
   */
  readonly userKey?: string;

  /**
   * Key of the password in the Secret.
   * @default - not written; the operator reads `POSTGRESQL_PASSWORD`
   */
  readonly passwordKey?: string;
}

/** A database, without saying which server. */
export interface PostgreSqlDatabaseOptions {
  /** User and password. */
  readonly credentials: PostgreSqlCredentials;

  /**
   * Name of the database.
   * @default - not written; the operator uses `sonataflow`
   */
  readonly databaseName?: string;

  /**
   * Schema in the database. A platform's own persistence cannot name one: there each service and workflow gets its own.
   * @default - not written; the operator uses the name of the service (`<platform>-jobs-service`) or of the workflow
   */
  readonly databaseSchema?: string;
}

/** A database behind a Kubernetes Service. */
export interface PostgreSqlServiceOptions extends PostgreSqlDatabaseOptions {
  /** Name of the Service. */
  readonly name: string;

  /**
   * Namespace of the Service.
   * @default - not written; the namespace of whoever uses the database
   */
  readonly namespace?: string;

  /**
   * Port of the Service, 1 to 65535.
   * @default - not written; the operator uses 5432
   */
  readonly port?: number;
}

/** A database at a JDBC URL. */
export interface PostgreSqlJdbcUrlOptions {
  /** User and password. */
  readonly credentials: PostgreSqlCredentials;
}

/**
 * A PostgreSQL database: behind a Kubernetes Service, or at a JDBC URL.
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/using-persistence.html
 */
export class PostgreSql {
  /**
   * A database behind a Kubernetes Service.
   *
   * @throws SF-NAME, SF-PG-PORT, SF-PG-NAME for what Kubernetes or PostgreSQL refuse
   */
  public static fromService(options: PostgreSqlServiceOptions): PostgreSql {
    return PostgreSql.behindService('PostgreSql.fromService', options);
  }

  /**
   * A database behind a Service of cdk8s-plus: its name, its namespace and its first port.
   *
   * @throws SF-NAME, SF-PG-PORT, SF-PG-NAME for what Kubernetes or PostgreSQL refuse
   */
  public static fromServiceConstruct(service: kplus.Service, options: PostgreSqlDatabaseOptions): PostgreSql {
    return PostgreSql.behindService('PostgreSql.fromServiceConstruct', {
      ...options, name: service.name, namespace: service.metadata.namespace, port: service.port,
    });
  }

  /**
   * A database at a JDBC URL, which goes out verbatim.
   *
   * It should name no schema when several services or workflows share it.
   *
   * @throws SF-PG-JDBC-KIND when it is no URL of PostgreSQL; SF-NAME for the Secret
   */
  public static fromJdbcUrl(jdbcUrl: string, options: PostgreSqlJdbcUrlOptions): PostgreSql {
    throwIfAny('PostgreSql.fromJdbcUrl', [jdbcUrlProblem(jdbcUrl), ...credentialsProblems(options.credentials)]);
    return new PostgreSql({ secretRef: secretRef(options.credentials), jdbcUrl }, options.credentials.secret);
  }

  private static behindService(where: string, options: PostgreSqlServiceOptions): PostgreSql {
    const { name, namespace, port, databaseName, databaseSchema, credentials } = options;
    throwIfAny(where, [
      serviceNameProblem('database service', name),
      namespace === undefined ? undefined : namespaceProblem('namespace of the database service', namespace),
      port === undefined ? undefined : portProblem(port),
      databaseName === undefined ? undefined : databaseNameProblem(databaseName),
      databaseSchema === undefined ? undefined : schemaNameProblem(databaseSchema),
      ...credentialsProblems(credentials),
    ]);
    return new PostgreSql({
      secretRef: secretRef(credentials),
      serviceRef: { name, namespace, port, databaseName, databaseSchema },
    }, credentials.secret);
  }

  /** @internal */
  public readonly _spec: SonataFlowSpecPersistencePostgresql;

  /**
   * The Secret with the credentials, and its namespace if the app makes it.
   * @internal
   */
  public readonly _secret: { readonly name: string; readonly namespace?: string };

  private constructor(spec: SonataFlowSpecPersistencePostgresql, secret: kplus.ISecret) {
    this._spec = spec;
    this._secret = { name: secret.name, namespace: secret instanceof kplus.Secret ? secret.metadata.namespace : undefined };
  }
}

function secretRef({ secret, userKey, passwordKey }: PostgreSqlCredentials): SonataFlowSpecPersistencePostgresql['secretRef'] {
  return { name: secret.name, userKey, passwordKey };
}

function credentialsProblems({ secret }: PostgreSqlCredentials) {
  return [objectNameProblem('Secret of the database', secret.name)];
}
