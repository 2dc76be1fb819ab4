import { k8s } from 'cdk8s-plus-28';

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
    return new PodDisruptionBudget({ minAvailable: pods });
  }

  /** At most so many pods are missing. */
  public static maxUnavailable(pods: k8s.IntOrString): PodDisruptionBudget {
    return new PodDisruptionBudget({ maxUnavailable: pods });
  }

  private constructor(
    /** @internal */
    public readonly _spec: Pick<k8s.PodDisruptionBudgetSpec, 'minAvailable' | 'maxUnavailable'>,
  ) { }
}
