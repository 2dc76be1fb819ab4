import { IConstruct } from 'constructs';
import { configuredFacts } from './app-configuration';
import { AppLook } from './app-look';
import { AppObjects } from './app-objects';
import { AppRegistry } from './app-registry';
import { InNamespace } from './roles';
import { createLandscape, Landscape, LandscapeInput } from '../../model/landscape';
import { resolveClusterFacts } from '../../values/cluster-facts';
import { OperatorBehaviour } from '../../values/operator-behaviour';

/**
 * What is known of the cluster from the point of view of one construct: the platforms, workflows and objects of others in the app. Who has the
 * same operator and the same facts has the same landscape.
 *
 * Workflows matter to each other only where service discovery looks for them, so they are left alone until then: an app's synth stays linear.
 */
export function landscapeOf({ node, _namespace: namespace }: InNamespace, objects: AppObjects): Landscape {
  return AppLook.of(node.root).during(objects, () => objects.once(`landscape of ${namespace}`, () => {
    const registry = AppRegistry.of(node.root);
    const platform = registry.platformOf(namespace);
    const { _behaviour: operator } = (platform ?? registry).operatorVersion;
    const facts = resolveClusterFacts(operator, configuredFacts(node.root, platform?.clusterFacts));
    const corrected = platform?.rendering._kubernetesObjects?.corrections ?? true;
    return objects.once(JSON.stringify({ operator, facts, corrected }), () => appLandscape(registry, objects, { operator, facts, corrected }));
  }));
}

/** What is known of an app that is one cluster, with the operator of the platform that speaks for it, as that operator sees it. */
export function landscapeOfApp({ node: { root } }: IConstruct): Landscape {
  const registry = AppRegistry.of(root);
  const objects = registry.objects();
  return AppLook.of(root).during(objects, () => {
    const { leadingPlatform: platform, operatorVersion: { _behaviour: operator } } = registry;
    const facts = resolveClusterFacts(operator, platform?.clusterFacts);
    return appLandscape(registry, objects, { operator, facts, corrected: platform?.rendering._kubernetesObjects?.corrections ?? false });
  });
}

function appLandscape(
  registry: AppRegistry, objects: AppObjects, cluster: Pick<LandscapeInput, 'operator' | 'facts' | 'corrected'>,
): Landscape {
  const { platforms } = registry;
  return createLandscape({
    ...cluster,
    resources: [...platforms.map(({ _resource }) => _resource), ...registry.clusterPlatforms.map(({ _resource }) => _resource)],
    otherWorkflows: () => AppLook.of(objects.root).during(objects, () => registry.workflows.map(({ _resource }) => _resource)),
    objects,
    ephemeralServices: platforms.flatMap(({ _ephemeralServices }) => _ephemeralServices),
  });
}

/** The operator of the platform of a namespace. */
export function operatorOf(construct: IConstruct, namespace: string): OperatorBehaviour {
  const registry = AppRegistry.of(construct);
  return (registry.platformOf(namespace) ?? registry).operatorVersion._behaviour;
}
