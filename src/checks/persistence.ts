import { Check, PlatformSubject, Rule, WorkflowSubject } from './check';
import { forEachDatabase } from './database-places';
import { yaml } from './example';
import { Severity } from '../findings/finding';
import { list, quote } from '../findings/words';
import { isFailure } from '../json/failure';
import { schemaInJdbcUrl } from '../model/jdbc-url';
import { SERVICE_KINDS, ServiceKind } from '../model/service';
import { workflowModel } from '../model/workflow';
import { jdbcUrlProblem, portProblem, schemaNameProblem } from '../values/postgre-sql-rules';
import { WorkflowProfile } from '../values/workflow-profile';

const KINDS = Object.keys(SERVICE_KINDS) as ServiceKind[];

const port = forEachDatabase({
  id: 'SF-PG-PORT',
  severity: Severity.ERROR,
  title: 'A port that is none',
  why: 'The CRD takes any integer; a port ends at 65535.',
  wrong: yaml`
    kind: SonataFlowPlatform
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets}
          serviceRef: {name: postgres, port: 543210}
  `,
  right: yaml`
    kind: SonataFlowPlatform
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets}
          serviceRef: {name: postgres, port: 5432}
  `,
}, ({ serviceRef }, field) => {
  const problem = serviceRef?.port === undefined ? undefined : portProblem(serviceRef.port);
  return problem && { ...problem, field: `${field}.serviceRef.port` };
});

const schemaName = forEachDatabase({
  id: 'SF-PG-NAME',
  severity: Severity.ERROR,
  title: 'A schema name that PostgreSQL or a URL does not take',
  why: 'PostgreSQL refuses or cuts the name, or it ends the URL that it stands in.',
  wrong: yaml`
    kind: SonataFlow
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets}
          serviceRef: {name: postgres, databaseSchema: "orders&more"}
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets}
          serviceRef: {name: postgres, databaseSchema: orders_and_more}
  `,
}, ({ serviceRef }, field) => {
  const problem = serviceRef?.databaseSchema ? schemaNameProblem(serviceRef.databaseSchema) : undefined;
  return problem && { ...problem, field: `${field}.serviceRef.databaseSchema` };
});

const schemaCase = forEachDatabase({
  id: 'SF-PG-SCHEMA-CASE',
  severity: Severity.WARNING,
  title: 'A schema name with upper case letters',
  why: 'Flyway creates the schema quoted, the driver folds it to lower case: the service looks in another schema and cannot start.',
  wrong: yaml`
    kind: SonataFlow
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets}
          serviceRef: {name: postgres, databaseSchema: Orders}
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets}
          serviceRef: {name: postgres, databaseSchema: orders}
  `,
}, ({ serviceRef }, field) => {
  const schema = serviceRef?.databaseSchema;
  if (schema === undefined || schema === schema.toLowerCase()) return undefined;
  return {
    field: `${field}.serviceRef.databaseSchema`,
    given: quote(schema),
    allowed: 'a schema in lower case',
    fix: `write ${quote(schema.toLowerCase())}`,
  };
});

const JDBC_KIND: Rule = {
  id: 'SF-PG-JDBC-KIND',
  severity: Severity.ERROR,
  title: 'A jdbcUrl of another database, or one that the operator cannot parse',
  why: 'Only PostgreSQL is supported. A URL that the operator cannot parse stops the Jobs Service: not even its ConfigMap is made.',
  wrong: yaml`
    kind: SonataFlowPlatform
    spec:
      services:
        jobService:
          persistence:
            postgresql:
              secretRef: {name: postgres-secrets}
              jdbcUrl: jdbc:db2://db:50000/jobs
  `,
  right: yaml`
    kind: SonataFlowPlatform
    spec:
      services:
        jobService:
          persistence:
            postgresql:
              secretRef: {name: postgres-secrets}
              jdbcUrl: jdbc:postgresql://db:5432/jobs
  `,
};

const jdbcKind = forEachDatabase(JDBC_KIND, ({ jdbcUrl }, field) => {
  const problem = jdbcUrl === undefined ? undefined : jdbcUrlProblem(jdbcUrl);
  return problem && { ...problem, field: `${field}.jdbcUrl` };
});

const jdbcUnreadable: Check<PlatformSubject> = {
  ...JDBC_KIND,
  correction: 'operatorStops',
  check: ({ platform: { jobsService } }) => {
    const url = jobsService?.postgresql?.jdbcUrl;
    if (!jobsService || url === undefined || jdbcUrlProblem(url) || !isFailure(jobsService.reactiveUrl)) return [];
    return [{
      field: `${persistenceField(jobsService)}.postgresql.jdbcUrl`,
      given: `a URL that the operator cannot parse: ${jobsService.reactiveUrl.reason}`,
      allowed: 'a URL of which the operator can make the reactive URL of the Jobs Service; else it makes nothing of it',
      fix: 'write jdbc:postgresql://host:port/database',
    }];
  },
};

const jdbcShared: Check<PlatformSubject> = {
  id: 'SF-PG-JDBC-SHARED',
  severity: Severity.ERROR,
  title: 'One jdbcUrl of the platform for several services or workflows',
  why: 'The URL goes out verbatim, so all use one schema. Jobs Service and Data Index both keep their migration history there: the second one to '
    + 'start exits. Workflows only share their tables, which is a warning.',
  wrong: yaml`
    kind: SonataFlowPlatform
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets}
          jdbcUrl: jdbc:postgresql://db:5432/flows
      services:
        jobService: {}
        dataIndex: {}
  `,
  right: yaml`
    kind: SonataFlowPlatform
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets}
          serviceRef: {name: db, databaseName: flows}    # each gets a schema of its own name
      services:
        jobService: {}
        dataIndex: {}
  `,
  check: ({ landscape, platform, resource }) => {
    const jdbcUrl = resource.spec.persistence?.postgresql?.jdbcUrl;
    if (jdbcUrl === undefined) return [];
    const services = KINDS.filter((kind) => platform[kind]?.database?.jdbcUrl === jdbcUrl);
    const workflows = services.length > 1 ? [] : landscape.workflows.map((workflow) => workflowModel(landscape, workflow))
      .filter((workflow) => workflow.platform === resource && workflow.database?.jdbcUrl === jdbcUrl);
    const consumers = [...services.map((kind) => `the ${SERVICE_KINDS[kind].title}`), ...workflows.map(({ name }) => `the workflow ${quote(name)}`)];
    if (consumers.length < 2) return [];
    return [{
      field: 'spec.persistence.postgresql.jdbcUrl',
      given: `one jdbcUrl for ${list(consumers)}: one schema for all`,
      allowed: 'a schema for each',
      fix: 'use serviceRef, which gives each its own schema, or give all but one a persistence of their own',
      severity: services.length > 1 ? Severity.ERROR : Severity.WARNING,
    }];
  },
};

const jdbcSchema: Check<PlatformSubject> = {
  id: 'SF-PG-JDBC-SCHEMA',
  severity: Severity.WARNING,
  title: 'A jdbcUrl with a schema for the Jobs Service',
  why: 'The URL goes out verbatim; a schema that another client formatted makes the pod fail.',
  wrong: yaml`
    kind: SonataFlowPlatform
    spec:
      services:
        jobService:
          persistence:
            postgresql:
              secretRef: {name: postgres-secrets}
              jdbcUrl: jdbc:postgresql://db:5432/flows?currentSchema=jobs
  `,
  right: yaml`
    kind: SonataFlowPlatform
    spec:
      services:
        jobService:
          persistence:
            postgresql:
              secretRef: {name: postgres-secrets}
              serviceRef: {name: db, databaseName: flows, databaseSchema: jobs}
  `,
  check: ({ platform: { jobsService } }) => {
    const schema = jobsService?.postgresql?.jdbcUrl ? schemaInJdbcUrl(jobsService.postgresql.jdbcUrl) : undefined;
    if (!jobsService || !schema) return [];
    return [{
      field: `${persistenceField(jobsService)}.postgresql.jdbcUrl`,
      given: `a jdbcUrl with currentSchema=${schema} for the Jobs Service`,
      allowed: 'a jdbcUrl without a schema',
      fix: 'use serviceRef with databaseSchema',
    }];
  },
};

function persistenceField({ kind, database }: NonNullable<PlatformSubject['platform']['jobsService']>): string {
  return `spec${database?.source === 'own' ? `.services.${SERVICE_KINDS[kind].field}` : ''}.persistence`;
}

const ephemeral: Check<PlatformSubject> = {
  id: 'SF-SERVICE-EPHEMERAL',
  severity: Severity.INFORMATION,
  title: 'A supporting service without a database',
  why: 'Without a database the data lives in the pod and is lost with it; not for production.',
  wrong: yaml`
    kind: SonataFlowPlatform
    spec:
      services:
        jobService: {}
  `,
  right: yaml`
    kind: SonataFlowPlatform
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets}
          serviceRef: {name: postgres}
      services:
        jobService: {}
  `,
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
  title: '`persistence: {}` on a workflow under a platform with PostgreSQL',
  why: 'The documentation says that {} inherits the platform\'s database; released operators opt out, and state is lost on restart.',
  wrong: yaml`
    kind: SonataFlowPlatform
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets}
          serviceRef: {name: postgres}
    ---
    kind: SonataFlow
    spec:
      persistence: {}
  `,
  right: yaml`
    kind: SonataFlowPlatform
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets}
          serviceRef: {name: postgres}
    ---
    kind: SonataFlow    # inherits without a word
  `,
  check: ({ workflow, resource }) => {
    if (!resource.spec.persistence || resource.spec.persistence.postgresql || workflow.profile === WorkflowProfile.DEV) return [];
    if (!workflow.platform?.spec.persistence?.postgresql) return [];
    return [{
      field: 'spec.persistence',
      given: 'persistence without a database under a platform with PostgreSQL',
      allowed: 'released operators read it as ephemeral, the documentation\'s page as inherited',
      fix: 'leave the field out to inherit, or name the database',
    }];
  },
};

const gitopsExtensions: Check<WorkflowSubject> = {
  id: 'SF-GITOPS-EXTENSIONS',
  severity: Severity.INFORMATION,
  title: 'An image of one\'s own for a workflow with PostgreSQL',
  why: 'The operator adds the Quarkus extensions for PostgreSQL only to images that it builds itself.',
  wrong: yaml`
    kind: SonataFlow
    spec:
      podTemplate:
        container:
          image: registry.example.org/greet:1.0    # built without the extensions?
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets}
          serviceRef: {name: postgres}
  `,
  right: yaml`
    kind: SonataFlow    # profile preview: the operator builds the image and adds the extensions
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets}
          serviceRef: {name: postgres}
  `,
  check: ({ landscape, workflow }) => workflow.database && workflow.profile === WorkflowProfile.GITOPS ? [{
    field: 'spec.podTemplate.container.image',
    given: 'an image of one\'s own for a workflow with PostgreSQL',
    allowed: `an image with the Quarkus extensions ${list(landscape.operator.persistenceExtensions)}`,
    fix: `build it with QUARKUS_EXTENSIONS=${landscape.operator.persistenceExtensions.join(',')} (WorkflowConstruct.requiredExtensionsBuildArg)`,
  }] : [],
};

export const PLATFORM_PERSISTENCE_CHECKS: ReadonlyArray<Check<PlatformSubject>> = [
  port.platform, schemaName.platform, schemaCase.platform, jdbcKind.platform, jdbcUnreadable, jdbcShared, jdbcSchema, ephemeral,
];

export const WORKFLOW_PERSISTENCE_CHECKS: ReadonlyArray<Check<WorkflowSubject>> = [
  port.workflow, schemaName.workflow, schemaCase.workflow, jdbcKind.workflow, emptyPersistence, gitopsExtensions,
];
