import { list, quote } from '../findings/words';
import { parseProperties } from '../go/properties-format';
import { isFailure } from '../json/failure';
import { groupBy } from '../json/group-by';
import { isDataKey, NAME_SHAPES } from '../kubernetes/names';
import { throwIfAny, ValueProblem } from '../rules/value-problem';

/** A property of a `secret.properties`, as a Secret has it. */
export interface SecretProperty {
  /** The same once for each profile that it is for: `%dev,prod.a` is `%dev.a` and `%prod.a`. */
  readonly names: readonly string[];
  /** In the Secret. */
  readonly key: string;
  readonly value: string;
}

const OF_PROFILES = /^%([\w-]+(?:,[\w-]+)*)\.(.+)$/s;

/**
 * The properties of a `secret.properties`, in its order.
 *
 * @throws SF-INPUT-FILE when it is no properties file, SF-PROP-KEY for two properties that would have one key in a Secret
 */
export function secretProperties(text: string, where: string): SecretProperty[] {
  const read = parseProperties(text);
  if (isFailure(read)) throwIfAny(where, [noProperties(read.line)]);
  const properties = isFailure(read) ? [] : read.entries.map(({ name, value }) => ({ names: namesOf(name), key: keyOf(name), value, name }));
  const twice = [...groupBy(properties, ({ key }) => key)].filter(([, same]) => same.length > 1);
  throwIfAny(where, twice.map(([key, same]) => oneKey(key, same.map(({ name }) => name))));
  return properties.map(({ names, key, value }) => ({ names, key, value }));
}

function namesOf(name: string): string[] {
  const [, profiles, rest] = OF_PROFILES.exec(name) ?? [];
  return profiles === undefined ? [name] : profiles.split(',').map((profile) => `%${profile}.${rest}`);
}

function keyOf(name: string): string {
  return isDataKey(name) ? name : name.replace(/[^-._A-Za-z0-9]/g, '_').replace(/^\.+/, '_').slice(0, 253);
}

/** The reason could have a value in it. */
function noProperties(line: number | undefined): ValueProblem {
  return {
    rule: 'SF-INPUT-FILE',
    given: `a file that is no properties file${line === undefined ? '' : `, in line ${line}`}`,
    allowed: 'name=value in each line, and each ${…} with its end',
    fix: 'correct the line',
  };
}

function oneKey(key: string, names: readonly string[]): ValueProblem {
  return {
    rule: 'SF-PROP-KEY',
    given: `the properties ${list(names.map(quote))}, all of the key ${quote(key)}`,
    allowed: `one key each: ${NAME_SHAPES.dataKey}, in place of any other character "_"`,
    fix: 'give one of them another name',
  };
}
