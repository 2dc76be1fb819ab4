/** Who brings the database schema of a service to the version of its image. */
export enum DbMigrationStrategy {
  /** The service itself, when it starts. */
  SERVICE = 'service',
  /** A Job that the operator runs before the services. */
  JOB = 'job',
  /** Nobody: somebody else keeps the schema. */
  NONE = 'none',
}
