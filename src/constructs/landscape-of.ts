import { IConstruct } from 'constructs';
import { AppRegistry } from './app-registry';
import { ClusterObject, createLandscape, Landscape } from '../model/landscape';
import { CustomResource } from '../model/resource';
import { resolveClusterFacts } from '../values/cluster-facts';
import { OperatorBehaviour } from '../values/operator-behaviour';
import { OperatorVersion } from '../values/operator-version';

/** A construct whose objects are in one namespace; empty when nothing says which. */
export interface InNamespace extends IConstruct {
  readonly _namespace: string;
}

/**
 * What is known of the cluster from the point of view of one construct: every platform of the app, and what the construct itself adds.
 *
 * Other workflows never change what a workflow becomes, so they are left out: an app's synth stays linear.
 */
export function landscapeOf(construct: InNamespace, own: readonly CustomResource[] = [], objects: readonly ClusterObject[] = []): Landscape {
  const platforms = AppRegistry.of(construct).platforms.map((platform) => platform._resource);
  return createLandscape({
    operator: operatorOf(construct, construct._namespace),
    facts: resolveClusterFacts(),
    resources: [...platforms, ...own],
    objects,
  });
}


/** The operator of the platform of a namespace. */
export function operatorOf(construct: IConstruct, namespace: string): OperatorBehaviour {
  const platform = AppRegistry.of(construct).platformOf(namespace);
  return (platform?.operatorVersion ?? OperatorVersion.APACHE_10_1_0)._behaviour;
}
