import { likelyPlace, rightPlace } from './misplaced-fields';
import { SCHEMA_RULES } from './schema-rules';
import { Severity } from '../findings/finding';
import { Origin } from '../findings/origin';
import { LocatedFinding } from '../findings/place';
import { quote } from '../findings/words';
import { fieldName } from '../json/field-path';
import { found } from '../rules/found';
import { SchemaProblem } from '../validation/problem';

/** What the API server says to a custom resource, with what was meant where a mistake is known. */
export function schemaFindings(problems: readonly SchemaProblem[], origin: Origin, unknownFields = Severity.ERROR): LocatedFinding[] {
  return problems.map(({ kind, path, given, allowed, fix }) => {
    const field = fieldName(path);
    const known = SCHEMA_RULES.find((candidate) => candidate.kind === kind && candidate.field.test(field));
    return found(known?.rule ?? 'SF-SCHEMA', origin, {
      path,
      given,
      allowed: known?.allowed ?? allowed,
      fix: known?.fix?.(given) ?? (kind === 'unknown' && !path.includes('metadata') ? placeFor(field, fix) : fix),
      fixInCode: known?.fixInCode,
      severity: kind === 'unknown' ? unknownFields : Severity.ERROR,
    });
  });
}

/** A known place goes over a word beside it that looks alike, and that over a place for a word that only looks like a known one. */
function placeFor(field: string, fix: string): string {
  return rightPlace(field) ?? (fix.startsWith('did you mean') ? undefined : likelyPlace(field)) ?? fix;
}

/** A schema that was given to a platform: typed code never writes it. */
export function schemaOfPlatform(databaseSchema: string | undefined, origin: Origin): LocatedFinding[] {
  if (databaseSchema === undefined) return [];
  const path = ['spec', 'persistence', 'postgresql', 'serviceRef', 'databaseSchema'];
  return schemaFindings([{ kind: 'unknown', path, given: `databaseSchema ${quote(databaseSchema)}`, allowed: '', fix: '' }], origin);
}
