import { DatabaseBinding, PersistenceSource, serviceJdbcUrl } from './database';
import { schemaInJdbcUrl } from './jdbc-url';
import { Landscape } from './landscape';
import { PlatformModel } from './platform';
import { PostgreSqlSpec } from './resource';
import { ALL_SERVICE_KINDS, ServiceKind, ServiceModel } from './service';
import { fnv1a32Hex } from '../go/fnv';
import { OperatorBehaviour } from '../values/operator/operator-behaviour';

const JOB_NAME = 'sonataflow-db-migrator-job';
/** Where PostgreSQL looks when nobody names a schema. */
const SCHEMA_WITHOUT_NAME = 'public';

/** The database that is brought up to date in place of a service, as the migrator gets it. */
export interface MigrationDatabase {
  readonly jdbcUrl: string;
  readonly secretName: string;
  readonly userKey: string;
  readonly passwordKey: string;
  readonly schema: string;
}

/** What the migrator is told about a service. */
export interface ServiceMigration {
  readonly kind: ServiceKind;
  readonly migrates: boolean;
  /** None where the service does not migrate, or has no database. */
  readonly database?: MigrationDatabase;
}

/** One run of the migrator; the Data Index comes first. */
export interface MigrationPlan {
  readonly jobName: string;
  readonly services: readonly ServiceMigration[];
}

/**
 * What the migration Job of a platform does; there is none if no service asks for it.
 *
 * @see operator-behaviour 3.6, 11.2
 */
export function migrationPlan({ operator, corrected }: Landscape, platform: PlatformModel): MigrationPlan | undefined {
  const database = corrected ? correctedDatabase : (service: ServiceModel) => operatorDatabase(operator, service);
  const services = ALL_SERVICE_KINDS.map((kind): ServiceMigration => {
    const service = platform[kind];
    return service && migratesByJob(service) ? { kind, migrates: true, database: database(service) } : { kind, migrates: false };
  });
  if (!services.some(({ migrates }) => migrates)) return undefined;
  return { jobName: jobName(operator, corrected ? JSON.stringify([operator.images.dbMigrator, services]) : undefined), services };
}

/** Without a database there is nothing to migrate, and nothing that a Job could be told. */
export function hasDatabases({ services }: MigrationPlan): boolean {
  return services.every(({ migrates, database }) => !migrates || database !== undefined);
}

/**
 * What a Job does cannot be changed once it has been applied. The operator never changes it; where nobody but `kubectl apply` does the work,
 * another content makes another Job.
 */
function jobName(operator: OperatorBehaviour, content: string | undefined): string {
  if (content !== undefined) return `${JOB_NAME}-${fnv1a32Hex(content)}`;
  return operator.migrationJobPerVersion ? `${JOB_NAME}-${fnv1a32Hex(operator.tag)}` : JOB_NAME;
}

/** A database is not needed for it. */
export function migratesByJob(service: ServiceModel): boolean {
  return service.dbMigrationStrategy === 'job';
}

/** The database that the service itself uses. */
function correctedDatabase({ database, postgresql }: ServiceModel): MigrationDatabase | undefined {
  if (!database) return undefined;
  const { jdbcUrl, secretName, userKey, passwordKey, databaseSchema } = database;
  return { jdbcUrl, secretName, userKey, passwordKey, schema: databaseSchema ?? (schemaInJdbcUrl(postgresql?.jdbcUrl ?? '') || SCHEMA_WITHOUT_NAME) };
}

/** The operator forgets namespace and port of the platform's database, and in some versions the default keys. */
function operatorDatabase(operator: OperatorBehaviour, { name, namespace, database, postgresql }: ServiceModel): MigrationDatabase | undefined {
  if (!database || !postgresql) return undefined;
  const { secretRef } = postgresql;
  const defaults = operator.migrationJobDefaultKeys;
  return {
    jdbcUrl: operatorJdbcUrl(postgresql, database, namespace),
    secretName: database.secretName,
    userKey: defaults ? database.userKey : secretRef.userKey ?? '',
    passwordKey: defaults ? database.passwordKey : secretRef.passwordKey ?? '',
    schema: database.databaseSchema ?? schemaInJdbcUrl(postgresql.jdbcUrl ?? '') ?? name,
  };
}

function operatorJdbcUrl({ serviceRef }: PostgreSqlSpec, { source, jdbcUrl, databaseSchema }: DatabaseBinding, namespace: string): string {
  if (source === PersistenceSource.OWN || !serviceRef || databaseSchema === undefined) return jdbcUrl;
  return serviceJdbcUrl({ name: serviceRef.name, databaseName: serviceRef.databaseName }, namespace, databaseSchema);
}
