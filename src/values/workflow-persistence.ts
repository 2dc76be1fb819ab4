import { PostgreSql } from './postgre-sql';

/**
 * Where a workflow keeps its state. A workflow's own database beats the platform's.
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/using-persistence.html
 */
export class WorkflowPersistence {
  /** The platform's database if it has one, else the pod's memory. How it is written is the platform's `inheritedPersistence`. */
  public static fromPlatform(): WorkflowPersistence {
    return new WorkflowPersistence(undefined, false);
  }

  /** A database of the workflow's own, whatever the platform has. */
  public static postgreSql(database: PostgreSql): WorkflowPersistence {
    return new WorkflowPersistence(database, false);
  }

  /** The pod's memory, whatever the platform has: what the workflow knows is lost with the pod. */
  public static ephemeral(): WorkflowPersistence {
    return new WorkflowPersistence(undefined, true);
  }

  private constructor(
    /** @internal */
    public readonly _database: PostgreSql | undefined,
    /** @internal */
    public readonly _ephemeral: boolean,
  ) { }
}
