import { StructuralSchema } from './structural-schema';
import { list, nearestWord, quote } from '../findings/words';
import { Json } from '../json/json';

export const QUANTITY = '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$';

const FORMATS = {
  byte: 'base64 text that is not empty',
  duration: 'a duration such as "90s" or "1h30m"',
};

const TYPES = {
  object: 'an object',
  array: 'a list',
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'true or false',
};

/** What a schema allows for a value. */
export function describe(schema: StructuralSchema): string {
  if (schema.pattern !== undefined) return schema.pattern === QUANTITY ? 'a quantity such as "500m" or "2Gi"' : `text that matches ${schema.pattern}`;
  if (schema['x-kubernetes-int-or-string']) return 'an integer or a string';
  if (schema.enum) return list(schema.enum);
  if (schema.format) return FORMATS[schema.format];
  return schema.type ? TYPES[schema.type] : 'any value';
}

/** What a value is, for messages that may not say which. */
export function typeName(value: Json): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** The same as {@link retype} for a value that may not be shown. */
export function retypeHidden(schema: StructuralSchema, given: Json): string {
  const isScalar = typeof given !== 'object';
  if (schema.type === 'string' && isScalar && !schema.enum) return 'put it in quotes';
  return isScalar && schema.type !== 'string' && schema.type !== 'array' && schema.type !== 'object' ? `write ${describe(schema)}` : retype(schema, Array.isArray(given) ? [] : isScalar ? '' : {});
}

/** How to write a value of the wrong type. */
export function retype(schema: StructuralSchema, given: Json | undefined): string {
  switch (schema['x-kubernetes-int-or-string'] ? 'string' : schema.type) {
    case 'string':
      return asString(schema, given);
    case 'boolean':
      return `write ${typeof given === 'string' ? truth(given) : 'true or false'} without quotes`;
    case 'integer':
    case 'number':
      return isInteger(given) ? `write ${Number(given)} without quotes` : `write ${describe(schema)}`;
    case 'array':
      return 'write a list, each item after a "-"';
    case 'object':
    case undefined:
      return schema.properties ? `write an object with ${fields(schema)}` : 'write an object: a key and a value on each line';
  }
}

function asString(schema: StructuralSchema, given: Json | undefined): string {
  if (schema.enum) return `use one of ${list(schema.enum)}`;
  const isScalar = typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean';
  return isScalar ? `put it in quotes: ${quote(String(given))}` : `write ${describe(schema)}`;
}

/** Text that is an integer. */
function isInteger(value: Json | undefined): boolean {
  return typeof value === 'string' && value.trim() !== '' && Number.isInteger(Number(value));
}

function truth(word: string): string {
  if (['true', 'yes', 'on', 'y'].includes(word.toLowerCase())) return 'true';
  if (['false', 'no', 'off', 'n'].includes(word.toLowerCase())) return 'false';
  return nearestWord(word, ['true', 'false']) ?? 'true or false';
}

function fields({ properties = {}, required = [] }: StructuralSchema): string {
  const names = Object.keys(properties);
  return required.length > 0 ? `at least ${list(required)}` : `fields of ${list(names)}`;
}
