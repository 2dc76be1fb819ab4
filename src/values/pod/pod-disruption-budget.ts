import { k8s } from 'cdk8s-plus-28';
import { throwIfAny } from '../../rules/value-problem';
import { Expected, givenProblem } from '../given';

const PODS: Expected = { like: ['value'], name: 'a number of pods or a percentage', by: 'k8s.IntOrString.fromNumber or fromString' };

/**
 * How many pods stay, or may be missing, while nodes are drained: a number such as 1, or a percentage such as `50%`.
 *
 * @example
 * new DataIndexConstruct(platform, 'DataIndex', {
 *   podTemplate: { replicas: 2, podDisruptionBudget: PodDisruptionBudget.minAvailable(kplus.k8s.IntOrString.fromNumber(1)) },
 * });
 */
export class PodDisruptionBudget {
  /** At least so many pods stay. */
  public static minAvailable(pods: k8s.IntOrString): PodDisruptionBudget {
    throwIfAny('PodDisruptionBudget.minAvailable', [givenProblem('the pods', pods, PODS)]);
    return new PodDisruptionBudget({ minAvailable: pods });
  }

  /** At most so many pods are missing. */
  public static maxUnavailable(pods: k8s.IntOrString): PodDisruptionBudget {
    throwIfAny('PodDisruptionBudget.maxUnavailable', [givenProblem('the pods', pods, PODS)]);
    return new PodDisruptionBudget({ maxUnavailable: pods });
  }

  private constructor(
    /** @internal */
    public readonly _spec: Pick<k8s.PodDisruptionBudgetSpec, 'minAvailable' | 'maxUnavailable'>,
  ) { }
}
