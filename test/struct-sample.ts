import { Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { propertiesOf, PropertyType } from './structs';
import { testChart } from './support';
import { BuildStrategy, DeploymentModel, PodDisruptionBudget, PreemptionPolicy, TerminationMessagePolicy } from '../src';

const SAMPLES: Record<string, unknown> = {
  string: 'a',
  number: 1,
  boolean: true,
  any: {},
  Date: new Date(0),
  IntOrString: kplus.k8s.IntOrString.fromNumber(1),
  Quantity: kplus.k8s.Quantity.fromString('1Gi'),
  PodDisruptionBudget: PodDisruptionBudget.minAvailable(kplus.k8s.IntOrString.fromNumber(1)),
  EnvValue: kplus.EnvValue.fromValue('a'),
  CpuResources: { request: kplus.Cpu.millis(1), limit: kplus.Cpu.units(1) },
  MemoryResources: { request: Size.mebibytes(1), limit: Size.gibibytes(1) },
  EphemeralStorageResources: { request: Size.mebibytes(1), limit: Size.gibibytes(1) },
  ImagePullPolicy: kplus.ImagePullPolicy.ALWAYS,
  RestartPolicy: kplus.RestartPolicy.ALWAYS,
  DnsPolicy: kplus.DnsPolicy.DEFAULT,
  PreemptionPolicy: PreemptionPolicy.NEVER,
  TerminationMessagePolicy: TerminationMessagePolicy.FILE,
  DeploymentModel: DeploymentModel.KNATIVE,
  BuildStrategy: BuildStrategy.OPERATOR,
  Duration: Duration.minutes(10),
  ISecret: kplus.Secret.fromSecretName(testChart(), 'Secret', 'login'),
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
