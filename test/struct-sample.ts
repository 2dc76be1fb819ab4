import { k8s } from 'cdk8s-plus-28';
import { propertiesOf, PropertyType } from './structs';
import { DeploymentModel, PodDisruptionBudget } from '../src';

const SAMPLES: Record<string, unknown> = {
  string: 'a',
  number: 1,
  boolean: true,
  any: {},
  Date: new Date(0),
  IntOrString: k8s.IntOrString.fromNumber(1),
  Quantity: k8s.Quantity.fromString('1Gi'),
  PodDisruptionBudget: PodDisruptionBudget.minAvailable(k8s.IntOrString.fromNumber(1)),
  DeploymentModel: DeploymentModel.KNATIVE,
};

/** A value of a struct with every field that its type declares, those of its structs included. */
export function structSample(struct: string): Record<string, unknown> {
  return Object.fromEntries(propertiesOf(struct).map(([name, type]) => [name, typeSample(type)]));
}

function typeSample(type: PropertyType): unknown {
  if ('list' in type) return [typeSample(type.list)];
  if ('map' in type) return { key: typeSample(type.map) };
  if ('struct' in type) return structSample(type.struct);
  if (!Object.hasOwn(SAMPLES, type.other)) throw new Error(`no sample of ${type.other}`);
  return SAMPLES[type.other];
}
