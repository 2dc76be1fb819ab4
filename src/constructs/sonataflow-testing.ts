import { Chart, Testing } from 'cdk8s';
import { IConstruct } from 'constructs';
import { AppValidation } from './app/app-validation';
import { chartDifference } from './chart-difference';
import { Finding } from '../findings/finding';
import { FindingsError } from '../findings/findings-error';
import { list, quote, suggest } from '../findings/words';
import { foundAt } from '../rules/found';
import { throwIfAny } from '../rules/value-problem';
import { Expected, givenProblem } from '../values/given';

const CHART: Expected = { like: ['toJson'], name: 'a chart', by: 'new Chart' };

interface SynthesizedObject {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/**
 * Helpers for the tests of whoever uses the library.
 *
 * @example
 * expect(SonataFlowTesting.objectNamed(chart, 'SonataFlow', 'greet').spec.podTemplate.replicas).toBe(2);
 */
export class SonataFlowTesting {
  /**
   * The one object of a kind and a name in what a chart synthesizes, so that a test depends on no position.
   *
   * What is in it has no fixed shape, so `.spec.template` compiles.
   *
   * @throws SF-TEST-OBJECT when there is none, or more than one
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test goes down into the object without a cast at each step
  public static objectNamed(chart: Chart, kind: string, name: string): Record<string, any> {
    throwIfAny('SonataFlowTesting.objectNamed', [
      givenProblem('the chart', chart, CHART), givenProblem('the kind', kind, 'text'), givenProblem('the name', name, 'text'),
    ]);
    const objects = Testing.synth(chart) as SynthesizedObject[];
    const found = objects.filter((object) => object.kind === kind && object.metadata.name === name);
    const [only, ...others] = found;
    if (only && others.length === 0) return { ...only };
    const names = objects.map((object) => `${object.kind} ${object.metadata.name}`);
    throw new FindingsError([foundAt('SF-TEST-OBJECT', { where: chart.node.path }, {
      given: `${quote(`${kind} ${name}`)}, of which the chart has ${found.length}`,
      allowed: list(names),
      fix: found.length > 1 ? 'give the objects different names' : suggest(`${kind} ${name}`, names),
    })]);
  }

  /**
   * All that is noticed about the platforms and workflows of a construct and below it, those that come by `Include`, `Helm`, `ApiObject` or
   * the classes of `cdk8s import` included: errors and lesser things.
   *
   * @param scope an app, a chart or any other construct; only an app knows of objects that would be written to one file
   */
  public static findings(scope: IConstruct): Finding[] {
    throwIfAny('SonataFlowTesting.findings', [givenProblem('the scope', scope, 'construct')]);
    return AppValidation.of(scope).findings(scope);
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
    throwIfAny('SonataFlowTesting.diff', [givenProblem('the chart before', before, CHART), givenProblem('the chart after', after, CHART)]);
    return chartDifference(before, after);
  }

  private constructor() { }
}
