import { DnsPolicy, k8s, RestartPolicy } from 'cdk8s-plus-28';
import { ContainerTemplate } from './container-template';
import { DeploymentModel } from '../deployment-model';
import { PodDisruptionBudget } from './pod-disruption-budget';
import { PreemptionPolicy } from './preemption-policy';

/**
 * The pods of a workflow or service.
 *
 * Fields newer than Kubernetes 1.28 are reached by a JSON patch on `ApiObject.of(construct)`.
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/customize-podspec.html
 */
export interface PodTemplate {
  /**
   * The main container.
   * @default - as the operator makes it
   */
  readonly container?: ContainerTemplate;

  /**
   * Number of pods, from 0. The Jobs Service has at most one; Knative decides itself.
   * @default - not written; the operator takes 1
   */
  readonly replicas?: number;

  /**
   * How many pods may be missing while nodes are drained. It needs more than one pod and an operator that knows it; for the Jobs
   * Service and for Knative it has no effect.
   * @default - none
   */
  readonly podDisruptionBudget?: PodDisruptionBudget;

  /**
   * Volumes beside the operator's own.
   * @default - the operator's own
   */
  readonly volumes?: k8s.Volume[];

  /**
   * Containers that run before the others.
   * @default - none
   */
  readonly initContainers?: k8s.Container[];

  /**
   * Containers beside the main one.
   * @default - none
   */
  readonly containers?: k8s.Container[];

  /**
   * Which containers are restarted; a Deployment takes `Always` alone.
   * @default - not written; Kubernetes takes `Always`
   */
  readonly restartPolicy?: RestartPolicy;

  /**
   * Time to stop in, in seconds.
   * @default - not written; Kubernetes takes 30
   */
  readonly terminationGracePeriodSeconds?: number;

  /**
   * Time after which the pod is stopped, in seconds.
   * @default - not written; no limit
   */
  readonly activeDeadlineSeconds?: number;

  /**
   * How names are resolved.
   * @default - not written; Kubernetes takes `ClusterFirst`
   */
  readonly dnsPolicy?: DnsPolicy;

  /**
   * Labels that a node must have.
   * @default - any node
   */
  readonly nodeSelector?: Record<string, string>;

  /**
   * Name of the ServiceAccount of the pods.
   * @default - not written; Kubernetes takes `default`
   */
  readonly serviceAccountName?: string;

  /**
   * Whether the token of the ServiceAccount is mounted.
   * @default - as the ServiceAccount says
   */
  readonly automountServiceAccountToken?: boolean;

  /**
   * Node to run on, past the scheduler.
   * @default - the scheduler decides
   */
  readonly nodeName?: string;

  /**
   * Whether the pods use the network of the node.
   * @default - not written; Kubernetes takes false
   */
  readonly hostNetwork?: boolean;

  /**
   * Whether the pods see the processes of the node.
   * @default - not written; Kubernetes takes false
   */
  readonly hostPid?: boolean;

  /**
   * Whether the pods use the inter-process communication of the node.
   * @default - not written; Kubernetes takes false
   */
  readonly hostIpc?: boolean;

  /**
   * Whether the containers of a pod see each other's processes.
   * @default - not written; Kubernetes takes false
   */
  readonly shareProcessNamespace?: boolean;

  /**
   * User, groups and the like of all containers.
   * @default - as the operator makes it
   */
  readonly securityContext?: k8s.PodSecurityContext;

  /**
   * Secrets for pulling images.
   * @default - those of the ServiceAccount
   */
  readonly imagePullSecrets?: k8s.LocalObjectReference[];

  /**
   * Host name of the pods.
   * @default - name of the pod
   */
  readonly hostname?: string;

  /**
   * Subdomain of the host name.
   * @default - none
   */
  readonly subdomain?: string;

  /**
   * Where the pods should run and should not.
   * @default - any node
   */
  readonly affinity?: k8s.Affinity;

  /**
   * Name of the scheduler.
   * @default - not written; Kubernetes takes `default-scheduler`
   */
  readonly schedulerName?: string;

  /**
   * Taints of nodes that do not matter.
   * @default - none
   */
  readonly tolerations?: k8s.Toleration[];

  /**
   * Entries of the hosts file.
   * @default - none
   */
  readonly hostAliases?: k8s.HostAlias[];

  /**
   * Name of the PriorityClass.
   * @default - the PriorityClass that is the default
   */
  readonly priorityClassName?: string;

  /**
   * Priority; filled in from the PriorityClass.
   * @default - the PriorityClass decides
   */
  readonly priority?: number;

  /**
   * Name servers, search domains and options of the resolver.
   * @default - as `dnsPolicy` says
   */
  readonly dnsConfig?: k8s.PodDnsConfig;

  /**
   * Conditions beside those of the containers that make a pod ready.
   * @default - none
   */
  readonly readinessGates?: k8s.PodReadinessGate[];

  /**
   * Name of the RuntimeClass.
   * @default - the runtime of the node
   */
  readonly runtimeClassName?: string;

  /**
   * Whether Services become environment variables.
   * @default - not written; Kubernetes takes true
   */
  readonly enableServiceLinks?: boolean;

  /**
   * Whether pods of lower priority give way.
   * @default - not written; Kubernetes takes `PreemptLowerPriority`
   */
  readonly preemptionPolicy?: PreemptionPolicy;

  /**
   * What the runtime takes beside the containers; filled in from the RuntimeClass.
   * @default - the RuntimeClass decides
   */
  readonly overhead?: Record<string, k8s.Quantity>;

  /**
   * How the pods are spread over nodes and zones.
   * @default - as the scheduler is configured
   */
  readonly topologySpreadConstraints?: k8s.TopologySpreadConstraint[];

  /**
   * Whether the host name is the fully qualified one.
   * @default - not written; Kubernetes takes false
   */
  readonly setHostnameAsFqdn?: boolean;

  /**
   * Operating system of the containers.
   * @default - not said
   */
  readonly os?: k8s.PodOs;

  /**
   * Whether the pods use the user namespace of the node.
   * @default - not written; Kubernetes takes true
   */
  readonly hostUsers?: boolean;

  /**
   * What holds the pods back from the scheduler.
   * @default - none
   */
  readonly schedulingGates?: k8s.PodSchedulingGate[];

  /**
   * Claims of resources that must be there before the pods start.
   * @default - none
   */
  readonly resourceClaims?: k8s.PodResourceClaim[];
}

/** The pods of a workflow. */
export interface WorkflowPodTemplate extends PodTemplate {
  /**
   * What makes the pods. In the dev profile it is always a Deployment.
   * @default - not written; the operator takes `DeploymentModel.KUBERNETES`
   */
  readonly deploymentModel?: DeploymentModel;
}
