import { shownUrl } from '../../findings/shown-url';
import { quote } from '../../findings/words';
import { ValueProblem } from '../../rules/value-problem';

/** PostgreSQL cuts longer identifiers, by bytes. */
const MAX_IDENTIFIER_BYTES = 63;
/** The port that the operator takes where none is given. */
export const DEFAULT_DATABASE_PORT = 5432;

/**
 * The operator writes database and schema into a URL as they are, so what has a meaning there cannot be part of a name.
 */
const IDENTIFIER = /^[\p{L}\p{N}_$.-]+$/u;

export function portProblem(port: number): ValueProblem | undefined {
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return undefined;
  return { rule: 'SF-PG-PORT', given: `port ${quote(port)}`, allowed: 'an integer from 1 to 65535', fix: `leave it out for ${DEFAULT_DATABASE_PORT}` };
}

export function databaseNameProblem(name: string): ValueProblem | undefined {
  return identifierProblem('databaseName', name);
}

export function schemaNameProblem(name: string): ValueProblem | undefined {
  if (/^pg_/i.test(name)) {
    return {
      rule: 'SF-PG-NAME',
      given: `databaseSchema ${quote(name)}`,
      allowed: 'any name that does not begin with "pg_", which PostgreSQL keeps for itself',
      fix: 'choose another name',
    };
  }
  return identifierProblem('databaseSchema', name);
}

function identifierProblem(what: string, name: string): ValueProblem | undefined {
  if (IDENTIFIER.test(name) && Buffer.byteLength(name) <= MAX_IDENTIFIER_BYTES) return undefined;
  return {
    rule: 'SF-PG-NAME',
    given: `${what} ${quote(name)}`,
    allowed: `letters, digits, "_", "-", "." and "$", at most ${MAX_IDENTIFIER_BYTES} bytes`,
    fix: name === '' ? 'leave it out for the default' : 'choose a name that PostgreSQL takes and that can stand in a URL',
  };
}

export function jdbcUrlProblem(url: string): ValueProblem | undefined {
  if (/^jdbc:postgresql:\S+$/.test(url)) return undefined;
  return {
    rule: 'SF-PG-JDBC-KIND',
    given: `jdbcUrl ${quote(shownUrl(url))}`,
    allowed: 'a URL of PostgreSQL without blanks: jdbc:postgresql://host:port/database',
    fix: url.startsWith('postgres') ? 'put "jdbc:" in front and write "postgresql"' : 'write the URL of a PostgreSQL database',
  };
}
