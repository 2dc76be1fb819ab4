import { Field, Presence, StructureType, Type } from './types';
import { compareBytes } from '../../go/compare-bytes';
import { float32, goQuotedString, goString, isInt32, sdkNumber } from '../../go/json';
import { Failure, failure, isFailure } from '../../json/failure';
import { FieldPath } from '../../json/field-path';
import { isJsonObject, Json, JsonObject } from '../../json/json';
import { isJsonText } from '../../json/json-text';
import { onceFor } from '../../json/once';

/** Something that could not be encoded. */
export interface EncodingProblem {
  readonly path: FieldPath;
  readonly reason: string;
}

/** Where a value is; a path is made of it only when something is wrong there. */
export interface EncodingPlace {
  readonly parent?: EncodingPlace;
  readonly step: string | number;
}

/** What could not be encoded, collected on the way. */
type Problems = EncodingProblem[];

/** What only the way through YAML makes a problem. */
export const MERGE_KEY = 'a key "<<", which the operator takes for YAML\'s merge';

/** What Go's `omitempty` leaves out, as text. */
const EMPTY = new Set(['""', 'false', 'null', '[]', '{}']);
const LONGEST_EMPTY = 5;

function isEmpty(text: string): boolean {
  return text.length <= LONGEST_EMPTY && EMPTY.has(text);
}

/**
 * The JSON that Go writes after it has read a value into a type: fields in their order, with defaults, without what is unknown.
 *
 * @param place of the value
 * @returns a text that means nothing if there were problems
 */
export function encode(type: Type, value: Json | undefined, place: EncodingPlace, problems: Problems): string {
  switch (type.kind) {
    case 'text': return encodeScalar(value ?? '', isText, goString, 'a text', place, problems);
    case 'flag': return encodeScalar(value ?? false, isFlag, String, 'true or false', place, problems);
    case 'integerOrText': return encodeScalar(value ?? 0, isIntegerOrText, integerOrText, 'an integer or a text', place, problems);
    case 'floatOrText': return encodeScalar(value ?? 0, isNumberOrText, floatOrText, 'a number or a text', place, problems);
    case 'free': return encodeFree(value ?? null, place, problems);
    case 'freeMap': return encodeMap(value, place, problems, encodeFree);
    case 'textMap': return encodeMap(value, place, problems, encodeText);
    case 'constants': return encodeConstants(encodeMap(value, place, problems, encodeRaw));
    case 'list': return encodeList(type.items, value, place, problems);
    case 'structure': return encodeStructure(type, value, place, problems);
  }
}

function encodeScalar<T extends Json>(
  given: Json, is: (given: Json) => given is T, write: (given: T) => string, what: string, place: EncodingPlace, problems: Problems,
): string {
  return is(given) ? write(given) : refuse(`must be ${what}`, place, problems);
}

function encodeText(value: Json, place: EncodingPlace, problems: Problems): string {
  return encode(TEXT, value, place, problems);
}

const TEXT: Type = { kind: 'text' };

function encodeList(items: Type, value: Json | undefined, place: EncodingPlace, problems: Problems): string {
  if (value === undefined || value === null) return 'null';
  if (!Array.isArray(value)) return refuse('must be a list', place, problems);
  return `[${value.map((item, i) => encode(items, item, within(place, i), problems)).join(',')}]`;
}

function refuse(reason: string, place: EncodingPlace, problems: Problems): string {
  tell(problems, place, reason);
  return 'null';
}

function encodeStructure(type: StructureType, value: Json | undefined, place: EncodingPlace, problems: Problems): string {
  const read = readStructure(type, value);
  if (isFailure(read)) return refuse(read.reason, place, problems);
  const own = encodeFields(type.fields, read, place, problems);
  const more = encodeVariant(type, read, place, problems);
  const text = own + more;
  const patched = type.patch?.(text) ?? text;
  const isMeant = patched === text || patched === `${own.slice(0, -1)},${more.slice(1)}`;
  if (!isMeant && problems.length === 0 && !isJsonText(patched)) {
    tell(problems, place, 'a text in it breaks the JSON that the operator patches together');
  }
  return patched;
}

/** The zero value of a structure has no defaults: nobody has read it. */
function readStructure(type: StructureType, value: Json | undefined): JsonObject | Failure | undefined {
  if (value === undefined) return undefined;
  const read = type.read?.(value) ?? value ?? {};
  return isFailure(read) || isJsonObject(read) ? read : failure('must be an object');
}

function encodeFields(fields: readonly Field[], given: JsonObject | undefined, place: EncodingPlace, problems: Problems): string {
  const absent = given === undefined ? zeroTexts(fields) : unsaidTexts(fields);
  let written = '';
  fields.forEach((field, i) => {
    const value = given?.[field.name];
    const text = value === undefined ? absent[i] : encodeField(field, value, place, problems);
    if (text !== undefined) written += `${written === '' ? '' : ','}"${field.name}":${text}`;
  });
  return `{${written}}`;
}

function encodeVariant({ variants }: StructureType, given: JsonObject | undefined, place: EncodingPlace, problems: Problems): string {
  if (!variants) return '';
  const name = given?.[variants.field];
  const variant = typeof name === 'string' && Object.hasOwn(variants.types, name) ? variants.types[name] : undefined;
  if (variant) return encodeStructure(variant, given, place, problems);
  tell(problems, within(place, variants.field), `must be one of ${Object.keys(variants.types).join(', ')}`);
  return '';
}

function encodeField({ name, type, presence, default: standard }: Field, value: Json, place: EncodingPlace, problems: Problems): string | undefined {
  if (value !== null) return unlessEmpty(presence, encode(type, value, within(place, name), problems));
  if (presence === Presence.POINTER) return undefined;
  if (presence === Presence.NULLABLE) return 'null';
  return unlessEmpty(presence, encode(type, type.kind === 'structure' ? value : standard, within(place, name), problems));
}

/** What is written of the fields of which nothing is said: most fields of most flows are such. */
const unsaidTexts = onceFor((fields: readonly Field[]) => fields.map(({ name, type, presence, default: standard }) => (
  absentText(presence, () => encode(type, standard, { step: name }, []))
)));

/** The same in a structure that nobody has read. */
const zeroTexts = onceFor((fields: readonly Field[]) => fields.map(({ name, type, presence }) => (
  absentText(presence, () => encode(type, undefined, { step: name }, []))
)));

function absentText(presence: Presence, encoded: () => string): string | undefined {
  if (presence === Presence.POINTER) return undefined;
  return presence === Presence.NULLABLE ? 'null' : unlessEmpty(presence, encoded());
}

function unlessEmpty(presence: Presence, text: string): string | undefined {
  return presence === Presence.OMIT_EMPTY && isEmpty(text) ? undefined : text;
}

function encodeFree(value: Json, place: EncodingPlace, problems: Problems): string {
  if (typeof value === 'string') return goQuotedString(value) ?? refuse('a character that the operator cannot write', place, problems);
  if (typeof value === 'number') return sdkNumber(value);
  if (Array.isArray(value)) return `[${value.map((item, i) => encodeFree(item, within(place, i), problems)).join(',')}]`;
  return isJsonObject(value) ? encodeMap(value, place, problems, encodeFree) : String(value);
}

/** The SDK loses the level of its own structure and adds it again at each writing. */
function encodeConstants(constants: string): string {
  return isEmpty(constants) ? '{}' : `{"Data":${constants}}`;
}

function encodeRaw(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(encodeRaw).join(',')}]`;
  if (isJsonObject(value)) return encodeMap(value, { step: '' }, [], encodeRaw);
  return typeof value === 'string' ? goString(value) : String(value);
}

type EncodeItem = (item: Json, place: EncodingPlace, problems: Problems) => string;

function encodeMap(value: Json | undefined, place: EncodingPlace, problems: Problems, encodeItem: EncodeItem): string {
  if (value === undefined || value === null) return 'null';
  if (!isJsonObject(value)) return refuse('must be an object', place, problems);
  if (Object.hasOwn(value, '<<')) tell(problems, place, MERGE_KEY);
  const entries = Object.entries(value).sort(([a], [b]) => compareBytes(a, b));
  return `{${entries.map(([key, item]) => `${goString(key)}:${encodeItem(item, within(place, key), problems)}`).join(',')}}`;
}

function within(parent: EncodingPlace, step: string | number): EncodingPlace {
  return { parent, step };
}

function tell(problems: Problems, place: EncodingPlace, reason: string): void {
  const path: Array<string | number> = [];
  for (let at: EncodingPlace | undefined = place; at; at = at.parent) path.unshift(at.step);
  problems.push({ path, reason });
}

function isText(value: Json): value is string {
  return typeof value === 'string';
}

function isFlag(value: Json): value is boolean {
  return typeof value === 'boolean';
}

function isIntegerOrText(value: Json): value is number | string {
  return typeof value === 'string' || (typeof value === 'number' && isInt32(value));
}

function isNumberOrText(value: Json): value is number | string {
  return typeof value === 'string' || typeof value === 'number';
}

function integerOrText(given: number | string): string {
  return typeof given === 'string' ? goString(given) : String(given);
}

function floatOrText(given: number | string): string {
  return typeof given === 'string' ? goString(given) : float32(given);
}
