import { RuleId } from '../rules/rules';
import { SchemaProblem } from '../validation/problem';

/** A problem with the schema that is a mistake of its own, by the field in which it is. */
export interface SchemaRule {
  readonly rule: RuleId;
  readonly kind: SchemaProblem['kind'];
  readonly field: RegExp;
  /** @default - what the schema says */
  readonly allowed?: string;
  /** @default - the same as in YAML */
  readonly fixInCode?: string;
  /** @default - what the schema says */
  fix?(given: string): string;
}

/** By how the fields are written in full: the first one that fits counts. */
export const SCHEMA_RULES: readonly SchemaRule[] = [
  {
    rule: 'SF-PG-ONE-OF',
    kind: 'invalid',
    field: /^spec\.(?:services\.\w+\.)?persistence\.postgresql$/,
  },
  {
    rule: 'SF-PG-SCHEMA-PLATFORM',
    kind: 'unknown',
    field: /^spec\.persistence\.postgresql\.serviceRef\.databaseSchema$/,
    allowed: 'no schema in the platform\'s own persistence, where the CRD has no such field: each service and workflow gets a schema of its own name',
    fix: () => 'give the schema to the service: spec.services.jobService.persistence.postgresql.serviceRef.databaseSchema',
    fixInCode: 'give the schema to the service: ServicePersistence.postgreSql(...)',
  },
  {
    rule: 'SF-SCHEMA',
    kind: 'unknown',
    field: /^spec\.(?:services\.\w+\.)?persistence\.migrateDBOnStartUp$/,
    allowed: 'the field dbMigrationStrategy: this one ended with OpenShift Serverless Logic 1.35, which ignored it and always migrated at the start',
    fix: () => 'write dbMigrationStrategy: service, which does what 1.35 did, or job or none',
  },
  {
    rule: 'SF-FLOW-TIMEOUT-SHORT',
    kind: 'invalid',
    field: /^spec\.flow\.timeouts\.workflowExecTimeout$/,
    fix: (given) => `write workflowExecTimeout: {duration: ${given}}`,
  },
  {
    rule: 'SF-FLOW-TIMEOUT-SHORT',
    kind: 'invalid',
    field: /^spec\.flow\.timeouts\.stateExecTimeout$/,
    fix: (given) => `write stateExecTimeout: {total: ${given}}`,
  },
  {
    rule: 'SF-FLOW-INPUT-SCHEMA',
    kind: 'invalid',
    field: /^spec\.flow\.dataInputSchema(?:\.(?:schema|failOnValidationErrors))?$/,
    allowed: 'an object with both schema and failOnValidationErrors',
    fix: (given) => `write {schema: ${given.startsWith('"') ? given : '...'}, failOnValidationErrors: true}`,
  },
  {
    rule: 'SF-FLOW-RETRIES',
    kind: 'invalid',
    field: /^spec\.flow\.retries\b/,
    allowed: 'what the CRD has for retries, and in the profile dev only: in the others the operator does not deploy a flow with retries',
    fix: () => 'write the flow without retries: take an error\'s way by onErrors, or let the service that is called retry',
  },
  {
    rule: 'SF-FLOW-CONSTANTS',
    kind: 'invalid',
    field: /^spec\.flow\.constants\b/,
    allowed: 'base64 texts only, and in the profile dev only',
    fix: () => 'put the values into the data of an inject state at the start of the flow, or into application properties',
  },
];
