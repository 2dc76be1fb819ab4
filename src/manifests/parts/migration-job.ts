import { envVar, secretEnvVar } from './env';
import { Manifest, manifest } from './manifest';
import { JsonObject } from '../../json/json';
import { migrationLabels } from '../../model/labels';
import { Landscape } from '../../model/landscape';
import { MigrationPlan, ServiceMigration } from '../../model/migration';
import { PlatformModel } from '../../model/platform';
import { ServiceKind } from '../../model/service';
import { OperatorBehaviour } from '../../values/operator/operator-behaviour';

/** What the migrator calls a service in the names of its variables. */
const VARIABLE_PART: Record<ServiceKind, string> = { dataIndex: 'DATAINDEX', jobsService: 'JOBSSERVICE' };
/** The migrator once had no defaults and could not bear empty values. */
const BLANK = ' ';
const BLANKS = { jdbcUrl: BLANK, secretName: BLANK, userKey: BLANK, passwordKey: BLANK, schema: BLANK };

/**
 * The Job that brings databases up to date before the services come up.
 *
 * @see operator-behaviour 3.6, 11.2
 */
export function migrationJob({ operator, corrected }: Landscape, platform: PlatformModel, plan: MigrationPlan): Manifest {
  const container = migrationContainer(operator, plan.services, operator.migrationJobBlanks && !corrected);
  return manifest({
    apiVersion: 'batch/v1',
    kind: 'Job',
    name: plan.jobName,
    namespace: platform.namespace,
    labels: migrationLabels(platform, plan.jobName, operator),
  }, {
    spec: {
      backoffLimit: 0,
      template: {
        spec: { containers: [container], restartPolicy: 'Never' },
      },
    },
  });
}

/**
 * A run of the migrator.
 *
 * @param blanks what the migrator is not to know is written as a blank instead of being left out
 */
export function migrationContainer(operator: OperatorBehaviour, services: readonly ServiceMigration[], blanks = false): JsonObject {
  return {
    name: 'db-migration-container',
    image: operator.images.dbMigrator,
    env: services.flatMap((service) => migrationEnv(service, blanks)),
  };
}

function migrationEnv({ kind, migrates, database = BLANKS }: ServiceMigration, blanks: boolean): JsonObject[] {
  const part = VARIABLE_PART[kind];
  const { jdbcUrl, secretName, userKey, passwordKey, schema } = database;
  return [
    envVar(`MIGRATE_DB_${part}`, String(migrates)),
    ...migrates || blanks ? [
      envVar(`QUARKUS_DATASOURCE_${part}_JDBC_URL`, jdbcUrl),
      secretEnvVar(`QUARKUS_DATASOURCE_${part}_USERNAME`, secretName, userKey),
      secretEnvVar(`QUARKUS_DATASOURCE_${part}_PASSWORD`, secretName, passwordKey),
      envVar(`QUARKUS_FLYWAY_${part}_SCHEMAS`, schema),
    ] : [],
  ];
}
