import { k8s } from 'cdk8s-plus-28';
import { DeploymentModel, PodDisruptionBudget } from '../../src';
import { isJsonObject, Json, JsonObject } from '../../src/json/json';
import { propertiesOf, PropertyType } from '../structs';

const intOrString = (value: Json) => typeof value === 'number' ? k8s.IntOrString.fromNumber(value) : k8s.IntOrString.fromString(String(value));

/** How something that is no struct is said; what is not here is said as it is. */
const CLASSES: Record<string, (value: Json) => unknown> = {
  IntOrString: intOrString,
  Quantity: (value) => typeof value === 'number' ? k8s.Quantity.fromNumber(value) : k8s.Quantity.fromString(String(value)),
  Date: (value) => new Date(String(value)),
  DeploymentModel: (value) => Object.values(DeploymentModel).find((model) => model === value),
  PodDisruptionBudget: (value) => {
    const { minAvailable, maxUnavailable } = value as JsonObject;
    if (minAvailable !== undefined) return PodDisruptionBudget.minAvailable(intOrString(minAvailable));
    return maxUnavailable === undefined ? undefined : PodDisruptionBudget.maxUnavailable(intOrString(maxUnavailable));
  },
};

/** A struct that says what an object of the wire says; a field that it has no property for is an error. */
export function structOf(struct: string, wire: JsonObject): object {
  const properties = new Map(propertiesOf(struct).map(([name, type]) => [name.toLowerCase(), [name, type] as const]));
  return Object.fromEntries(Object.entries(wire).map(([field, value]) => {
    const property = properties.get(field.toLowerCase());
    if (!property) throw new Error(`${struct} has no property for ${field}`);
    const [name, type] = property;
    return [name, typed(value, type)];
  }));
}

function typed(value: Json, type: PropertyType): unknown {
  if ('list' in type) return (value as Json[]).map((item) => typed(item, type.list));
  if ('map' in type) return Object.fromEntries(Object.entries(value as JsonObject).map(([key, item]) => [key, typed(item, type.map)]));
  if ('struct' in type) return isJsonObject(value) ? structOf(type.struct, value) : value;
  return CLASSES[type.other]?.(value) ?? value;
}
