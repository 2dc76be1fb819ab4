import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';

/** Who builds the images of workflows. */
export enum BuildStrategy {
  /** The operator itself, with Kaniko: on plain Kubernetes. */
  OPERATOR = 'operator',
  /** The platform below: on OpenShift. */
  PLATFORM = 'platform',
}

/** The registry into which the images of workflows go. */
export interface BuildRegistryOptions {
  /**
   * Address of the registry, such as `registry.example.org:5000`.
   * @default - not written; the registry that the cluster says is its own, on OpenShift the one inside
   */
  readonly address?: string;

  /**
   * Secret with the login to the registry, in the namespace of the platform.
   * @default - not written; without a login
   */
  readonly secret?: kplus.ISecret;

  /**
   * Whether the registry is asked without TLS.
   * @default - not written; with TLS
   */
  readonly insecure?: boolean;

  /**
   * Certificate authority of the registry. The released operators do not look at it.
   * @default - not written
   */
  readonly ca?: string;

  /**
   * Organization in the registry. The released operators do not look at it.
   * @default - not written
   */
  readonly organization?: string;
}

/**
 * How the operator builds the images of the workflows of the profile preview.
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/building-custom-images.html
 */
export interface BuildConfigOptions {
  /**
   * Full name of the image in which workflows are built.
   * @default - not written; the operator's own
   */
  readonly baseImage?: string;

  /**
   * Where the images go.
   * @default - not written; the registry that the cluster says is its own
   */
  readonly registry?: BuildRegistryOptions;

  /**
   * Who builds. The released operators put in what fits the cluster, whatever is said.
   * @default - not written; what fits the cluster
   */
  readonly strategy?: BuildStrategy;

  /**
   * Options of the strategy, such as `KanikoBuildCacheEnabled`.
   * @default - not written; the operator builds without a cache
   */
  readonly strategyOptions?: Record<string, string>;

  /**
   * How long a build may take; the operator cuts it to seconds.
   * @default - not written; 5 minutes
   */
  readonly timeout?: Duration;
}
