import { Landscape } from './landscape';
import { ClusterPlatformResource, PlatformResource, Resource } from './resource';
import { isEnabled, ServiceKind, serviceName, serviceSpec, serviceUrl } from './service';
import { firstBy } from '../json/group-by';
import { onceFor, onceForEach } from '../json/once';

const SECONDARY = 'sonataflow.org/secondary.platform';
export const OPERATOR_ID = 'sonataflow.org/operator.id';
const SHARED_SERVICES = 'services';

/** The platform that the operator makes in a namespace with workflows and without one. */
export const DEFAULT_PLATFORM_NAME = 'sonataflow-platform';

type AnyPlatform = PlatformResource | ClusterPlatformResource;

export function isSecondary(resource: AnyPlatform): boolean {
  return resource.metadata.annotations[SECONDARY] === 'true';
}

/** It belongs to another operator: this one does nothing about it, but looks at it all the same. */
export function isForeign(resource: Resource<string, unknown>): boolean {
  return !!resource.metadata.annotations[OPERATOR_ID];
}

/**
 * The platform that counts for a namespace.
 *
 * Of several, the operator makes each one a duplicate that sees another one still in force when its turn comes; one of
 * another operator never has its turn.
 */
export function activePlatform(landscape: Landscape, namespace: string): PlatformResource | undefined {
  return inForce(landscape, namespace).active;
}

/** The platforms of a namespace that want to count for it. */
export function primaryPlatforms(landscape: Landscape, namespace: string): readonly PlatformResource[] {
  return inForce(landscape, namespace).primary;
}

/** The platforms of a namespace of which the operator makes objects: not those of others, not the duplicates. */
export function deployedPlatforms(landscape: Landscape, namespace: string): readonly PlatformResource[] {
  return [...inForce(landscape, namespace).deployed];
}

export function isDeployed(landscape: Landscape, platform: PlatformResource): boolean {
  return inForce(landscape, platform.metadata.namespace).deployed.has(platform);
}

const inForce = onceForEach((landscape: Landscape, namespace) => {
  const platforms = landscape.platforms(namespace);
  const primary = platforms.filter((platform) => !isSecondary(platform));
  const active = primary.find(isForeign) ?? primary.at(-1);
  const deployed = new Set(platforms.filter((platform) => !isForeign(platform) && (platform === active || isSecondary(platform))));
  const byName = firstBy([...deployed], ({ metadata }) => metadata.name);
  return { primary, active, deployed, byName };
});

/** The platform that the active cluster platform refers to, with what it shares. */
export interface SharedPlatform {
  readonly clusterPlatformName: string;
  readonly platform: PlatformResource;
  readonly sharesServices: boolean;
}

/**
 * What the active cluster platform refers to: the first one that becomes ready, which it does when its platform is deployed.
 *
 * @param receiver the platform that is to know about it, which one of another operator never does
 */
export function sharedPlatform(landscape: Landscape, receiver?: PlatformResource): SharedPlatform | undefined {
  if (receiver && isForeign(receiver)) return undefined;
  return sharedBy(landscape);
}

const sharedBy = onceFor((landscape: Landscape): SharedPlatform | undefined => {
  for (const cluster of landscape.clusterPlatforms) {
    const { name, namespace } = cluster.spec.platformRef;
    const platform = inForce(landscape, namespace).byName.get(name);
    if (!platform || isSecondary(cluster)) continue;
    const capabilities = cluster.spec.capabilities;
    return {
      clusterPlatformName: cluster.metadata.name,
      platform,
      sharesServices: capabilities === undefined || (capabilities.workflows ?? []).includes(SHARED_SERVICES),
    };
  }
  return undefined;
});

/** A supporting service as a workflow sees it. */
export interface UsedService {
  readonly url: string;
  /** The field that brought it, for people. */
  readonly field: string;
}

/**
 * The supporting service that the workflows of a namespace use.
 *
 * A platform that says anything about services keeps those of the cluster out.
 *
 * @see operator-behaviour 6.1, 6.2
 */
export function usedService(local: PlatformResource | undefined, shared: SharedPlatform | undefined, kind: ServiceKind): UsedService | undefined {
  const provider = local?.spec.services !== undefined ? local : shared?.sharesServices ? shared.platform : undefined;
  if (!provider || !offers(provider, kind)) return undefined;
  const { name, namespace } = provider.metadata;
  const field = `spec.services.${kind === 'dataIndex' ? 'dataIndex' : 'jobService'}`;
  return {
    url: serviceUrl(serviceName(name, kind), namespace),
    field: `SonataFlowPlatform ${namespace === '' ? name : `${namespace}/${name}`}: ${field}`,
  };
}

/** The operator writes into its own custom resources that a service is enabled, not into another operator's. */
function offers(provider: PlatformResource, kind: ServiceKind): boolean {
  const spec = serviceSpec(provider, kind);
  return isForeign(provider) ? spec?.enabled === true : isEnabled(spec);
}
