import { toJson_SonataFlowClusterPlatformSpec } from '../../../imports/sonataflow.org';
import { JsonObject } from '../../json/json';
import { withoutUndefined } from '../../json/without-undefined';
import { ClusterPlatformCapabilities } from '../../values/cluster-platform-capabilities';
import { ISonataFlowPlatform } from '../app/roles';

/** The spec of a cluster platform's custom resource: only what was said. */
export function clusterPlatformSpec(
  { platformName: name, platformNamespace: namespace = '' }: ISonataFlowPlatform, capabilities: ClusterPlatformCapabilities | undefined,
): JsonObject {
  const spec = { platformRef: { name, namespace }, capabilities: capabilities?._spec };
  return withoutUndefined({ ...toJson_SonataFlowClusterPlatformSpec(spec) as JsonObject });
}
