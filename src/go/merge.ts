import { goForm, isZero } from './form';
import { isMap } from './pod-fields';
import { FieldPath } from '../json/field-path';
import { isJsonObject, Json, JsonObject } from '../json/json';

/**
 * What the operator makes of its own pod specification or container and the user's: the user's wins field by field, but
 * lists are replaced as a whole, and what is zero or empty never wins over something.
 *
 * @param own what the operator would write alone
 * @param users what the user wants
 * @see operator-behaviour 2.5
 */
export function mergeOver(own: Readonly<JsonObject>, users: Readonly<JsonObject>): JsonObject {
  return mergeFields(own, goForm(users));
}

function mergeFields(own: Readonly<JsonObject>, users: Readonly<JsonObject>): JsonObject {
  const merged: JsonObject = { ...own };
  for (const [name, value] of Object.entries(users)) {
    const said = own[name];
    merged[name] = said === undefined ? value : mergeValue(name, said, value);
  }
  return merged;
}

function mergeValue(name: string, own: Json, users: Json): Json {
  if (isJsonObject(own) && isJsonObject(users)) return isMap(name) ? { ...own, ...users } : mergeFields(own, users);
  if (Array.isArray(users)) return users.length === 0 ? own : users;
  // A port that is once a name and once a number is a name, whoever said it: the number is forgotten behind it.
  if (typeof own !== typeof users) return typeof own === 'string' ? own : users;
  return isZero(users) ? own : users;
}

/** The paths at which a user says zero or nothing, which does not win over what the operator says there. */
export function ineffectiveZeros(own: Readonly<JsonObject>, users: Readonly<JsonObject>): FieldPath[] {
  return Object.entries(users).flatMap(([name, value]): FieldPath[] => {
    const said = own[name];
    if (said === undefined) return [];
    if (isJsonObject(said) && isJsonObject(value)) return isMap(name) ? [] : ineffectiveZeros(said, value).map((path) => [name, ...path]);
    if (Array.isArray(value)) return value.length === 0 && Array.isArray(said) && said.length > 0 ? [[name]] : [];
    return typeof said === typeof value && isZero(value) && !isZero(said) ? [[name]] : [];
  });
}
