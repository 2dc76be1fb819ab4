import { FAILSAFE_SCHEMA, load, State, Type, YAMLException } from 'js-yaml';
import { MAX_TOKENS } from './limits';
import { resolvePlain, ScalarValue, toJsonScalar } from './scalars';
import { isJsonObject, Json, JsonObject, putField } from '../json/json';
import { isJsonObjectText } from '../json/json-text';

/**
 * The object of a document that is plainly one: without anchors, tags, and what else is rare or read in more than one way.
 *
 * @returns nothing where only the thorough reading tells, also for all that is wrong
 */
export function readPlainObject(text: string): JsonObject | undefined {
  if (text.length > MAX_TOKENS || UNCERTAIN.test(text) || (AFTER_A_COMMA.test(text) && !isJsonObjectText(text))) return undefined;
  try {
    const value = load(text, { schema: PLAIN_SCHEMA, listener: refuseProperties });
    return isJsonObject(value) && !(value instanceof Scalar) ? finished(value) as JsonObject : undefined;
  } catch (error) {
    if (error instanceof YAMLException || error instanceof Uncertain || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Signs, each of them somewhere in a text, that readers differ about; most are harmless in the middle of a word. */
const UNCERTAIN = new RegExp([
  // Line breaks and blanks of few readers.
  /[\t\r\u0085\u00a0\u2028\u2029\ufeff]/,
  // Directives, the ends of a document, the merge key, keys that are no words, comments that touch what is before them.
  /^(?:%|---|\.\.\.)/, /<</, /(?:^|[\s[{,-])[?:](?:\s|$)/, /[\]}]\s*:/, /["'\]}[{,:|>-]#/,
  // Items that begin in a later line, if at all.
  /(?:^|\s)-\s*(?:#|$)/,
  // Escapes that kubectl does not know, half characters, and indentation that is said.
  /\\\//, /\\[uU]/, /[|>][-+]?[1-9]/,
].map(({ source }) => source).join('|'), 'm');

/** A collection that may be a key, which JSON does not know. */
const AFTER_A_COMMA = /[{,]\s*[[{]/;

/** A word without quotes that is no string. */
class Scalar {
  constructor(readonly value: Exclude<ScalarValue, string>) {}
}

class Uncertain {}

const PLAIN = 'tag:sonataflow.org,2026:plain';
/** Reads plain words as kubectl does, each that is no string as a mark, since the reader takes some of its values for nothing. */
export const PLAIN_SCHEMA = FAILSAFE_SCHEMA.extend({
  implicit: [new Type(PLAIN, {
    kind: 'scalar',
    construct: (text: string) => {
      const value = resolvePlain(text);
      return typeof value === 'string' ? value : new Scalar(value);
    },
  })],
});

/** What the reader knows of a node when it has read it. */
interface Node {
  readonly tag: string | null;
  readonly anchor: string | null;
}

function refuseProperties(event: 'open' | 'close', state: State): void {
  const { tag, anchor } = state as State & Node;
  if (event === 'close' && (anchor !== null || (tag !== null && tag !== PLAIN))) throw new Uncertain();
}

/** The value with what its scalars say, for good. */
function finished(value: unknown): Json {
  if (value instanceof Scalar) {
    const { value: scalar, problem } = toJsonScalar(value.value);
    if (problem) throw new Uncertain();
    return scalar;
  }
  if (typeof value !== 'object' || value === null) return value as Json;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = finished(value[i]);
    return Object.freeze(value) as Json[];
  }
  const object = value as JsonObject;
  for (const key of Object.keys(object)) {
    // What was no string as a key, or nothing.
    if (key === '[object Object]' || key === 'null') throw new Uncertain();
    const item = object[key];
    if (typeof item === 'object' && item !== null) putField(object, key, finished(item));
  }
  return Object.freeze(object);
}
