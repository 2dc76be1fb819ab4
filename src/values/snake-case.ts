import { quote } from '../findings/words';
import { isJsonObject } from '../json/json';
import { asList, asObject } from '../json/lenient';
import { ValueProblem } from '../rules/value-problem';

/** What a user names as he likes. */
const NAMED_BY_USERS = new Set([
  'annotations', 'driverAttributes', 'labels', 'limits', 'matchLabels', 'nodeSelector', 'options', 'properties', 'requests', 'volumeAttributes',
]);

const SNAKE_CASE = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/;

/**
 * Keys in snake_case: from Python a struct in a list may be given as a dict, whose keys nobody translates, and whatever does not know them
 * leaves them out.
 *
 * @param what is looked at, in the word of its prop
 */
export function snakeCaseProblems(what: string, given: unknown): ValueProblem[] {
  return [...emptyVariables(given, what), ...keysIn(given, what).map(({ place, key }): ValueProblem => ({
    rule: 'SF-SNAKE-CASE',
    given: `the key ${quote(key)} in ${place}`,
    allowed: `${quote(camelCase(key))}: a dict in a list comes over as it is, and the key would be left out`,
    fix: FIX,
  }))];
}

const FIX = 'give an object of the class in place of the dict, such as k8s.EnvVar(name=..., value_from=...)';

/** What jsii itself does not know of a struct it has left out already: of a variable only the name comes over. */
function emptyVariables(given: unknown, what: string): ValueProblem[] {
  if (process.env.JSII_AGENT === undefined) return [];
  const { env } = asObject(asObject(given).container);
  return asList(env).flatMap((entry, i): ValueProblem[] => {
    const { name, value, valueFrom } = asObject(entry);
    return value !== undefined || valueFrom !== undefined ? [] : [{
      rule: 'SF-SNAKE-CASE',
      given: `the variable ${quote(name)} without a value in ${what}.container.env[${i}]`,
      allowed: 'value or value_from; of a dict in a list the keys in snake_case are left out on the way',
      fix: FIX,
    }];
  });
}

function keysIn(value: unknown, place: string): Array<{ readonly place: string; readonly key: string }> {
  if (Array.isArray(value)) return value.flatMap((item, i) => keysIn(item, `${place}[${i}]`));
  // Objects of classes are not dicts.
  if (!isJsonObject(value) || ![Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)) return [];
  return Object.entries(value).flatMap(([key, child]) => [
    ...SNAKE_CASE.test(key) ? [{ place, key }] : [],
    ...NAMED_BY_USERS.has(key) ? [] : keysIn(child, `${place}.${key}`),
  ]);
}

function camelCase(key: string): string {
  return key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
