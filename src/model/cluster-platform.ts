import { Landscape } from './landscape';
import { ClusterPlatformResource, PlatformResource } from './resource';
import { isEnabled, ServiceKind, serviceName, serviceSpec, serviceUrl } from './service';

const SECONDARY = 'sonataflow.org/secondary.platform';
const SHARED_SERVICES = 'services';

/** The platform that the operator makes in a namespace with workflows and without one. */
export const DEFAULT_PLATFORM_NAME = 'sonataflow-platform';

type AnyPlatform = PlatformResource | ClusterPlatformResource;

export function isSecondary(resource: AnyPlatform): boolean {
  return resource.metadata.annotations[SECONDARY] === 'true';
}

/**
 * The platform that counts for a namespace.
 *
 * Of several, the operator makes each one a duplicate that sees another one still in force when its turn comes.
 */
export function activePlatform(landscape: Landscape, namespace: string): PlatformResource | undefined {
  return landscape.platforms(namespace).filter((platform) => !isSecondary(platform)).at(-1);
}

/** The platform that the active cluster platform refers to, with what it shares. */
export interface SharedPlatform {
  readonly clusterPlatformName: string;
  readonly platform: PlatformResource;
  readonly sharesServices: boolean;
}

/** The first cluster platform that becomes ready is the active one; it becomes ready when its platform is there. */
export function sharedPlatform(landscape: Landscape): SharedPlatform | undefined {
  for (const cluster of landscape.clusterPlatforms) {
    const { name, namespace } = cluster.spec.platformRef;
    const platform = landscape.platforms(namespace).find((candidate) => candidate.metadata.name === name);
    if (!platform || isSecondary(cluster)) continue;
    const capabilities = cluster.spec.capabilities;
    return {
      clusterPlatformName: cluster.metadata.name,
      platform,
      sharesServices: capabilities === undefined || (capabilities.workflows ?? []).includes(SHARED_SERVICES),
    };
  }
  return undefined;
}

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
  if (!provider || !isEnabled(serviceSpec(provider, kind))) return undefined;
  const { name, namespace } = provider.metadata;
  const field = `spec.services.${kind === 'dataIndex' ? 'dataIndex' : 'jobService'}`;
  return {
    url: serviceUrl(serviceName(name, kind), namespace),
    field: `SonataFlowPlatform ${namespace === '' ? name : `${namespace}/${name}`}: ${field}`,
  };
}
