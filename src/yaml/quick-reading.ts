import { FAILSAFE_SCHEMA, load, State, Type, YAMLException } from 'js-yaml';
import { MAX_TOKENS } from './limits';
import { resolvePlain, ScalarValue, toJsonScalar } from './scalars';
import { isJsonObject, Json, JsonObject, putField } from '../json/json';

/**
 * The object of a document that is plainly one: without anchors, tags, and what else is rare or read in more than one way.
 *
 * @returns nothing where only the thorough reading tells, also for all that is wrong
 */
export function readPlainObject(text: string): JsonObject | undefined {
  if (text.length > MAX_TOKENS || UNCERTAIN.test(text)) return undefined;
  const collections = new Set<unknown>();
  try {
    const value = load(text, { schema: PLAIN_SCHEMA, listener: (event, state) => { if (event === 'close') keep(state, collections); } });
    if (!isJsonObject(value) || value instanceof Scalar) return undefined;
    const object = finished(value, collections) as JsonObject;
    return collections.size === 0 ? object : undefined;
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
  readonly result: unknown;
}

function keep(state: State, collections: Set<unknown>): void {
  const { tag, anchor, result } = state as State & Node;
  if (anchor !== null || (tag !== null && tag !== PLAIN)) throw new Uncertain();
  if (typeof result === 'object' && result !== null && !(result instanceof Scalar)) collections.add(result);
}

/**
 * The value with what its scalars say, for good.
 *
 * @param collections all that were read: those are left in it that are nowhere in the value, since the reader made the text of a key of them
 */
function finished(value: unknown, collections: Set<unknown>): Json {
  if (value instanceof Scalar) {
    const { value: scalar, problem } = toJsonScalar(value.value);
    if (problem) throw new Uncertain();
    return scalar;
  }
  if (typeof value !== 'object' || value === null) return value as Json;
  collections.delete(value);
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = finished(value[i], collections);
    return Object.freeze(value) as Json[];
  }
  const object = value as JsonObject;
  for (const key of Object.keys(object)) {
    // What was no string as a key, or nothing.
    if (key === '[object Object]' || key === 'null') throw new Uncertain();
    const item = object[key];
    if (typeof item === 'object' && item !== null) putField(object, key, finished(item, collections));
  }
  return Object.freeze(object);
}
