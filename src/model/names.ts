import { createHash } from 'node:crypto';
import { Failure, failure } from '../json/failure';

/** The longest label, and so the longest name that the operator makes. */
const LONGEST = 63;
const MD5_LENGTH = 32;
const HEAD = LONGEST - MD5_LENGTH;
/** No vowels, so that no words appear. */
const SAFE_LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

/**
 * The name that Knative gives to what belongs to a parent: both parts, or with a hash in the middle where they are too long.
 * Both parts are ASCII.
 *
 * @see operator-behaviour 2.11
 */
export function childName(parent: string, suffix: string): string {
  if (parent.length + suffix.length <= LONGEST) return parent + suffix;
  if (suffix.length < HEAD) return parent.slice(0, HEAD - suffix.length) + md5(parent) + suffix;
  return `${parent.slice(0, HEAD)}${md5(parent + suffix)}${suffix}`.slice(0, LONGEST).replace(/[^a-zA-Z0-9]+$/, '');
}

/**
 * A prefix with a text in letters that every name allows; different texts may become the same.
 *
 * @see operator-behaviour 4.11
 */
export function safeDns1035(prefix: string, text: string): string | Failure {
  const characters = [...text];
  const name = (prefix + characters.map((character) => SAFE_LETTERS[character.codePointAt(0)! % SAFE_LETTERS.length]).join('')).slice(0, LONGEST);
  // The operator reserves a place for each byte and fills one for each character; what is left over makes the name invalid.
  const complete = name.length === Math.min(LONGEST, prefix.length + Buffer.byteLength(text));
  if (complete && /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name)) return name;
  return failure(complete ? `${JSON.stringify(name)} is no name that Kubernetes takes` : `${JSON.stringify(text)} has characters beyond ASCII`);
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
