import * as kplus from 'cdk8s-plus-28';
import { IConstruct } from 'constructs';
import { apiObjectOf } from '../api-object-of';
import { checkGiven, givenProblem } from '../given';
import { unlessLate } from '../late';
import { objectNameProblem, secretProblem } from '../name-rules';
import { databaseNameProblem, jdbcUrlProblem, schemaNameProblem } from './postgre-sql-rules';
import { PostgreSqlService, serviceOfConstruct, serviceProblems } from './postgre-sql-service';
import { SonataFlowSpecPersistencePostgresql } from '../../../imports/sonataflow.org';
import { throwIfAny, ValueProblem } from '../../rules/value-problem';

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
 * @example
 * new SonataFlowPlatformConstruct(chart, 'Platform', {
 *   persistence: PostgreSql.fromService({ name: 'postgres', credentials: { secret } }),
 * });
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/using-persistence.html
 */
export class PostgreSql {
  /**
   * A database behind a Kubernetes Service.
   *
   * @throws SF-NAME, SF-PG-PORT, SF-PG-NAME for what Kubernetes or PostgreSQL refuse
   * @example
   * PostgreSql.fromService({ name: 'postgres', namespace: 'databases', databaseName: 'orders', credentials: { secret } });
   */
  public static fromService(options: PostgreSqlServiceOptions): PostgreSql {
    checkGiven('PostgreSql.fromService', options, SERVICE_OPTIONS);
    throwIfAny('PostgreSql.fromService', [givenProblem('name', options.name, 'text')]);
    throwIfAny('PostgreSql.fromService', [...serviceProblems(options), ...databaseProblems(options)]);
    return new PostgreSql(options.credentials, () => ({ place: { serviceRef: serviceRef(options, options) }, problems: [] }));
  }

  /**
   * A database behind a Service of the app, such as one of cdk8s-plus of any version: its name, its namespace and its first port, as they are
   * when the app is synthesized. A construct that makes no Service is a finding then (SF-PG-SERVICE), and so is what Kubernetes refuses of it
   * (SF-NAME, SF-PG-PORT).
   *
   * @throws SF-NAME, SF-PG-NAME for what Kubernetes or PostgreSQL refuse
   * @example
   * const service = new kplus.Service(chart, 'Postgres', { ports: [{ port: 5432 }] });
   * PostgreSql.fromServiceConstruct(service, { credentials: { secret } });
   */
  public static fromServiceConstruct(service: IConstruct, options: PostgreSqlDatabaseOptions): PostgreSql {
    throwIfAny('PostgreSql.fromServiceConstruct', [givenProblem('the Service', service, 'construct')]);
    checkGiven('PostgreSql.fromServiceConstruct', options, DATABASE_OPTIONS);
    throwIfAny('PostgreSql.fromServiceConstruct', databaseProblems(options));
    return new PostgreSql(options.credentials, () => {
      const known = serviceOfConstruct(service);
      return { ...known, place: { serviceRef: serviceRef(known.service, options) } };
    });
  }

  /**
   * A database at a JDBC URL, which goes out verbatim.
   *
   * It should name no schema when several services or workflows share it.
   *
   * @throws SF-PG-JDBC-KIND when it is no URL of PostgreSQL; SF-NAME for the Secret
   * @example
   * PostgreSql.fromJdbcUrl('jdbc:postgresql://db.example.org:5432/orders', { credentials: { secret } });
   */
  public static fromJdbcUrl(jdbcUrl: string, options: PostgreSqlJdbcUrlOptions): PostgreSql {
    throwIfAny('PostgreSql.fromJdbcUrl', [givenProblem('the jdbcUrl', jdbcUrl, 'text')]);
    checkGiven('PostgreSql.fromJdbcUrl', options, JDBC_URL_OPTIONS);
    throwIfAny('PostgreSql.fromJdbcUrl', [unlessLate(jdbcUrl, jdbcUrlProblem), ...credentialsProblems(options.credentials)]);
    return new PostgreSql(options.credentials, () => ({ place: { jdbcUrl }, problems: [] }));
  }

  /**
   * The Secret with the credentials, and its namespace if the app makes it.
   * @internal
   */
  public readonly _secret: { readonly name: string; readonly namespace?: string };

  private constructor(private readonly credentials: PostgreSqlCredentials, private readonly server: () => DatabaseServer) {
    const { secret } = credentials;
    this._secret = { name: secret.name, namespace: apiObjectOf(secret)?.metadata.namespace };
  }

  /**
   * What only the finished app can say, so it is looked up each time.
   * @internal
   */
  public get _spec(): SonataFlowSpecPersistencePostgresql {
    const { secret, userKey, passwordKey } = this.credentials;
    return { secretRef: { name: secret.name, userKey, passwordKey }, ...this.server().place };
  }

  /**
   * What is wrong and could not be known before.
   * @internal
   */
  public get _problems(): readonly ValueProblem[] {
    return this.server().problems;
  }
}

interface DatabaseServer {
  readonly place: Pick<SonataFlowSpecPersistencePostgresql, 'serviceRef' | 'jdbcUrl'>;
  readonly problems: readonly ValueProblem[];
}

function serviceRef({ name, namespace, port }: PostgreSqlService, { databaseName, databaseSchema }: PostgreSqlDatabaseOptions) {
  return { name, namespace, port, databaseName, databaseSchema };
}

function databaseProblems({ databaseName, databaseSchema, credentials }: PostgreSqlDatabaseOptions) {
  return [
    databaseName === undefined ? undefined : unlessLate(databaseName, databaseNameProblem),
    databaseSchema === undefined ? undefined : unlessLate(databaseSchema, schemaNameProblem),
    ...credentialsProblems(credentials),
  ];
}

function credentialsProblems(credentials: PostgreSqlCredentials) {
  const problem = givenProblem('credentials', credentials, 'object') ?? secretProblem(credentials.secret);
  return [problem ?? unlessLate(credentials.secret.name, (name) => objectNameProblem('Secret of the database', name))];
}

const DATABASE_OPTIONS = { credentials: 'object', databaseName: 'text', databaseSchema: 'text' } as const;
const SERVICE_OPTIONS = { ...DATABASE_OPTIONS, name: 'text', namespace: 'text', port: 'number' } as const;
const JDBC_URL_OPTIONS = { credentials: 'object' } as const;
