import { call, Expression, list, literal, mapping, member, Struct, struct } from './expression';
import { propertyFor, PropertyType } from './struct-types';
import { Report } from './untyped';
import { FieldPath } from '../json/field-path';
import { isJsonObject, Json, JsonObject } from '../json/json';
import { asObject } from '../json/lenient';

/** Writes a value that only its owner knows how to write; nothing where it cannot. */
export type Special = (field: string, value: Json) => Expression | undefined;

/** A struct that says what an object of the wire says; what it has no property for is reported. */
export function structOf(type: string, wire: JsonObject, path: FieldPath, report: Report, special: Special = () => undefined): Struct {
  const fields = Object.entries(wire).flatMap(([field, value]): Array<[string, Expression]> => {
    if (value === null) return [];
    const at = [...path, field];
    const property = propertyFor(type, field);
    const written = property && typed(property.type, value, at, report, special, field);
    if (written === undefined) {
      report(at, value);
      return [];
    }
    return [[property!.name, written]];
  });
  return struct(type, Object.fromEntries(fields));
}

function typed(type: PropertyType, value: Json, path: FieldPath, report: Report, special: Special, field: string): Expression | undefined {
  if (type === 'special') return special(field, value);
  if (type === 'plain') return plain(value);
  if ('words' in type) {
    const word = Object.hasOwn(type.members, String(value)) ? type.members[String(value)] : undefined;
    return word === undefined ? undefined : member(type.words, word);
  }
  if ('type' in type) return classValue(type.type, value);
  if ('struct' in type) return isJsonObject(value) ? structOf(type.struct, value, path, report, special) : undefined;
  if ('list' in type) {
    const items = Array.isArray(value) ? value.map((item, i) => typed(type.list, item, [...path, i], report, special, field)) : [undefined];
    return items.every((item) => item !== undefined) ? list(items) : undefined;
  }
  if (!isJsonObject(value)) return undefined;
  const entries = Object.entries(value).map(([key, item]) => [key, typed(type.map, item, [...path, key], report, special, field)] as const);
  return entries.every((entry): entry is readonly [string, Expression] => entry[1] !== undefined) ? mapping(entries) : undefined;
}

function plain(value: Json): Expression {
  if (Array.isArray(value)) return list(value.map(plain));
  return isJsonObject(value) ? mapping(Object.entries(value).map(([key, item]) => [key, plain(item)])) : literal(value);
}

function classValue(type: 'IntOrString' | 'Quantity', value: Json): Expression | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  return call(`kplus.k8s.${type}.${typeof value === 'number' ? 'fromNumber' : 'fromString'}`, literal(value));
}

/** Fields of pods that are written as something else than a struct of their own names. */
export function podSpecial(field: string, value: Json): Expression | undefined {
  if (field === 'podDisruptionBudget') return disruptionBudget(asObject(value));
  if (field !== 'resourceClaims' || !Array.isArray(value)) return undefined;
  return list(value.map(asObject).map(({ name: claim, ...source }) => struct('kplus.k8s.PodResourceClaim', {
    name: literal(String(claim)),
    source: Object.keys(source).length === 0 ? undefined
      : struct('kplus.k8s.ClaimSource', Object.fromEntries(Object.entries(source).map(([key, text]) => [key, literal(String(text))]))),
  })));
}

/** Of both the operator reads the first alone. */
function disruptionBudget({ minAvailable, maxUnavailable, ...rest }: JsonObject): Expression | undefined {
  if (Object.keys(rest).length > 0) return undefined;
  const pods = classValue('IntOrString', minAvailable ?? maxUnavailable ?? null);
  return pods && call(`PodDisruptionBudget.${minAvailable === undefined ? 'maxUnavailable' : 'minAvailable'}`, pods);
}
