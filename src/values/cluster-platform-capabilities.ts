import { SonataFlowClusterPlatformSpecCapabilities, SonataFlowClusterPlatformSpecCapabilitiesWorkflows } from '../../imports/sonataflow.org';

/**
 * What a cluster platform shares with the workflows of other namespaces. Its broker it shares in any case.
 *
 * @example
 * new SonataFlowClusterPlatformConstruct(chart, 'ClusterPlatform', { platform, capabilities: ClusterPlatformCapabilities.services() });
 */
export class ClusterPlatformCapabilities {
  /** The supporting services: what the operator takes where nothing is said, in so many words. */
  public static services(): ClusterPlatformCapabilities {
    return new ClusterPlatformCapabilities({ workflows: [SonataFlowClusterPlatformSpecCapabilitiesWorkflows.SERVICES] });
  }

  /** Nothing. */
  public static none(): ClusterPlatformCapabilities {
    return new ClusterPlatformCapabilities({});
  }

  private constructor(
    /** @internal */
    public readonly _spec: SonataFlowClusterPlatformSpecCapabilities,
  ) { }
}
