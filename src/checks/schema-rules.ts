import { Rule } from './check';
import { yaml } from './example';
import { FLOW_CONSTANTS } from './flow-operator';
import { Severity } from '../findings/finding';
import { SchemaProblem } from '../validation/problem';

/** A problem with the schema that is a mistake of its own, by the field in which it is. */
export interface SchemaRule {
  readonly rule: Rule;
  readonly kind: SchemaProblem['kind'];
  readonly field: RegExp;
  /** @default - what the schema says */
  readonly allowed?: string;
  /** @default - what the schema says */
  fix?(given: string): string;
}

export const SCHEMA: Rule = {
  id: 'SF-SCHEMA',
  severity: Severity.ERROR,
  title: 'A custom resource that the schema of its CRD refuses',
  why: 'The API server refuses it, or drops the field that it does not know without a word.',
  wrong: yaml`
    kind: SonataFlowPlatform
    spec:
      services:
        jobsService: {}
  `,
  right: yaml`
    kind: SonataFlowPlatform
    spec:
      services:
        jobService: {}
  `,
};

const oneOf: SchemaRule = {
  rule: {
    id: 'SF-PG-ONE-OF',
    severity: Severity.ERROR,
    title: 'Both or none of serviceRef and jdbcUrl',
    why: 'They exclude each other, and a database needs one of them; the API server refuses the custom resource.',
    wrong: yaml`
      kind: SonataFlowPlatform
      spec:
        persistence:
          postgresql:
            secretRef: {name: postgres-secrets}
            serviceRef: {name: postgres}
            jdbcUrl: jdbc:postgresql://postgres:5432/flows
    `,
    right: yaml`
      kind: SonataFlowPlatform
      spec:
        persistence:
          postgresql:
            secretRef: {name: postgres-secrets}
            serviceRef: {name: postgres, databaseName: flows}
    `,
  },
  kind: 'invalid',
  field: /^spec\.(?:services\.\w+\.)?persistence\.postgresql$/,
};

const schemaOfPlatform: SchemaRule = {
  rule: {
    id: 'SF-PG-SCHEMA-PLATFORM',
    severity: Severity.ERROR,
    title: 'A schema in the persistence of the platform itself',
    why: 'The CRD has no such field there, so it is dropped: each service and workflow gets a schema of its own name.',
    wrong: yaml`
      kind: SonataFlowPlatform
      spec:
        persistence:
          postgresql:
            secretRef: {name: postgres-secrets}
            serviceRef: {name: postgres, databaseSchema: flows}
    `,
    right: yaml`
      kind: SonataFlowPlatform
      spec:
        services:
          jobService:
            persistence:
              postgresql:
                secretRef: {name: postgres-secrets}
                serviceRef: {name: postgres, databaseSchema: jobs}
    `,
  },
  kind: 'unknown',
  field: /^spec\.persistence\.postgresql\.serviceRef\.databaseSchema$/,
  allowed: 'no schema in the platform\'s own persistence, where the CRD has no such field: each service and workflow gets a schema of its own name',
  fix: () => 'give the schema to the service: ServicePersistence.postgreSql(...), spec.services.jobService.persistence.postgresql.serviceRef.databaseSchema',
};

const TIMEOUT: Rule = {
  id: 'SF-FLOW-TIMEOUT-SHORT',
  severity: Severity.ERROR,
  title: 'A time limit of the flow as a plain text',
  why: 'The specification allows the short form of workflowExecTimeout and stateExecTimeout of the flow; the CRD wants objects.',
  wrong: yaml`
    kind: SonataFlow
    spec:
      flow:
        timeouts:
          workflowExecTimeout: PT1H
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      flow:
        timeouts:
          workflowExecTimeout: {duration: PT1H}
  `,
};

const inputSchema: SchemaRule = {
  rule: {
    id: 'SF-FLOW-INPUT-SCHEMA',
    severity: Severity.ERROR,
    title: 'A dataInputSchema that is not an object with schema and failOnValidationErrors',
    why: 'The specification allows the path of a file alone; the CRD wants an object with both fields.',
    wrong: yaml`
      kind: SonataFlow
      spec:
        flow:
          dataInputSchema: schemas/input.json
    `,
    right: yaml`
      kind: SonataFlow
      spec:
        flow:
          dataInputSchema:
            schema: schemas/input.json
            failOnValidationErrors: true
        resources:
          configMaps:
            - configMap: {name: greet-schemas}
              workflowPath: schemas
    `,
  },
  kind: 'invalid',
  field: /^spec\.flow\.dataInputSchema(?:\.(?:schema|failOnValidationErrors))?$/,
  allowed: 'an object with both schema and failOnValidationErrors',
  fix: (given) => `write {schema: ${given.startsWith('"') ? given : '...'}, failOnValidationErrors: true}`,
};

const constants: SchemaRule = {
  rule: FLOW_CONSTANTS,
  kind: 'invalid',
  field: /^spec\.flow\.constants\b/,
  allowed: 'base64 texts only, and in the profile dev only',
  fix: () => 'put the values into the data of an inject state at the start of the flow, or into application properties',
};

/** By how the fields are written in full: the first one that fits counts. */
export const SCHEMA_RULES: readonly SchemaRule[] = [
  oneOf,
  schemaOfPlatform,
  { rule: TIMEOUT, kind: 'invalid', field: /^spec\.flow\.timeouts\.workflowExecTimeout$/, fix: (given) => `write workflowExecTimeout: {duration: ${given}}` },
  { rule: TIMEOUT, kind: 'invalid', field: /^spec\.flow\.timeouts\.stateExecTimeout$/, fix: (given) => `write stateExecTimeout: {total: ${given}}` },
  inputSchema,
  constants,
];
