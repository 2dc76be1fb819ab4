import { DbMigrationStrategy } from './db-migration-strategy';
import { givenProblem } from '../given';
import { DATABASE_GIVEN, MIGRATION_OPTIONS_GIVEN } from './persistence-given';
import { PostgreSql } from './postgre-sql';
import { throwIfAny } from '../../rules/value-problem';

/** How a workflow keeps the schema of a database of its own. */
export interface WorkflowPersistenceOptions {
  /**
   * Who brings the schema to the version of the image. The operators known so far do nothing with it: a workflow keeps its schema itself.
   * @default - not written; the API server fills in `DbMigrationStrategy.SERVICE`
   */
  readonly dbMigrationStrategy?: DbMigrationStrategy;
}

/**
 * Where a workflow keeps its state. A workflow's own database beats the platform's.
 *
 * @example
 * new WorkflowConstruct(platform, 'Greet', { definition, persistence: WorkflowPersistence.ephemeral() });
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/using-persistence.html
 */
export class WorkflowPersistence {
  /**
   * The platform's database if it has one, else the pod's memory. How it is written is the platform's `inheritedPersistence`.
   *
   * @example
   * new WorkflowConstruct(platform, 'Greet', { definition, persistence: WorkflowPersistence.fromPlatform() });
   */
  public static fromPlatform(): WorkflowPersistence {
    return new WorkflowPersistence(undefined, undefined, false);
  }

  /** A database of the workflow's own, whatever the platform has. */
  public static postgreSql(database: PostgreSql, options: WorkflowPersistenceOptions = {}): WorkflowPersistence {
    throwIfAny('WorkflowPersistence.postgreSql', [givenProblem('the database', database, DATABASE_GIVEN), givenProblem('options', options, MIGRATION_OPTIONS_GIVEN)]);
    return new WorkflowPersistence(database, options.dbMigrationStrategy, false);
  }

  /** The pod's memory, whatever the platform has: what the workflow knows is lost with the pod. */
  public static ephemeral(): WorkflowPersistence {
    return new WorkflowPersistence(undefined, undefined, true);
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
