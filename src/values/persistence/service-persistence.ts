import { DbMigrationStrategy } from './db-migration-strategy';
import { givenProblem } from '../given';
import { DATABASE_GIVEN, MIGRATION_OPTIONS_GIVEN } from './persistence-given';
import { PostgreSql } from './postgre-sql';
import { throwIfAny } from '../../rules/value-problem';

/** How a service keeps its database schema. */
export interface ServicePersistenceOptions {
  /**
   * Who brings the schema to the version of the image.
   * @default - not written; the API server fills in `DbMigrationStrategy.SERVICE`
   */
  readonly dbMigrationStrategy?: DbMigrationStrategy;
}

/**
 * Where a supporting service keeps its data.
 *
 * @example
 * new JobsServiceConstruct(platform, 'JobsService', { persistence: ServicePersistence.postgreSql(database) });
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/supporting-services.html
 */
export class ServicePersistence {
  /**
   * The platform's database if it has one, else the pod's memory.
   *
   * @example
   * ServicePersistence.fromPlatform({ dbMigrationStrategy: DbMigrationStrategy.JOB });
   */
  public static fromPlatform(options: ServicePersistenceOptions = {}): ServicePersistence {
    throwIfAny('ServicePersistence.fromPlatform', [givenProblem('options', options, MIGRATION_OPTIONS_GIVEN)]);
    return new ServicePersistence(undefined, options.dbMigrationStrategy, false);
  }

  /** A database of the service's own, whatever the platform has. */
  public static postgreSql(database: PostgreSql, options: ServicePersistenceOptions = {}): ServicePersistence {
    throwIfAny('ServicePersistence.postgreSql', [givenProblem('the database', database, DATABASE_GIVEN), givenProblem('options', options, MIGRATION_OPTIONS_GIVEN)]);
    return new ServicePersistence(database, options.dbMigrationStrategy, false);
  }

  /**
   * The pod's memory.
   *
   * The custom resource has no way to say so where the platform has a database: there it is an error (SF-PG-OPT-OUT).
   */
  public static ephemeral(): ServicePersistence {
    return new ServicePersistence(undefined, undefined, true);
  }

  private constructor(
    /** @internal */
    public readonly _database: PostgreSql | undefined,
    /** @internal */
    public readonly _dbMigrationStrategy: DbMigrationStrategy | undefined,
    /** @internal */
    public readonly _ephemeral: boolean,
  ) { }
}
