import { IConstruct } from 'constructs';
import { configuredFacts, configuredObjects } from './app-configuration';
import { AppLook } from './app-look';
import { AppObjects } from './app-objects';
import { AppRegistry } from './app-registry';
import { InNamespace } from './roles';
import { unlessAmong } from '../../loader/cluster-dump';
import { createLandscape, indexObjects, Landscape, LandscapeInput, ObjectIndex } from '../../model/landscape';
import { resolveClusterFacts } from '../../values/operator/cluster-facts';
import { OperatorBehaviour } from '../../values/operator/operator-behaviour';

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
    const facts = resolveClusterFacts(operator, configuredFacts(root, platform?.clusterFacts));
    return appLandscape(registry, objects, { operator, facts, corrected: platform?.rendering._kubernetesObjects?.corrections ?? false });
  });
}

function appLandscape(
  registry: AppRegistry, objects: AppObjects, cluster: Pick<LandscapeInput, 'operator' | 'facts' | 'corrected'>,
): Landscape {
  const { platforms } = registry;
  const own = [...platforms, ...registry.clusterPlatforms].map(({ _resource }) => _resource);
  const known = configuredObjects(objects.root, cluster.operator);
  const knownWorkflows = known.resources.filter((resource) => resource.kind === 'SonataFlow');
  return createLandscape({
    ...cluster,
    resources: [...own, ...unlessAmong(own, known.resources.filter(({ kind }) => kind !== 'SonataFlow'))],
    otherWorkflows: () => AppLook.of(objects.root).during(objects, () => {
      const workflows = registry.workflows.map(({ _resource }) => _resource);
      return [...workflows, ...unlessAmong(workflows, knownWorkflows)];
    }),
    objects: known.objects.length === 0 ? objects : withKnown(objects, indexObjects(known.objects)),
    ephemeralServices: platforms.flatMap(({ _ephemeralServices }) => _ephemeralServices),
  });
}

/** What the app has is newer than what is in the cluster. */
function withKnown(app: ObjectIndex, known: ObjectIndex): ObjectIndex {
  return {
    list: (kind, namespace) => {
      const own = app.list(kind, namespace);
      return [...own, ...unlessAmong(own, known.list(kind, namespace))];
    },
  };
}

/** The operator of the platform of a namespace. */
export function operatorOf(construct: IConstruct, namespace: string): OperatorBehaviour {
  const registry = AppRegistry.of(construct);
  return (registry.platformOf(namespace) ?? registry).operatorVersion._behaviour;
}
