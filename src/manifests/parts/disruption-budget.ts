import { adopt } from './adoption';
import { autoscalerOf, minReplicas, ScaleTarget } from './autoscaler';
import { manifest } from './manifest';
import { noticed, Rendered, rendered } from './rendered';
import { Severity } from '../../findings/finding';
import { Origin } from '../../findings/origin';
import { quote } from '../../findings/words';
import { withoutUndefined } from '../../json/without-undefined';
import { Landscape } from '../../model/landscape';
import { PodTemplateSpec } from '../../model/resource';

export interface DisruptionBudgetOptions {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly selector: Readonly<Record<string, string>>;
  readonly budget: PodTemplateSpec['podDisruptionBudget'];
  /** What an autoscaler would have to name. */
  readonly target: ScaleTarget;
  /** Of the Deployment; left open where an autoscaler decides. */
  readonly replicas?: number;
  readonly origin: Origin;
  /** Where `budget` was said. */
  readonly field: string;
}

/**
 * The PodDisruptionBudget of a workflow or service, if it is asked for and would not stop a node from being drained.
 *
 * @see operator-behaviour 11.1
 */
export function disruptionBudget(landscape: Landscape, options: DisruptionBudgetOptions): Rendered {
  const { name, namespace, labels, selector, budget } = options;
  const [given] = Object.entries({ minAvailable: budget?.minAvailable, maxUnavailable: budget?.maxUnavailable })
    .filter((entry): entry is [string, number | string] => entry[1] !== undefined);
  if (!landscape.operator.disruptionBudgets || !given || !leavesRoom(landscape, options)) return rendered();
  const [field, value] = given;
  if (landscape.corrected && !isAmount(value)) return noticed(refusedAmount(options, field, value));
  return rendered(adopt(landscape, manifest({ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', name, namespace, labels }, {
    spec: withoutUndefined({ [field]: value, selector: { matchLabels: { ...selector } } }),
  })));
}

/** Several replicas: where an autoscaler decides, at least as many as it always leaves. */
function leavesRoom(landscape: Landscape, { target, replicas }: DisruptionBudgetOptions): boolean {
  const autoscaler = autoscalerOf(landscape, target);
  if (!autoscaler) return (replicas ?? 0) > 1;
  return (minReplicas(autoscaler) ?? 0) > 1 && replicas !== 0;
}

/** A number or a percentage that the API server takes. */
export function isAmount(value: number | string): boolean {
  return typeof value === 'number' ? value >= 0 : /^\d+%$/.test(value) && parseInt(value, 10) <= 100;
}

function refusedAmount({ origin, field: place }: DisruptionBudgetOptions, field: string, value: number | string) {
  return {
    rule: 'SF-PDB-VALUE',
    severity: Severity.ERROR,
    where: origin.locate(`${place}.${field}`),
    field: `${place}.${field}`,
    given: quote(value),
    allowed: 'a number of pods, or a percentage up to "100%"',
    fix: 'write a number such as 1, or a percentage such as "50%"',
  };
}
