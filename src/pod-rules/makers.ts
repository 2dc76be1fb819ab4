import { Mistake, PodRule, ProblemKind } from './rule';
import { Shape } from './shapes';
import { list, quote, suggest } from '../findings/words';
import { Json, JsonObject } from '../json/json';
import { asObject } from '../json/lenient';

/** A field that has to be one of some words; what is left out has a default. */
export function oneOf(field: string, ...words: readonly string[]): PodRule {
  return valueRule(field, words.length === 1 ? `only ${words[0]}` : `one of ${list(words)}`, (value) => (
    typeof value === 'string' && words.includes(value) ? undefined : words.length === 1 ? `write ${words[0]}, or leave it out` : suggest(String(value), words)
  ));
}

/** A number between two bounds. */
export function range(field: string, least: number, most: number): PodRule {
  return valueRule(field, `a number from ${least} to ${most}`, (value) => (
    typeof value === 'number' && value >= least && value <= most ? undefined : 'write such a number, or leave it out'
  ));
}

/** An integer that is not too small. Of more bits the operator cannot even read. */
export function atLeast(field: string, least: number, bits: 32 | 64 = 32): PodRule {
  return valueRule(field, `a number from ${least}${bits === 32 ? ', of 32 bits' : ''}`, (value) => (
    typeof value === 'number' && value >= least && value < 2 ** (bits - 1) ? undefined : 'write such a number, or leave it out'
  ));
}

/** A text of a form; without one, if it may be left out. */
export function shaped(field: string, shape: Shape, words: string = shape.words): PodRule {
  return valueRule(field, words, (value) => typeof value !== 'string' || shape.matches(value) ? undefined : correctionOf(value, shape));
}

/** A text of a form that has to be there. */
export function requiredShaped(field: string, shape: Shape, words: string = shape.words): PodRule {
  return { ...shaped(field, shape, words), required: true, judge: (value) => mistakeOf(value, value === undefined || value === '' || !shape.matches(String(value)) ? correctionOf(value, shape) : undefined) };
}

/** A text, number or list that has to be there and must not be empty. */
export function required(field: string, what: string): PodRule {
  const isEmpty = (value: Json | undefined) => value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return { ...valueRule(field, what, (value) => isEmpty(value) ? `write ${what}` : undefined), required: true };
}

/** A field that is not to be there at all. */
export function forbidden(field: string, why: string, fix = 'leave it out'): PodRule {
  const name = field.slice(field.lastIndexOf('.') + 1);
  return { field, kind: 'forbidden', allowed: why, judge: () => [{ given: name, fix }] };
}

/** A rule about one value. */
export function valueRule(field: string, allowed: string, fixOf: (value: Json | undefined) => string | undefined): PodRule {
  return { field, kind: 'value', allowed, judge: (value) => mistakeOf(value, fixOf(value)) };
}

/** A rule about an object and what is in it. */
export function objectRule(
  field: string, kind: ProblemKind, allowed: string, judge: (value: Partial<JsonObject>, pod: JsonObject, minor: number) => readonly Mistake[],
): PodRule {
  return { field, kind, allowed, judge: (value, pod, minor) => judge(asObject(value), pod, minor) };
}

/** Exactly one of some fields has to be there. */
export function exactlyOne(field: string, fields: readonly string[], { none = true } = {}): PodRule {
  return objectRule(field, 'oneOf', `${none ? 'exactly' : 'at most'} one of ${list(fields)}`, (value) => {
    const there = fields.filter((name) => value[name] !== undefined);
    const [first, second] = there;
    if (first === undefined) return none ? [{ given: 'none of them', fix: `add ${list(fields.slice(0, -1))} or ${fields[fields.length - 1]}` }] : [];
    return second === undefined ? [] : [{ at: [second], other: [first], given: `${list(there)} together`, fix: 'leave all but one of them out' }];
  });
}

/** Entries of a list that have to differ in what the key says; entries without a key are left alone. */
export function unique(
  field: string,
  what: string,
  keyOf: (item: Partial<JsonObject>) => string | undefined,
  { at = [], onlyHere = false }: { at?: readonly string[]; onlyHere?: boolean } = {},
): PodRule {
  return {
    field,
    kind: 'duplicate',
    allowed: `entries that differ in ${what}`,
    judge: (value) => {
      const first = new Map<string, number>();
      return (Array.isArray(value) ? value : []).flatMap((item, i): Mistake[] => {
        const key = keyOf(asObject(item));
        const earlier = key === undefined ? undefined : first.get(key);
        if (key === undefined) return [];
        if (earlier === undefined) first.set(key, i);
        return earlier === undefined ? [] : [{
          at: [i, ...at], other: [earlier, ...at], onlyHere, given: `${quote(key)} for the second time`, fix: 'leave one of the two out, or give it another one',
        }];
      });
    },
  };
}

function mistakeOf(value: Json | undefined, fix: string | undefined): readonly Mistake[] {
  return fix === undefined ? [] : [{ given: quote(value), fix }];
}

function correctionOf(value: Json | undefined, { suggest: nearest, matches, words }: Shape): string {
  const better = typeof value === 'string' && value !== '' ? nearest?.(value) : undefined;
  return better !== undefined && better !== '' && matches(better) ? `write ${quote(better)}` : `write ${words}`;
}
