import { parseGoQuery, parseGoUrl } from '../go/url';
import { Failure, isFailure } from '../json/failure';
import { DEFAULT_DATABASE_PORT } from '../values/persistence/postgre-sql-rules';

/**
 * The reactive URL that the operator makes of a JDBC URL for the Jobs Service: scheme, credentials if they are complete,
 * host, path and schema; without anything else.
 *
 * @see operator-behaviour 3.5
 */
export function reactiveUrl(jdbcUrl: string): string | Failure {
  // Not a prefix: the operator takes away each of these characters.
  const url = parseGoUrl(jdbcUrl.replace(/^[jdbc:]+/, ''));
  if (isFailure(url)) return url;
  const parameters = parseGoQuery(url.query);
  if (isFailure(parameters)) return parameters;
  const credentials = url.user !== '' && url.password !== undefined ? `${url.user}:${url.password}@` : '';
  const schemas = parameters.get('search_path') ?? parameters.get('currentSchema') ?? [];
  const schema = schemas.some((value) => value !== '') ? schemas[0] : '';
  return `${url.scheme}://${credentials}${url.host}${url.path}${schema === '' ? '' : `?search_path=${schema}`}`;
}

/**
 * The reactive URL as an environment variable has it: the JDBC URL with another beginning and another word for the schema.
 *
 * @see operator-behaviour 11.3
 */
export function reactiveUrlFromEnvRule(jdbcUrl: string): string {
  return jdbcUrl.replace(/^jdbc:/, '').replaceAll('currentSchema=', 'search_path=');
}

/** The schema that a JDBC URL names, which may be empty. */
export function schemaInJdbcUrl(jdbcUrl: string): string | undefined {
  return /currentSchema=([^&]*)/s.exec(jdbcUrl)?.[1];
}

/** Where a JDBC URL of PostgreSQL leads: the same words for the same schema of the same database. */
export interface JdbcTarget {
  readonly key: string;
  /** `public` where the URL names none. */
  readonly schema: string;
}

const DEFAULT_SCHEMA = 'public';
/** Host and port, database, parameters. */
const JDBC_URL = /^jdbc:postgresql:(?:\/\/([^/?]*))?\/?([^?]*)(?:\?(.*))?$/s;

/** @returns nothing for what is no URL of PostgreSQL */
export function jdbcTarget(jdbcUrl: string): JdbcTarget | undefined {
  const [url, address = '', database = '', parameters = ''] = JDBC_URL.exec(jdbcUrl) ?? [];
  if (url === undefined) return undefined;
  const [host = '', port = DEFAULT_DATABASE_PORT] = address.slice(address.lastIndexOf('@') + 1).toLowerCase().split(':');
  const schema = /(?:^|&)currentSchema=([^&,]*)/.exec(parameters)?.[1] || DEFAULT_SCHEMA;
  return { key: JSON.stringify([host.replace(/\.svc(?:\.cluster\.local)?$/, ''), String(port), database, schema.toLowerCase()]), schema };
}
