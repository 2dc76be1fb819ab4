import { Check, PlatformSubject, Violation, WorkflowSubject } from './check';
import { forEachPlace } from './database-places';
import { yaml } from './example';
import { Severity } from '../findings/finding';
import { list, quote, suggest } from '../findings/words';
import { DEFAULT_DATABASE_PORT, PersistenceSource } from '../model/database';
import { migratesByJob } from '../model/migration';
import { SERVICE_KINDS, ServiceKind, ServiceModel } from '../model/service';
import { DbMigrationStrategy } from '../values/db-migration-strategy';

const KINDS = Object.keys(SERVICE_KINDS) as ServiceKind[];

/** The services that migrate by Job, and what is to be said about each. */
function migrating({ platform }: PlatformSubject, check: (service: ServiceModel, field: string) => Violation | undefined): Violation[] {
  return KINDS.flatMap((kind) => {
    const service = platform[kind];
    const violation = service && migratesByJob(service) ? check(service, `spec.services.${SERVICE_KINDS[kind].field}.persistence`) : undefined;
    return violation ? [violation] : [];
  });
}

const unknown = forEachPlace({
  id: 'SF-MIGRATION-UNKNOWN',
  severity: Severity.ERROR,
  title: 'A word that is no migration strategy',
  why: 'The CRD takes any word; one that the operator does not know migrates nothing.',
  wrong: yaml`
    kind: SonataFlowPlatform
    spec:
      services:
        jobService:
          persistence:
            dbMigrationStrategy: servce
  `,
  right: yaml`
    kind: SonataFlowPlatform
    spec:
      services:
        jobService:
          persistence:
            dbMigrationStrategy: service
  `,
}, ({ field, persistence }) => {
  const words = Object.values(DbMigrationStrategy) as string[];
  const given = persistence?.dbMigrationStrategy;
  if (given === undefined || words.includes(given)) return [];
  return [{ field: `${field}.dbMigrationStrategy`, given: quote(given), allowed: list(words), fix: suggest(given, words) }];
});

const withoutDatabase: Check<PlatformSubject> = {
  id: 'SF-MIGRATION-NO-PG',
  severity: Severity.ERROR,
  title: 'A migration Job for a service without PostgreSQL',
  why: 'The operator makes a Job whose settings are blanks. The API server refuses it, and no service is deployed.',
  wrong: yaml`
    kind: SonataFlowPlatform
    spec:
      services:
        jobService:
          persistence:
            dbMigrationStrategy: job
  `,
  right: yaml`
    kind: SonataFlowPlatform
    spec:
      services:
        jobService: {}
  `,
  check: (subject) => migrating(subject, ({ database, kind, name }, field) => database ? undefined : {
    field: `${field}.dbMigrationStrategy`,
    given: `"job" for the ${SERVICE_KINDS[kind].title} ${quote(name)}, which has no database`,
    allowed: '"job" where the service or the platform has a PostgreSQL database',
    fix: 'give the service or the platform a PostgreSQL persistence, or leave the strategy out',
  }),
};

const half: Check<PlatformSubject> = {
  id: 'SF-MIGRATION-HALF',
  severity: Severity.ERROR,
  title: 'Only one of the two services migrates by Job (10.1.0)',
  why: 'The Job of operator 10.1.0 carries blanks for the other service. The API server refuses it, and neither service is deployed.',
  correction: 'migrationBlanks',
  wrong: yaml`
    kind: SonataFlowPlatform
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets, userKey: POSTGRES_USER, passwordKey: POSTGRES_PASSWORD}
          serviceRef: {name: postgres}
      services:
        dataIndex: {}
        jobService:
          persistence:
            dbMigrationStrategy: job
  `,
  right: yaml`
    kind: SonataFlowPlatform
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets, userKey: POSTGRES_USER, passwordKey: POSTGRES_PASSWORD}
          serviceRef: {name: postgres}
      services:
        dataIndex:
          persistence:
            dbMigrationStrategy: job
        jobService:
          persistence:
            dbMigrationStrategy: job
  `,
  check: (subject) => {
    const migrate = KINDS.filter((kind) => subject.platform[kind] && migratesByJob(subject.platform[kind]));
    if (!subject.landscape.operator.migrationJobBlanks || migrate.length !== 1) return [];
    const [other] = KINDS.filter((kind) => kind !== migrate[0]);
    return migrating(subject, ({ kind, database }, field) => database && {
      field: `${field}.dbMigrationStrategy`,
      given: `"job" for the ${SERVICE_KINDS[kind].title} alone`,
      allowed: '"job" for both services or for none: the blanks in the Job for the other one are refused, and nothing is deployed',
      fix: `use "job" for the ${SERVICE_KINDS[other].title} too, or "service" for this one`,
    });
  },
};

const keys: Check<PlatformSubject> = {
  id: 'SF-MIGRATION-KEYS',
  severity: Severity.ERROR,
  title: 'A migration Job without the keys of the Secret (10.1.0)',
  why: 'The Job of operator 10.1.0 has no default for userKey and passwordKey. The API server refuses the empty keys, and no service is deployed.',
  correction: 'migrationKeys',
  wrong: yaml`
    kind: SonataFlowPlatform
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets}
          serviceRef: {name: postgres}
      services:
        dataIndex: {persistence: {dbMigrationStrategy: job}}
        jobService: {persistence: {dbMigrationStrategy: job}}
  `,
  right: yaml`
    kind: SonataFlowPlatform
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets, userKey: POSTGRES_USER, passwordKey: POSTGRES_PASSWORD}
          serviceRef: {name: postgres}
      services:
        dataIndex: {persistence: {dbMigrationStrategy: job}}
        jobService: {persistence: {dbMigrationStrategy: job}}
  `,
  check: (subject) => migrating(subject, ({ kind, database, postgresql }, field) => {
    const missing = (['userKey', 'passwordKey'] as const).filter((key) => !postgresql?.secretRef[key]);
    if (subject.landscape.operator.migrationJobDefaultKeys || !database || missing.length === 0) return undefined;
    const place = database.source === PersistenceSource.OWN ? field : 'spec.persistence';
    return {
      field: `${place}.postgresql.secretRef`,
      given: `a secretRef without ${list(missing)} for the ${SERVICE_KINDS[kind].title}, which migrates by Job`,
      allowed: 'both keys by name: the Job has no defaults, and empty keys are refused',
      fix: `write ${missing.map((key) => `${key}: ${database[key]}`).join(' and ')}, or the keys that the Secret has`,
    };
  }),
};

const address: Check<PlatformSubject> = {
  id: 'SF-MIGRATION-ADDRESS',
  severity: Severity.ERROR,
  title: 'A migration Job for the platform\'s database in another namespace or on another port',
  why: 'The Job takes the platform\'s own namespace and port 5432, whatever the platform\'s serviceRef says: it migrates another database, or fails.',
  correction: 'migrationAddress',
  wrong: yaml`
    kind: SonataFlowPlatform
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets, userKey: POSTGRES_USER, passwordKey: POSTGRES_PASSWORD}
          serviceRef: {name: postgres, namespace: databases}
      services:
        dataIndex: {persistence: {dbMigrationStrategy: job}}
        jobService: {persistence: {dbMigrationStrategy: job}}
  `,
  right: yaml`
    kind: SonataFlowPlatform
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets, userKey: POSTGRES_USER, passwordKey: POSTGRES_PASSWORD}
          serviceRef: {name: postgres, namespace: databases}
      services:
        dataIndex: {}
        jobService: {}
  `,
  check: (subject) => migrating(subject, ({ kind, database, postgresql, namespace }, field) => {
    const { namespace: given, port } = postgresql?.serviceRef ?? {};
    const lost = [
      ...given && given !== namespace ? [`namespace ${quote(given)}`] : [],
      ...port !== undefined && port !== DEFAULT_DATABASE_PORT ? [`port ${port}`] : [],
    ];
    if (database?.source !== PersistenceSource.PLATFORM || lost.length === 0) return undefined;
    return {
      field: `${field}.dbMigrationStrategy`,
      given: `"job" for the ${SERVICE_KINDS[kind].title} with the platform's database, whose ${lost.join(' and ')} the Job drops`,
      allowed: `"job" with a database in the platform's namespace on port ${DEFAULT_DATABASE_PORT}, or with a persistence of the service's own`,
      fix: 'repeat the database as the persistence of the service itself, or use "service"',
    };
  }),
};

const downtime: Check<PlatformSubject> = {
  id: 'SF-MIGRATION-DOWNTIME',
  severity: Severity.INFORMATION,
  title: 'Services that are deleted and made anew around each migration (1.x)',
  why: 'A new version of operator 1.x deletes the Deployments of both services before its migration Job, and makes them again when it has succeeded.',
  correction: 'migrationOrder',
  wrong: yaml`
    kind: SonataFlowPlatform
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets}
          serviceRef: {name: postgres}
      services:
        jobService: {persistence: {dbMigrationStrategy: job}}
  `,
  right: yaml`
    kind: SonataFlowPlatform
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets}
          serviceRef: {name: postgres}
      services:
        jobService: {persistence: {dbMigrationStrategy: service}}
  `,
  check: (subject) => subject.landscape.operator.migrationDeletesServices ? migrating(subject, (_service, field) => ({
    field: `${field}.dbMigrationStrategy`,
    given: '"job"',
    allowed: 'a new version of the operator deletes both services, migrates, and makes them again',
    fix: 'plan for the gap at each upgrade of the operator, or use "service"',
  })) : [],
};

export const PLATFORM_MIGRATION_CHECKS: ReadonlyArray<Check<PlatformSubject>> = [
  unknown.platform, withoutDatabase, half, keys, address, downtime,
];

export const WORKFLOW_MIGRATION_CHECKS: ReadonlyArray<Check<WorkflowSubject>> = [unknown.workflow];
