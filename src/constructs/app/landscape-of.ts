import { IConstruct } from 'constructs';
import { AppObjects } from './app-objects';
import { AppRegistry } from './app-registry';
import { InNamespace } from './roles';
import { createLandscape, Landscape } from '../../model/landscape';
import { CustomResource } from '../../model/resource';
import { resolveClusterFacts } from '../../values/cluster-facts';
import { OperatorBehaviour } from '../../values/operator-behaviour';

/**
 * What is known of the cluster from the point of view of one construct: the platforms and the objects of others in the app, and its own
 * custom resource.
 *
 * Other workflows matter only where service discovery looks for them, so they are left alone until then: an app's synth stays linear.
 */
export function landscapeOf(construct: InNamespace, objects: AppObjects, own: readonly CustomResource[] = []): Landscape {
  const registry = AppRegistry.of(construct);
  return registry.during(objects, () => {
    const { platforms } = registry;
    const platform = platforms.find(({ _namespace }) => _namespace === construct._namespace);
    const { _behaviour: operator } = (platform ?? registry).operatorVersion;
    return createLandscape({
      operator,
      facts: resolveClusterFacts(operator, platform?.clusterFacts),
      corrected: platform?.rendering._kubernetesObjects?.corrections,
      resources: [
        ...platforms.map(({ _resource }) => _resource), ...registry.clusterPlatforms.map(({ _resource }) => _resource), ...own,
      ],
      otherWorkflows: () => registry.during(objects, () => (
        registry.workflows.filter(({ node }) => node !== construct.node).map(({ _resource }) => _resource)
      )),
      objects,
      ephemeralServices: platforms.flatMap(({ _ephemeralServices }) => _ephemeralServices),
    });
  });
}

/** The operator of the platform of a namespace. */
export function operatorOf(construct: IConstruct, namespace: string): OperatorBehaviour {
  const registry = AppRegistry.of(construct);
  return (registry.platformOf(namespace) ?? registry).operatorVersion._behaviour;
}
