import { Check, PlatformSubject, Violation, WorkflowSubject } from './check';
import { Severity } from '../findings/finding';
import { list, quote, suggest } from '../findings/words';
import { reactiveUrl, schemaInJdbcUrl } from '../model/jdbc-url';
import { PersistenceSpec, PostgreSqlSpec } from '../model/resource';
import { SERVICE_KINDS, ServiceKind, serviceSpec } from '../model/service';
import { DbMigrationStrategy } from '../values/db-migration-strategy';
import { isFailure } from '../values/failure';
import { jdbcUrlProblem, portProblem, schemaNameProblem } from '../values/postgre-sql-rules';
import { WorkflowProfile } from '../values/workflow-profile';

const KINDS = Object.keys(SERVICE_KINDS) as ServiceKind[];

interface Place { readonly field: string; readonly persistence: PersistenceSpec | undefined }

function servicePlaces({ resource }: PlatformSubject): Place[] {
  return KINDS.map((kind) => ({
    field: `spec.services.${SERVICE_KINDS[kind].field}.persistence`,
    persistence: serviceSpec(resource, kind)?.persistence,
  }));
}

function platformPlaces(subject: PlatformSubject): Place[] {
  return [{ field: 'spec.persistence', persistence: subject.resource.spec.persistence }, ...servicePlaces(subject)];
}

function workflowPlaces({ resource }: WorkflowSubject): Place[] {
  return [{ field: 'spec.persistence', persistence: resource.spec.persistence }];
}

/** Violations of every database setting at the given places. */
function eachDatabase(places: readonly Place[], check: (spec: PostgreSqlSpec, field: string) => Violation | undefined): Violation[] {
  return places.flatMap(({ field, persistence }) => {
    const violation = persistence?.postgresql && check(persistence.postgresql, `${field}.postgresql`);
    return violation ? [violation] : [];
  });
}

/** The same rule for the platform's and the workflow's resource. */
function forBoth(rule: Pick<Check<unknown>, 'id' | 'severity' | 'why'>, check: (places: readonly Place[]) => readonly Violation[]): {
  readonly platform: Check<PlatformSubject>;
  readonly workflow: Check<WorkflowSubject>;
} {
  return {
    platform: { ...rule, check: (subject) => check(platformPlaces(subject)) },
    workflow: { ...rule, check: (subject) => check(workflowPlaces(subject)) },
  };
}

const port = forBoth({
  id: 'SF-PG-PORT',
  severity: Severity.ERROR,
  why: 'The CRD takes any integer; a port ends at 65535.',
}, (places) => eachDatabase(places, ({ serviceRef }, field) => {
  const problem = serviceRef?.port === undefined ? undefined : portProblem(serviceRef.port);
  return problem && { ...problem, field: `${field}.serviceRef.port` };
}));

const schemaName = forBoth({
  id: 'SF-PG-NAME',
  severity: Severity.ERROR,
  why: 'PostgreSQL refuses or cuts the name, or it ends the URL that it stands in.',
}, (places) => eachDatabase(places, ({ serviceRef }, field) => {
  const problem = serviceRef?.databaseSchema ? schemaNameProblem(serviceRef.databaseSchema) : undefined;
  return problem && { ...problem, field: `${field}.serviceRef.databaseSchema` };
}));

const schemaCase = forBoth({
  id: 'SF-PG-SCHEMA-CASE',
  severity: Severity.WARNING,
  why: 'Flyway creates the schema quoted, the driver folds it to lower case: the service looks in another schema and cannot start.',
}, (places) => eachDatabase(places, ({ serviceRef }, field) => {
  const schema = serviceRef?.databaseSchema;
  if (schema === undefined || schema === schema.toLowerCase()) return undefined;
  return {
    field: `${field}.serviceRef.databaseSchema`,
    given: quote(schema),
    allowed: 'a schema in lower case',
    fix: `write ${quote(schema.toLowerCase())}`,
  };
}));

const jdbcKind = forBoth({
  id: 'SF-PG-JDBC-KIND',
  severity: Severity.ERROR,
  why: 'Only PostgreSQL is supported, and a URL that the operator cannot parse stops the Jobs Service.',
}, (places) => eachDatabase(places, ({ jdbcUrl }, field) => {
  if (jdbcUrl === undefined) return undefined;
  const problem = jdbcUrlProblem(jdbcUrl);
  if (problem) return { ...problem, field: `${field}.jdbcUrl` };
  const reactive = reactiveUrl(jdbcUrl);
  return isFailure(reactive)
    ? { field: `${field}.jdbcUrl`, given: 'a URL that the operator cannot parse', allowed: reactive.reason, fix: 'write jdbc:postgresql://host:port/database' }
    : undefined;
}));

const migrationUnknown = forBoth({
  id: 'SF-MIGRATION-UNKNOWN',
  severity: Severity.ERROR,
  why: 'The CRD takes any word; one that the operator does not know migrates nothing.',
}, (places) => places.flatMap(({ field, persistence }) => {
  const words = Object.values(DbMigrationStrategy) as string[];
  const given = persistence?.dbMigrationStrategy;
  if (given === undefined || words.includes(given)) return [];
  return [{ field: `${field}.dbMigrationStrategy`, given: quote(given), allowed: list(words), fix: suggest(given, words) }];
}));

const jdbcShared: Check<PlatformSubject> = {
  id: 'SF-PG-JDBC-SHARED',
  severity: Severity.ERROR,
  why: 'Both services keep their migration history in one schema: the second one to start exits.',
  check: ({ platform, resource }) => {
    const jdbcUrl = resource.spec.persistence?.postgresql?.jdbcUrl;
    const sharing = KINDS.filter((kind) => platform[kind]?.database?.jdbcUrl === jdbcUrl);
    if (jdbcUrl === undefined || sharing.length < 2) return [];
    return [{
      field: 'spec.persistence.postgresql.jdbcUrl',
      given: 'one jdbcUrl for the Jobs Service and the Data Index, so one schema for both',
      allowed: 'a schema for each service',
      fix: 'use serviceRef, which gives each its own schema, or give one service a persistence of its own',
    }];
  },
};

const jdbcSchema: Check<PlatformSubject> = {
  id: 'SF-PG-JDBC-SCHEMA',
  severity: Severity.WARNING,
  why: 'The URL goes out verbatim; a schema that another client formatted makes the pod fail.',
  check: ({ platform: { jobsService: jobs } }) => {
    const schema = jobs?.postgresql?.jdbcUrl ? schemaInJdbcUrl(jobs.postgresql.jdbcUrl) : undefined;
    if (!jobs || !schema) return [];
    return [{
      field: `spec${jobs.database?.source === 'own' ? '.services.jobService' : ''}.persistence.postgresql.jdbcUrl`,
      given: `a jdbcUrl with currentSchema=${schema} for the Jobs Service`,
      allowed: 'a jdbcUrl without a schema',
      fix: 'use serviceRef with databaseSchema',
    }];
  },
};

const ephemeral: Check<PlatformSubject> = {
  id: 'SF-SERVICE-EPHEMERAL',
  severity: Severity.INFORMATION,
  why: 'Without a database the data lives in the pod and is lost with it; not for production.',
  check: ({ platform }) => KINDS.flatMap((kind) => {
    const service = platform[kind];
    if (!service || service.database) return [];
    return [{
      field: `spec.services.${SERVICE_KINDS[kind].field}`,
      given: `a ${SERVICE_KINDS[kind].title} without a database (${service.name})`,
      allowed: 'its data is lost with the pod',
      fix: 'give the service or the platform a PostgreSql persistence for production',
    }];
  }),
};

const emptyPersistence: Check<WorkflowSubject> = {
  id: 'SF-PG-EMPTY',
  severity: Severity.WARNING,
  why: 'The documentation says that {} inherits the platform\'s database; released operators opt out, and state is lost on restart.',
  check: ({ workflow, resource }) => {
    if (!resource.spec.persistence || resource.spec.persistence.postgresql || workflow.profile === WorkflowProfile.DEV) return [];
    if (!workflow.platform?.spec.persistence?.postgresql) return [];
    return [{
      field: 'spec.persistence',
      given: '{} under a platform with PostgreSQL',
      allowed: 'released operators read it as ephemeral, the documentation\'s page as inherited',
      fix: 'leave the field out to inherit, or name the database',
    }];
  },
};

const gitopsExtensions: Check<WorkflowSubject> = {
  id: 'SF-GITOPS-EXTENSIONS',
  severity: Severity.INFORMATION,
  why: 'The operator adds the extensions only to images that it builds itself.',
  check: ({ landscape, workflow }) => workflow.database && workflow.profile === WorkflowProfile.GITOPS ? [{
    field: 'spec.podTemplate.container.image',
    given: 'an image of one\'s own for a workflow with PostgreSQL',
    allowed: `an image with the Quarkus extensions ${list(landscape.operator.persistenceExtensions)}`,
    fix: 'build it with the argument in requiredExtensionsBuildArg',
  }] : [],
};

export const PLATFORM_PERSISTENCE_CHECKS: ReadonlyArray<Check<PlatformSubject>> = [
  port.platform, schemaName.platform, schemaCase.platform, jdbcKind.platform, jdbcShared, jdbcSchema, migrationUnknown.platform, ephemeral,
];

export const WORKFLOW_PERSISTENCE_CHECKS: ReadonlyArray<Check<WorkflowSubject>> = [
  port.workflow, schemaName.workflow, schemaCase.workflow, jdbcKind.workflow, migrationUnknown.workflow, emptyPersistence, gitopsExtensions,
];
