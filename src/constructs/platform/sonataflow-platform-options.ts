import { BuildConfigOptions } from '../../values/build/build-config';
import { BuildTemplateOptions } from '../../values/build/build-template';
import { Destination } from '../../values/eventing/destination';
import { ClusterFacts } from '../../values/operator/cluster-facts';
import { OperatorVersion } from '../../values/operator/operator-version';
import { InheritedPersistence } from '../../values/persistence/inherited-persistence';
import { PostgreSql } from '../../values/persistence/postgre-sql';
import { PropertyValue } from '../../values/property-value';
import { Rendering } from '../../values/rendering';

/** What can be said of a platform, be it declared here or managed elsewhere. */
export interface SonataFlowPlatformOptions {
  /**
   * The database of the platform: services inherit it, workflows too.
   * @default - none; services and workflows without a database of their own keep their data in the pod
   */
  readonly persistence?: PostgreSql;

  /**
   * How workflows that inherit the platform's database say so in their custom resource.
   * @default InheritedPersistence.EXPLICIT
   */
  readonly inheritedPersistence?: InheritedPersistence;

  /**
   * Where the events of services and workflows go and come from that say nothing else.
   * @default - none; workflows and services speak to each other directly
   */
  readonly broker?: Destination;

  /**
   * Properties of all workflows of the platform, by name. They beat those of a workflow, but not what the operator itself configures.
   * @default - none
   */
  readonly properties?: Record<string, PropertyValue>;

  /**
   * Whether the workflows of the platform make their tables in PostgreSQL when they start, and bring them up to date: the property
   * `kie.flyway.enabled`. Without tables each start of a workflow fails.
   * @default - not written; the runtime makes none
   */
  readonly flywayEnabled?: boolean;

  /**
   * Whether Prometheus finds the workflows: the operator makes a ServiceMonitor for each.
   * @default - not written; the operator makes none
   */
  readonly monitoring?: boolean;

  /**
   * How images of workflows of the profile preview are built.
   * @default - not written; as the operator does it
   */
  readonly buildConfig?: BuildConfigOptions;

  /**
   * What each build of such an image starts from.
   * @default - not written; as the operator does it
   */
  readonly buildTemplate?: BuildTemplateOptions;

  /**
   * Full name of the image of workflows of the profile dev.
   * @default - not written; the operator's own
   */
  readonly devModeBaseImage?: string;

  /**
   * The operator that will take the custom resources.
   * @default - what `.sonataflowrc` says, else OperatorVersion.APACHE_10_1_0
   */
  readonly operatorVersion?: OperatorVersion;

  /**
   * What is written: custom resources, or the Kubernetes objects that the operator would make of them. It counts for the workflows of the
   * platform's namespace too.
   * @default Rendering.customResources()
   */
  readonly rendering?: Rendering;

  /**
   * What the cluster offers, where it matters to the objects that the operator makes.
   * @default - Kubernetes with Knative and the Prometheus operator
   */
  readonly clusterFacts?: ClusterFacts;
}
