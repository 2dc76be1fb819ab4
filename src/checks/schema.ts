import { Rule } from './check';
import { SCHEMA, SCHEMA_RULES } from './schema-rules';
import { Finding, Severity } from '../findings/finding';
import { Origin } from '../findings/origin';
import { quote } from '../findings/words';
import { SchemaProblem } from '../validation/problem';

/** The rules that the schema of a CRD speaks for. */
export const SCHEMA_DOCUMENTATION: readonly Rule[] = [SCHEMA, ...new Set(SCHEMA_RULES.map(({ rule }) => rule))];

/** What the API server says to a custom resource, with what was meant where a mistake is known. */
export function schemaFindings(problems: readonly SchemaProblem[], origin: Origin, unknownFields = Severity.ERROR): Finding[] {
  return problems.map(({ kind, field, given, allowed, fix }) => {
    const known = SCHEMA_RULES.find((candidate) => candidate.kind === kind && candidate.field.test(field));
    return {
      rule: known?.rule.id ?? SCHEMA.id,
      severity: kind === 'unknown' ? unknownFields : Severity.ERROR,
      where: origin.locate(field),
      field,
      given,
      allowed: known?.allowed ?? allowed,
      fix: known?.fix?.(given) ?? fix,
    };
  });
}

/** A schema that was given to a platform: typed code never writes it. */
export function schemaOfPlatform(databaseSchema: string | undefined, origin: Origin): Finding[] {
  if (databaseSchema === undefined) return [];
  const field = 'spec.persistence.postgresql.serviceRef.databaseSchema';
  return schemaFindings([{ kind: 'unknown', field, given: `databaseSchema ${quote(databaseSchema)}`, allowed: '', fix: '' }], origin);
}
