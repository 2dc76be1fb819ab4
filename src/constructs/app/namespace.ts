import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';

/** The namespace that a chart gives to what is in it. */
export function chartNamespace(construct: IConstruct): string | undefined {
  return Chart.of(construct).namespace;
}
