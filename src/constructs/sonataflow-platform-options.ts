import { ClusterFacts } from '../values/cluster-facts';
import { Destination } from '../values/destination';
import { InheritedPersistence } from '../values/inherited-persistence';
import { OperatorVersion } from '../values/operator-version';
import { PostgreSql } from '../values/postgre-sql';
import { Rendering } from '../values/rendering';

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
   * The operator that will take the custom resources.
   * @default OperatorVersion.APACHE_10_1_0
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
