import { FindingsError } from '../findings/findings-error';
import { isJsonObject } from '../json/json';
import { foundAt } from '../rules/found';

/** jsii tells in which language it is called. */
function isOtherLanguage(): boolean {
  return process.env.JSII_AGENT !== undefined;
}

/**
 * A value as it was meant in another language, such as Python: jsii hands on `None` as nothing at all, and integers of any size as numbers that keep
 * 53 bits. Out of maps it takes `None` before anybody can see it.
 *
 * @throws SF-FLOW-DEFINITION for an integer that has lost digits
 */
export function ofOtherLanguage<T>(value: T, where: string): T {
  return isOtherLanguage() ? meant(value, where, '') as T : value;
}

function meant(value: unknown, where: string, place: string): unknown {
  if (value === undefined) return null;
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new FindingsError([foundAt('SF-FLOW-DEFINITION', { where }, {
      given: `the integer ${value} at ${place}, which has lost digits on its way`,
      allowed: `integers from ${Number.MIN_SAFE_INTEGER} to ${Number.MAX_SAFE_INTEGER}`,
      fix: 'give it as a text, and let an expression turn it into a number',
    })]);
  }
  if (Array.isArray(value)) return value.map((item, i) => meant(item, where, `${place}[${i}]`));
  if (!isJsonObject(value) || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, meant(child, where, place === '' ? key : `${place}.${key}`)]));
}
