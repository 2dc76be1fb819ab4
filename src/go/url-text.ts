import { parseGoUrl } from './url';
import { Failure, isFailure } from '../json/failure';

type Part = 'user' | 'host' | 'path' | 'fragment';

/** What Go does not escape in a part, beside letters, digits and `-_.~`. */
const PLAIN: Readonly<Record<Part, string>> = {
  user: '$&+,;=',
  host: '!$&\'()*+,;=:[]<>"',
  path: '$&+,/:;=@',
  fragment: '$&+,/:;=?@!()*',
};
/** What Go leaves as it is where somebody wrote it so, although it would escape it by itself. */
const AS_GIVEN = /^[A-Za-z0-9\-_.~!$&'()*+,;=:@[\]%/]*$/;
const SCHEME = /^([a-zA-Z][a-zA-Z0-9+.-]*):/;

/** A URL as Go writes it after it has read it: the scheme in small letters, and escaped what a part does not allow. */
export function goUrl(text: string): string | Failure {
  const url = parseGoUrl(text);
  if (isFailure(url)) return url;
  const [beforeFragment, fragment] = cut(text, '#');
  const [hierarchy, query] = cut(beforeFragment.replace(SCHEME, ''), '?');
  const scheme = url.scheme === '' ? '' : `${url.scheme}:`;
  const rest = query === undefined ? '' : `?${query}`;
  const end = fragment ? `#${escapedAgain(fragment, 'fragment')}` : '';
  // Without a slash it is opaque: nobody looks into it.
  if (scheme !== '' && !hierarchy.startsWith('/')) return scheme + hierarchy + rest + end;
  return scheme + authority(url, hierarchy) + path(hierarchy, scheme) + rest + end;
}

function authority({ user, password, host, scheme }: Exclude<ReturnType<typeof parseGoUrl>, Failure>, hierarchy: string): string {
  if (!hasAuthority(hierarchy, scheme)) return '';
  const [given = ''] = hierarchy.slice(2).split('/');
  const info = given.includes('@');
  if (!info && host === '' && pathOf(hierarchy) === '') return '';
  const userInfo = info ? `${escaped(user, 'user')}${password === undefined ? '' : `:${escaped(password, 'user')}`}@` : '';
  return `//${userInfo}${escaped(host, 'host')}`;
}

function path(hierarchy: string, scheme: string): string {
  const given = hasAuthority(hierarchy, scheme) ? pathOf(hierarchy) : hierarchy;
  return given === '*' ? given : escapedAgain(given, 'path');
}

function hasAuthority(hierarchy: string, scheme: string): boolean {
  return hierarchy.startsWith('//') && (scheme !== '' || !hierarchy.startsWith('///'));
}

function pathOf(hierarchy: string): string {
  const slash = hierarchy.indexOf('/', 2);
  return slash < 0 ? '' : hierarchy.slice(slash);
}

/** What was given in a valid form stays, else it is decoded and escaped. */
function escapedAgain(given: string, part: Part): string {
  return AS_GIVEN.test(given) ? given : escaped(decoded(given), part);
}

function decoded(text: string): Buffer {
  const bytes = [...text.matchAll(/%([0-9a-fA-F]{2})|[^%]+/g)].map(([literal, hex]) => hex === undefined ? Buffer.from(literal) : Buffer.from(hex, 'hex'));
  return Buffer.concat(bytes);
}

function escaped(text: string | Buffer, part: Part): string {
  return [...Buffer.from(text as string)].map((byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9\-_.~]/.test(character) || PLAIN[part].includes(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

function cut(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}
