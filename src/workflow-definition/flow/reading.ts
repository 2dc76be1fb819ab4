import { FieldType, OBJECTS, ObjectType, STATES } from './fields';
import { isGiven } from './values';
import { list, quote, suggest } from '../../findings/words';
import { isInt32 } from '../../go/json';
import { FieldPath } from '../../json/field-path';
import { isJsonObject, Json, JsonObject } from '../../json/json';

/** Something that the engine's reader does not take. */
export interface ReadingProblem {
  /** A field that it does not know, or a value that it cannot read. */
  readonly kind: 'field' | 'value';
  readonly path: FieldPath;
  readonly given: string;
  readonly allowed: string;
  readonly fix: string;
}

/** All that the engine's reader stops at, in the order in which it reads. */
export function readingProblems(definition: JsonObject): ReadingProblem[] {
  return [...objectProblems(definition, structure('workflow'), []), ...statesProblems(definition.states)];
}

function statesProblems(states: Json | undefined): ReadingProblem[] {
  if (states === undefined) return [];
  if (!Array.isArray(states)) return [wrong(['states'], states, 'a list of states', 'write a list')];
  return states.flatMap((state, i): ReadingProblem[] => {
    const path = ['states', i];
    if (!isJsonObject(state)) return [wrong(path, state, 'a state: an object', 'write the state, or take the item out')];
    const names = Object.keys(STATES);
    const { type } = state;
    const fields = typeof type === 'string' && Object.hasOwn(STATES, type) ? STATES[type] : undefined;
    if (!fields) {
      return [wrong([...path, ...isGiven(type) ? ['type'] : []], isGiven(type) ? type ?? null : 'a state without a type', `a type: ${list(names)}`, suggest(String(type ?? ''), names))];
    }
    return objectProblems(state, fields, path);
  });
}

function objectProblems(given: JsonObject, { fields, lenient = false, notNull }: ObjectType, path: FieldPath): ReadingProblem[] {
  return Object.entries(given).flatMap(([field, value]) => {
    const type = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (type && isGiven(value)) return valueProblems(value, type, [...path, field]);
    if (type) return value === null && notNull?.includes(field) ? [wrong([...path, field], value, 'a value, or no such field', 'take it out')] : [];
    return lenient ? [] : [unknownField(field, Object.keys(fields), path)];
  });
}

function valueProblems(value: Json, type: FieldType, path: FieldPath): ReadingProblem[] {
  switch (type) {
    case 'any': return [];
    case 'text': return typeof value === 'object' ? [wrong(path, value, 'a text', 'write a text; JSON goes into quotes')] : [];
    case 'flag': return isFlag(value) ? [] : [wrong(path, value, 'true or false', 'write true or false')];
    case 'number': return isNumber(value) ? [] : [wrong(path, value, 'an integer of 32 bits', 'write such a number')];
    case 'map': return isJsonObject(value) ? [] : [wrong(path, value, 'an object', 'write keys with values')];
    case 'texts':
      if (!Array.isArray(value)) return [wrong(path, value, 'a list of texts', 'write a list, even of one')];
      return value.flatMap((item, i) => valueProblems(item, 'text', [...path, i]));
    default: return 'of' in type || 'listOf' in type ? structureProblems(value, type, path) : wordProblems(value, type, path);
  }
}

function wordProblems(value: Json, words: readonly string[], path: FieldPath): ReadingProblem[] {
  return words.includes(String(value)) ? [] : [wrong(path, value, list(words), suggest(String(value), words))];
}

function structureProblems(value: Json, type: Extract<FieldType, { of: string } | { listOf: string }>, path: FieldPath): ReadingProblem[] {
  if ('listOf' in type) return Array.isArray(value) ? value.flatMap((item, i) => itemProblems(item, type.listOf, [...path, i])) : [];
  const { of, where = {} } = type;
  if (!type.list) return itemProblems(value, where[Object.keys(where).find((field) => Object.hasOwn(Object(value), field)) ?? ''] ?? of, path);
  if (!Array.isArray(value)) return [wrong(path, value, 'a list', 'write a list, even of one')];
  return value.flatMap((item, i) => itemProblems(item, type.of, [...path, i]));
}

function itemProblems(value: Json, name: string, path: FieldPath): ReadingProblem[] {
  const type = structure(name);
  if (isJsonObject(value)) return objectProblems(value, type, path);
  if (value === null && type.nullable) return [];
  if (type.lenient || (type.short && typeof value === 'string')) return [];
  const problem = wrong(path, value, `an object with ${list(Object.keys(type.fields))}`, 'write an object');
  return [type.secret && typeof value !== 'object' ? { ...problem, given: 'a plain value' } : problem];
}

/** What no table describes may have anything in it. */
function structure(name: string): ObjectType {
  return OBJECTS[name] ?? { fields: {}, lenient: true };
}

/** YAML 1.1 has more words of truth than JSON, which are texts for a reader of YAML 1.2. */
function isFlag(value: Json): boolean {
  if (typeof value === 'string') return /^(?:true|false|yes|no|on|off|null|)$/i.test(value.trim());
  return typeof value === 'boolean' || Number.isInteger(value);
}

/** A fraction loses what is behind the point. */
function isNumber(value: Json): boolean {
  const isDigits = typeof value === 'string' && /^(?:[+-]?\d+)?$/.test(value.trim());
  return (typeof value === 'number' || isDigits) && isInt32(Math.trunc(Number(value)));
}

function unknownField(field: string, known: readonly string[], path: FieldPath): ReadingProblem {
  return {
    kind: 'field', path: [...path, field], given: `the field ${quote(field)}`, allowed: list(known), fix: suggest(field, known, 'take it out, or move it where it belongs'),
  };
}

function wrong(path: FieldPath, value: Json, allowed: string, fix: string): ReadingProblem {
  return { kind: 'value', path, given: typeof value === 'object' ? shape(value) : quote(value), allowed, fix };
}

function shape(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : 'an object';
}
