import { Failure, failure, isFailure } from '../json/failure';

/** The parts of a URL as Go tells them apart, decoded. */
export interface GoUrl {
  readonly scheme: string;
  readonly user: string;
  /** Absent when there is no colon behind the user. */
  readonly password?: string;
  /** With its port. */
  readonly host: string;
  readonly path: string;
  /** Not decoded. */
  readonly query: string;
}

const SCHEME = /^([a-zA-Z][a-zA-Z0-9+.-]*):(.*)$/s;
const USER_INFO = /^[a-zA-Z0-9\-._:~!$&'()*+,;=%@]*$/;
const HOST = /^[a-zA-Z0-9\-._~!$&'()*+,;=:[\]<>"%\u0080-\u{10ffff}]*$/u;
const OPTIONAL_PORT = /^(:[0-9]*)?$/;
const NOWHERE = { user: '', host: '', path: '' };

/**
 * Splits and decodes a URL as Go's `url.Parse` does, which is more lenient than the WHATWG and stricter about ports:
 * the operator gives up where this fails.
 */
export function parseGoUrl(text: string): GoUrl | Failure {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(text)) return failure('the URL must have no control characters');
  const [url, fragment] = cut(text, '#');
  if (decode(fragment) === undefined) return badEscape();
  const [, scheme = '', afterScheme = url] = SCHEME.exec(url) ?? [];
  if (url.startsWith(':')) return failure('the URL must not begin with a colon');
  const [rest, query] = cut(afterScheme, '?');
  const parts = parseHierarchy(scheme, rest);
  return isFailure(parts) ? parts : { scheme: scheme.toLowerCase(), ...parts, query };
}

/** The values of each parameter, in the order in which they are given. */
export function parseGoQuery(query: string): ReadonlyMap<string, readonly string[]> | Failure {
  const parameters = new Map<string, string[]>();
  for (const parameter of query.split('&').filter((text) => text !== '')) {
    if (parameter.includes(';')) return failure('parameters are separated by "&", not by ";"');
    const [name, value] = cut(parameter.replaceAll('+', ' '), '=').map(decode);
    if (name === undefined || value === undefined) return badEscape();
    parameters.set(name, [...parameters.get(name) ?? [], value]);
  }
  return parameters;
}

type Hierarchy = Omit<GoUrl, 'scheme' | 'query'>;

function parseHierarchy(scheme: string, rest: string): Hierarchy | Failure {
  if (!rest.startsWith('/')) {
    if (scheme !== '') return NOWHERE;
    if (cut(rest, '/')[0].includes(':')) return failure('the text before the first colon must be a scheme');
  }
  const hasAuthority = rest.startsWith('//') && (scheme !== '' || !rest.startsWith('///'));
  if (!hasAuthority) return withPath(NOWHERE, rest);
  const slash = rest.indexOf('/', 2);
  const end = slash < 0 ? rest.length : slash;
  const authority = parseAuthority(rest.slice(2, end));
  return isFailure(authority) ? authority : withPath(authority, rest.slice(end));
}

function withPath(hierarchy: Hierarchy, encoded: string): Hierarchy | Failure {
  const path = decode(encoded);
  return path === undefined ? badEscape() : { ...hierarchy, path };
}

function parseAuthority(authority: string): Hierarchy | Failure {
  const at = authority.lastIndexOf('@');
  const host = parseHost(authority.slice(at + 1));
  if (isFailure(host)) return host;
  if (at < 0) return { ...NOWHERE, host };
  const userInfo = authority.slice(0, at);
  if (!USER_INFO.test(userInfo)) return failure('special characters of a user and a password have to be written as %XX');
  const [user, password] = cut(userInfo, ':').map(decode);
  if (user === undefined || password === undefined) return badEscape();
  return { ...NOWHERE, host, user, ...userInfo.includes(':') && { password } };
}

/** Of a list of hosts only the port of the last one is looked at. */
function parseHost(encoded: string): string | Failure {
  const bracket = encoded.startsWith('[') ? encoded.lastIndexOf(']') : undefined;
  if (bracket === -1) return failure('an IPv6 address has to end in "]"');
  const colon = encoded.lastIndexOf(':');
  const port = bracket !== undefined ? encoded.slice(bracket + 1) : encoded.slice(colon < 0 ? encoded.length : colon);
  if (!OPTIONAL_PORT.test(port)) return failure('the port has to be a number');
  if (!HOST.test(encoded)) return failure('the host must have no blanks and no special characters');
  // Only what is not ASCII may be escaped in a host.
  if (/%(?!25|[89a-f])/i.test(encoded)) return badEscape();
  return decode(encoded) ?? badEscape();
}

function badEscape(): Failure {
  return failure('"%" has to be followed by two hexadecimal digits');
}

/** The text with `%XX` replaced, or nothing if there is another `%`. */
function decode(text: string): string | undefined {
  if (/%(?![0-9a-f]{2})/i.test(text)) return undefined;
  return text.replace(/(%[0-9a-f]{2})+/gi, (escapes) => Buffer.from(escapes.replaceAll('%', ''), 'hex').toString());
}

function cut(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}
