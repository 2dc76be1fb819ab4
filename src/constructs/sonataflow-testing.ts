import { Chart, Testing } from 'cdk8s';
import { chartDifference } from './chart-difference';
import { FindingsError } from '../findings/findings-error';
import { list, quote, suggest } from '../findings/words';
import { foundAt } from '../rules/found';

interface SynthesizedObject {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/** Helpers for the tests of whoever uses the library. */
export class SonataFlowTesting {
  /**
   * The one object of a kind and a name in what a chart synthesizes, so that a test depends on no position.
   *
   * @throws SF-TEST-OBJECT when there is none, or more than one
   */
  public static objectNamed(chart: Chart, kind: string, name: string): Record<string, unknown> {
    const objects = Testing.synth(chart) as SynthesizedObject[];
    const found = objects.filter((object) => object.kind === kind && object.metadata.name === name);
    if (found.length === 1) return found[0] as unknown as Record<string, unknown>;
    const names = objects.map((object) => `${object.kind} ${object.metadata.name}`);
    throw new FindingsError([foundAt('SF-TEST-OBJECT', { where: chart.node.path }, {
      given: `${quote(`${kind} ${name}`)}, of which the chart has ${found.length}`,
      allowed: list(names),
      fix: found.length > 1 ? 'give the objects different names' : suggest(`${kind} ${name}`, names),
    })]);
  }

  /**
   * What a chart changes in a cluster that has another one: the objects that the operator makes of their custom resources, and all others, with
   * reasons and what follows, in the lines that the command `diff` writes. Of Secrets only whether a value is another.
   *
   * @example
   *
   * // This refactoring changes nothing in the cluster.
   * expect(SonataFlowTesting.diff(before, after)).toEqual([]);
   *
   * @param before the chart as it is
   * @param after the chart as it is to be
   * @returns no lines, where nothing changes
   */
  public static diff(before: Chart, after: Chart): string[] {
    return chartDifference(before, after);
  }

  private constructor() { }
}
