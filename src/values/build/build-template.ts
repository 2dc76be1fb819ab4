import { Duration } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';

/** What every build of a workflow on the platform starts from. */
export interface BuildTemplateOptions {
  /**
   * How long a build may take.
   * @default - not written; that of the build configuration
   */
  readonly timeout?: Duration;

  /**
   * Memory, CPU and so on of the pod that builds.
   * @default - not written; without limits
   */
  readonly resources?: k8s.ResourceRequirements;

  /**
   * Arguments of the program that builds (Kaniko).
   * @default - not written; none
   */
  readonly arguments?: string[];

  /**
   * Build arguments of the Dockerfile, such as `QUARKUS_EXTENSIONS`.
   * @default - not written; those that the database of a workflow needs
   */
  readonly buildArgs?: k8s.EnvVar[];

  /**
   * Environment variables of the build.
   * @default - not written; none
   */
  readonly envs?: k8s.EnvVar[];
}
