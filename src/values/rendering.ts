import { givenProblem } from './given';
import { throwIfAny } from '../rules/value-problem';

/** How Kubernetes objects are rendered. */
export interface KubernetesObjectsOptions {
  /**
   * Whether what the operator does and what does not work is written as it was meant: a migration Job with the right address,
   * volumes of the user beside the operator's, pods that roll when their properties change. Without, the objects are the operator's
   * to the letter.
   * @default true
   */
  readonly corrections?: boolean;
}

/**
 * What is written: the custom resources for the operator, or the objects that it would make of them.
 *
 * @example
 * new SonataFlowPlatformConstruct(chart, 'Platform', { rendering: Rendering.kubernetesObjects() });
 */
export class Rendering {
  /** The custom resources; the operator in the cluster makes the rest. */
  public static customResources(): Rendering {
    return new Rendering(undefined);
  }

  /** The Deployments, Services, ConfigMaps and so on that the operator would have made: plain Kubernetes, without an operator. */
  public static kubernetesObjects(options: KubernetesObjectsOptions = {}): Rendering {
    throwIfAny('Rendering.kubernetesObjects', [givenProblem('options', options, { fields: { corrections: 'flag' } })]);
    return new Rendering({ corrections: options.corrections ?? true });
  }

  /** @internal */
  public readonly _kubernetesObjects?: { readonly corrections: boolean };

  private constructor(kubernetesObjects: { readonly corrections: boolean } | undefined) {
    this._kubernetesObjects = kubernetesObjects;
  }
}
