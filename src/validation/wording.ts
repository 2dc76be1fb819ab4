import { keysOf } from './duplicates';
import { Wording } from './problem';
import { MOST_REPLICAS } from './scale';
import { describe, retype, retypeHidden, typeName } from './schema-words';
import { StructuralSchema } from './structural-schema';
import { UnknownField } from './typos';
import { SchemaKeyword } from './violation';
import { list, quote, suggest } from '../findings/words';
import { isJsonObject, Json } from '../json/json';

/** A plain value, or one that may not be shown. */
export type Shown = null | boolean | number | string | { readonly hidden: Json };

/** What a violation is about. */
export interface ViolationSubject {
  readonly field: string | number;
  /** The schema of the value; for a duplicate that of the list. */
  readonly schema: StructuralSchema;
  /** As the user gave it, as far as it may be shown. */
  readonly given: Shown | undefined;
  /** The same value pruned and with defaults. */
  readonly judged: Json | undefined;
}

/** A null that one way to apply it drops and another one refuses, in a user's words. */
export function wordNull(schema: StructuralSchema): Wording {
  return {
    given: 'null',
    allowed: `${describe(schema)}, or no such field: client-side apply drops it, and server-side apply refuses it`,
    fix: schema.type === 'object' ? 'write {} if it is meant, or take the field out' : 'take the field out',
  };
}

/** A violation in a user's words. */
export function wordViolation(rule: SchemaKeyword, subject: ViolationSubject): Wording {
  return WORDINGS[rule](subject);
}

/**
 * A field that the schema does not know, in a user's words.
 *
 * @param knownElsewhere the other operator versions whose CRDs know it
 */
export function wordUnknown({ path, candidates, meant }: UnknownField, knownElsewhere: readonly string[]): Wording {
  const otherwise = knownElsewhere.length > 0 ? `remove it, or use an operator whose CRDs know it: ${list(knownElsewhere)}` : 'remove it';
  return {
    given: `the unknown field ${quote(path.at(-1))}`,
    allowed: candidates.length > 0 ? `the fields ${list(candidates)}` : 'no other field than those that are there',
    fix: meant === undefined ? otherwise : `did you mean "${meant}"?`,
  };
}

function isHidden(given: Shown | undefined): given is { readonly hidden: Json } {
  return typeof given === 'object' && given !== null;
}

function show(given: Shown | undefined): string {
  return isHidden(given) ? typeName(given.hidden) : quote(given);
}

const misformed = ({ schema, given }: ViolationSubject): Wording => ({ given: show(given), allowed: describe(schema), fix: 'write it in that form' });

const WORDINGS: Record<SchemaKeyword, (subject: ViolationSubject) => Wording> = {
  type: ({ schema, given }) => ({
    given: show(given), allowed: describe(schema), fix: isHidden(given) ? retypeHidden(schema, given.hidden) : retype(schema, given),
  }),
  required: ({ field, schema, given }) => ({ given: show(given), allowed: `${describe(schema)}; the field is required`, fix: `add ${field}` }),
  enum: ({ schema, given }) => ({ given: show(given), allowed: describe(schema), fix: suggest(isHidden(given) ? '' : String(given), schema.enum ?? []) }),
  pattern: misformed,
  format: misformed,
  minItems: ({ schema, given }) => ({ given: show(given), allowed: `a list of at least ${schema.minItems}`, fix: 'add what is missing' }),
  minProperties: ({ schema, judged }) => ({ given: fieldsOf(judged), allowed: fieldCount(schema, `at least ${schema.minProperties}`), fix: 'add what is missing' }),
  maxProperties: ({ schema, judged }) => ({ given: fieldsOf(judged), allowed: fieldCount(schema, `at most ${schema.maxProperties}`), fix: 'remove what is too much' }),
  duplicate: ({ schema, judged }) => duplicate(schema, judged ?? null),
  replicas: ({ given }) => ({ given: show(given), allowed: `an integer from 0 to ${MOST_REPLICAS}`, fix: 'write how many pods there are to be' }),
};

function duplicate(schema: StructuralSchema, item: Json): Wording {
  const keys = schema['x-kubernetes-list-map-keys'];
  const identity = keys ? `with ${list(Object.entries(keysOf(item, schema)).map(([key, value]) => `${key} ${quote(value)}`))}` : typeName(item);
  return { given: `a second item ${identity}`, allowed: `items that differ${keys ? ` in ${keys.join(' or ')}` : ''}`, fix: 'remove one of the two, or change it' };
}

function fieldsOf(value: Json | undefined): string {
  const fields = isJsonObject(value) ? Object.keys(value) : [];
  return fields.length > 0 ? `the fields ${list(fields)}` : 'no field';
}

/** How many fields an object may have. Where one is left to choose, that is said: no CRD can say it in another way. */
function fieldCount({ properties = {}, required = [], minProperties, maxProperties }: StructuralSchema, count: string): string {
  const optional = Object.keys(properties).filter((field) => !required.includes(field));
  if (minProperties !== maxProperties || minProperties !== required.length + 1) return `${count} of the fields ${list(Object.keys(properties))}`;
  return `exactly one of ${optional.join(' and ')}${required.length > 0 ? ` beside ${required.join(' and ')}` : ''}`;
}
