import { Failure, failure } from '../../json/failure';
import { isJsonObject, Json } from '../../json/json';

const AUTH_SCHEMES: Readonly<Record<string, string>> = { basic: 'Basic', bearer: 'Bearer' };

/** Puts the properties of an authentication under the name of its scheme. */
export function readAuth(auth: Json): Json | Failure {
  if (!isJsonObject(auth)) return auth;
  const scheme = auth.scheme || 'basic';
  if (scheme === 'oauth2') return failure('the scheme oauth2, of which the operator makes broken JSON');
  const kind = typeof scheme === 'string' && Object.hasOwn(AUTH_SCHEMES, scheme) ? AUTH_SCHEMES[scheme] : undefined;
  if (kind === undefined) return failure('a scheme that is neither basic nor bearer');
  const { properties, ...named } = auth;
  if (properties === undefined) return failure('no properties');
  return { ...named, scheme, properties: { [kind]: properties ?? {} } };
}

/**
 * The schema may be an object, or a text that is the object or names a file. Without a schema the operator takes everything
 * that is said about it for the schema.
 */
export function readDataInputSchema(given: Json): Json | Failure {
  const { schema, failOnValidationErrors = null } = isJsonObject(given) ? given : { schema: given };
  if (isJsonObject(schema)) return given;
  const text = schema ?? '';
  if (typeof text !== 'string') return failure('a schema that is neither an object nor a text');
  if (text === '') return { schema: given, failOnValidationErrors };
  try {
    return { schema: JSON.parse(text.trimStart().startsWith('{') ? text : `"${text}"`) as Json, failOnValidationErrors };
  } catch {
    return failure('a schema whose text is neither JSON nor free of quotes and backslashes');
  }
}
