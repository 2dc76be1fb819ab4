/** Full names of the images that the operator runs; what is left out keeps the name that the operator's version gives it. */
export interface OperatorImageOverrides {
  /**
   * Data Index without a database.
   * @default - the image of the operator's version
   */
  readonly dataIndexEphemeral?: string;
  /**
   * Data Index with PostgreSQL.
   * @default - the image of the operator's version
   */
  readonly dataIndexPostgreSql?: string;
  /**
   * Jobs Service without a database.
   * @default - the image of the operator's version
   */
  readonly jobsServiceEphemeral?: string;
  /**
   * Jobs Service with PostgreSQL.
   * @default - the image of the operator's version
   */
  readonly jobsServicePostgreSql?: string;
  /**
   * Tool of the database migration Job.
   * @default - the image of the operator's version
   */
  readonly dbMigrator?: string;
  /**
   * Workflows of the profile dev.
   * @default - the image of the operator's version
   */
  readonly devMode?: string;
  /**
   * Base of the images that the operator builds.
   * @default - the image of the operator's version
   */
  readonly builder?: string;
  /**
   * Fills the cache of those builds.
   * @default gcr.io/kaniko-project/warmer:v1.9.0
   */
  readonly kanikoWarmer?: string;
}
