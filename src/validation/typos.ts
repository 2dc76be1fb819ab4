import { schemaAt, StructuralSchema } from './structural-schema';
import { SchemaViolation } from './violation';
import { nearestWord } from '../findings/words';
import { fieldName, FieldPath } from '../json/field-path';
import { groupBy } from '../json/group-by';
import { isJsonObject, JsonObject, valueAt } from '../json/json';

/** A field that the schema does not know. */
export interface UnknownField {
  readonly path: FieldPath;
  /** The fields that the schema knows in its place and that are not there. */
  readonly candidates: readonly string[];
  /** The one of them that it most likely stands for. */
  readonly meant?: string;
}

/** @param pruned the object without unknown fields, before defaults */
export function unknownField(path: FieldPath, pruned: JsonObject, schema: StructuralSchema): UnknownField {
  const present = valueAt(pruned, parentOf(path));
  const candidates = Object.keys(schemaAt(schema, parentOf(path))?.properties ?? {})
    .filter((field) => !isJsonObject(present) || !Object.hasOwn(present, field));
  return { path, candidates, meant: nearestWord(String(path.at(-1)), candidates) };
}

/** What is wrong, each mistake once. */
export interface Mistakes {
  readonly violations: readonly SchemaViolation[];
  /** Unknown fields for which every API server refuses the object, since what they were meant to say is missing. */
  readonly fatal: ReadonlySet<UnknownField>;
}

/**
 * Takes the violations away that another mistake explains: a required field is missing because it is misspelt,
 * an object has too few fields because a required one is missing or one is misspelt.
 *
 * @param judged pruned and with defaults
 */
export function mistakesIn(
  judged: JsonObject, schema: StructuralSchema, unknown: readonly UnknownField[], violations: readonly SchemaViolation[],
): Mistakes {
  const fatal = new Set<UnknownField>();
  const misspelt = groupBy(unknown.filter(({ meant }) => meant !== undefined), ({ path }) => fieldName(parentOf(path)));
  const missing = groupBy(violations.filter(({ rule }) => rule === 'required'), ({ path }) => fieldName(parentOf(path)));
  const misspeltIn = (place: FieldPath) => misspelt.get(fieldName(place)) ?? [];
  const missingIn = (place: FieldPath) => missing.get(fieldName(place)) ?? [];

  const isMisspelt = ({ path }: SchemaViolation): boolean => {
    const typo = misspeltIn(parentOf(path)).find(({ meant }) => meant === path.at(-1));
    if (typo) fatal.add(typo);
    return typo !== undefined;
  };
  const hasTooFewForThat = ({ path }: SchemaViolation): boolean => {
    const lacking = schemaAt(schema, path)!.minProperties! - Object.keys(valueAt(judged, path) as JsonObject).length;
    const absent = missingIn(path).map((violation) => violation.path.at(-1));
    if (absent.length >= lacking) return true;
    const typos = misspeltIn(path);
    if (new Set([...absent, ...typos.map(({ meant }) => meant)]).size < lacking) return false;
    typos.forEach((typo) => fatal.add(typo));
    return true;
  };

  const unexplained = violations.filter((violation) => {
    if (violation.rule === 'required') return !isMisspelt(violation);
    return violation.rule !== 'minProperties' || !hasTooFewForThat(violation);
  });
  return { violations: unexplained, fatal };
}

function parentOf(path: FieldPath): FieldPath {
  return path.slice(0, -1);
}
