import { CpuResources, EnvValue, EphemeralStorageResources, ImagePullPolicy, k8s, MemoryResources } from 'cdk8s-plus-28';
import { TerminationMessagePolicy } from './termination-message-policy';

/** The main container of a workflow or service: all that the custom resource lets one say. */
export interface ContainerTemplate {
  /**
   * Full name of the image.
   * @default - the operator's own image, or the one that it builds
   */
  readonly image?: string;

  /**
   * Entry point, in place of the image's.
   * @default - the image's
   */
  readonly command?: string[];

  /**
   * Arguments of the entry point.
   * @default - the image's
   */
  readonly args?: string[];

  /**
   * Ports beside the operator's own.
   * @default - the operator's own
   */
  readonly ports?: k8s.ContainerPort[];

  /**
   * ConfigMaps and Secrets whose entries become environment variables.
   * @default - none
   */
  readonly envFrom?: k8s.EnvFromSource[];

  /**
   * Environment variables beside the operator's own.
   * @default - the operator's own
   */
  readonly env?: k8s.EnvVar[];

  /**
   * Environment variables as cdk8s-plus has them, by name; they come after those of `env`.
   * @default - none
   */
  readonly envVariables?: Record<string, EnvValue>;

  /**
   * Requested and largest amounts of CPU, memory and the like.
   * @default - as the operator makes it
   */
  readonly resources?: k8s.ResourceRequirements;

  /**
   * Requested and largest amount of CPU, in place of what `resources` says of it.
   * @default - what `resources` says
   */
  readonly cpu?: CpuResources;

  /**
   * Requested and largest amount of memory, in place of what `resources` says of it.
   * @default - what `resources` says
   */
  readonly memory?: MemoryResources;

  /**
   * Requested and largest amount of storage on the node, in place of what `resources` says of it.
   * @default - what `resources` says
   */
  readonly ephemeralStorage?: EphemeralStorageResources;

  /**
   * Whether the container restarts when its resources change.
   * @default - not written; Kubernetes restarts nothing
   */
  readonly resizePolicy?: k8s.ContainerResizePolicy[];

  /**
   * Where volumes are mounted, beside the operator's own mounts.
   * @default - the operator's own
   */
  readonly volumeMounts?: k8s.VolumeMount[];

  /**
   * Block devices of the container.
   * @default - none
   */
  readonly volumeDevices?: k8s.VolumeDevice[];

  /**
   * When the container is restarted.
   * @default - as the operator makes it
   */
  readonly livenessProbe?: k8s.Probe;

  /**
   * When the container gets requests.
   * @default - as the operator makes it
   */
  readonly readinessProbe?: k8s.Probe;

  /**
   * When the other probes begin.
   * @default - as the operator makes it
   */
  readonly startupProbe?: k8s.Probe;

  /**
   * What is done after the start and before the stop.
   * @default - nothing
   */
  readonly lifecycle?: k8s.Lifecycle;

  /**
   * File in the container that tells why it ended.
   * @default - not written; Kubernetes takes `/dev/termination-log`
   */
  readonly terminationMessagePath?: string;

  /**
   * Where the reason of the end is read.
   * @default - as the operator makes it
   */
  readonly terminationMessagePolicy?: TerminationMessagePolicy;

  /**
   * When the image is pulled.
   * @default - as the operator makes it
   */
  readonly imagePullPolicy?: ImagePullPolicy;

  /**
   * User, privileges and the like of the container.
   * @default - as the operator makes it
   */
  readonly securityContext?: k8s.SecurityContext;

  /**
   * Whether the container has a buffer for its standard input.
   * @default - not written; Kubernetes takes false
   */
  readonly stdin?: boolean;

  /**
   * Whether the standard input closes after the first client.
   * @default - not written; Kubernetes takes false
   */
  readonly stdinOnce?: boolean;

  /**
   * Whether the container has a terminal; needs `stdin`.
   * @default - not written; Kubernetes takes false
   */
  readonly tty?: boolean;
}
