import { isJsonObject, Json, JsonObject } from '../../json/json';
import { isLate } from '../../values/late';

/**
 * What classes of cdk8s made of given fields, with the fields that they do not know as they were given: newer ones reach the cluster, misspelt
 * ones the schema, which tells them. So do values of another kind than the classes take for granted.
 */
export function passedOn(given: object, convert: () => Json | undefined): JsonObject {
  const converted = attempt(convert);
  return merged(given as Readonly<Record<string, unknown>>, isJsonObject(converted) ? converted : {});
}

/** A text where fields are expected ends in a TypeError of JavaScript. */
function attempt(convert: () => Json | undefined): Json | undefined {
  try {
    return convert();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return undefined;
  }
}

function merged(given: Readonly<Record<string, unknown>>, converted: JsonObject): JsonObject {
  // `hostIpc` becomes `hostIPC`: the classes change nothing but the case of a name.
  const names = new Map(Object.keys(converted).map((name) => [name.toLowerCase(), name]));
  const result: JsonObject = { ...converted };
  for (const [field, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const name = names.get(field.toLowerCase());
    const written = mergedValue(value, name === undefined ? undefined : converted[name]);
    if (written !== undefined) result[name ?? field] = written;
  }
  return result;
}

function mergedValue(given: unknown, converted: Json | undefined): Json | undefined {
  if (converted === undefined || isLate(given)) return plain(given);
  if (Array.isArray(given)) {
    if (!Array.isArray(converted) || converted.length !== given.length) return given as Json;
    return given.map((item, i) => mergedValue(item, converted[i]) ?? null);
  }
  if (typeof given !== 'object' || given === null) return typeof converted === 'object' ? given as Json : converted;
  if (isJsonObject(converted)) return merged(given as Readonly<Record<string, unknown>>, converted);
  return Array.isArray(converted) ? given as Json : converted;
}

/** The values of cdk8s-plus say their own, and a Date its text, where something beside them kept the classes from it. */
function plain(given: unknown): Json {
  if (given instanceof Date) return given.toISOString();
  if (Array.isArray(given)) return given.map(plain);
  if (!isJsonObject(given) || isLate(given)) return given as Json;
  const { value } = given;
  if (Object.getPrototypeOf(given) !== Object.prototype) return value === undefined ? given : value;
  return Object.fromEntries(Object.entries(given).filter(([, item]) => item as unknown !== undefined).map(([field, item]) => [field, plain(item)]));
}
