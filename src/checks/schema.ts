import { Finding, Severity } from '../findings/finding';
import { Origin } from '../findings/origin';
import { quote } from '../findings/words';
import { SchemaProblem } from '../validation/schema';

/** A field that users put where the CRD does not have it, although it exists elsewhere. */
interface MisplacedField {
  readonly rule: string;
  readonly field: string;
  readonly allowed: string;
  readonly fix: string;
}

const PLATFORM_SCHEMA: MisplacedField = {
  rule: 'SF-PG-SCHEMA-PLATFORM',
  field: 'spec.persistence.postgresql.serviceRef.databaseSchema',
  allowed: 'no schema in the platform\'s own persistence, where the CRD has no such field: each service and workflow gets a schema of its own name',
  fix: 'give the schema to the service: ServicePersistence.postgreSql(...), spec.services.jobService.persistence.postgresql.serviceRef.databaseSchema',
};

const MISPLACED: readonly MisplacedField[] = [PLATFORM_SCHEMA];

/** What the API server says to a custom resource, with the place that was meant where a field is in the wrong one. */
export function schemaFindings(problems: readonly SchemaProblem[], origin: Origin, unknownFields = Severity.ERROR): Finding[] {
  return problems.map(({ kind, field, given, allowed, fix }) => {
    const misplaced = kind === 'unknown' ? MISPLACED.find((known) => known.field === field) : undefined;
    return {
      rule: misplaced?.rule ?? 'SF-SCHEMA',
      severity: kind === 'unknown' ? unknownFields : Severity.ERROR,
      where: origin.locate(field),
      field,
      given,
      allowed: misplaced?.allowed ?? allowed,
      fix: misplaced?.fix ?? fix,
    };
  });
}

/** A schema that was given to a platform: typed code never writes it. */
export function schemaOfPlatform(databaseSchema: string | undefined, origin: Origin): Finding[] {
  if (databaseSchema === undefined) return [];
  const { rule, field, allowed, fix } = PLATFORM_SCHEMA;
  return [{ rule, severity: Severity.ERROR, where: origin.locate(field), field, given: `databaseSchema ${quote(databaseSchema)}`, allowed, fix }];
}
