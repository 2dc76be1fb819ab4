import { ApiObject, ApiObjectMetadata, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { CLUSTER_PLATFORM_PROPS } from './platform-props';
import { SonataFlowClusterPlatformSpec, toJson_SonataFlowClusterPlatformSpec } from '../../../imports/sonataflow.org';
import { Finding } from '../../findings/finding';
import { API_VERSION, ClusterPlatformResource } from '../../model/resource';
import { ClusterPlatformCapabilities } from '../../values/cluster-platform-capabilities';
import { checkGiven } from '../../values/given';
import { configuredOperator } from '../app/app-configuration';
import { AppObjects } from '../app/app-objects';
import { AppRegistry } from '../app/app-registry';
import { consideredFindings } from '../app/considered-findings';
import { clusterPlatformConstructFindings } from '../app/construct-findings';
import { landscapeOf } from '../app/landscape-of';
import { reportErrors } from '../app/report-errors';
import { ISonataFlowPlatform } from '../app/roles';
import { WireResource } from '../app/wire-resource';

/** What a cluster platform is made of. */
export interface SonataFlowClusterPlatformConstructProps {
  /** The platform whose services the other namespaces use. */
  readonly platform: ISonataFlowPlatform;

  /**
   * What is shared with other namespaces.
   * @default - not written; the operator takes it as `ClusterPlatformCapabilities.services()`
   */
  readonly capabilities?: ClusterPlatformCapabilities;

  /**
   * Metadata of the custom resource, which belongs to no namespace.
   * @default - named `sonataflow-cluster-platform`
   */
  readonly metadata?: ApiObjectMetadata;
}

/**
 * A platform whose Jobs Service and Data Index the workflows of other namespaces use too; its database is shared with nobody.
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/supporting-services.html
 */
export class SonataFlowClusterPlatformConstruct extends Construct {
  /** The custom resource. */
  public readonly apiObject: ApiObject;

  /** The platform whose services the other namespaces use. */
  public readonly platform: ISonataFlowPlatform;

  /** What is shared with other namespaces, if that was said. */
  public readonly capabilities?: ClusterPlatformCapabilities;

  /**
   * Of the platform that is shared: it itself belongs to none.
   * @internal
   */
  public readonly _namespace: string;

  private readonly wire: WireResource<ClusterPlatformResource>;

  public constructor(scope: Construct, id: string, props: SonataFlowClusterPlatformConstructProps) {
    super(scope, id);
    checkGiven(this.node.path, props, CLUSTER_PLATFORM_PROPS);
    const { platform, capabilities, metadata } = props;
    this.platform = platform;
    this.capabilities = capabilities;
    this._namespace = platform.platformNamespace ?? '';
    const spec: SonataFlowClusterPlatformSpec = {
      platformRef: { name: platform.platformName, namespace: this._namespace },
      capabilities: capabilities?._spec,
    };
    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion: API_VERSION,
      kind: 'SonataFlowClusterPlatform',
      metadata: { name: 'sonataflow-cluster-platform', ...metadata },
      spec: toJson_SonataFlowClusterPlatformSpec(spec),
    });
    // It belongs to no namespace, whatever the chart says.
    if (this.apiObject.metadata.namespace !== undefined) this.apiObject.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
    this.node.defaultChild = this.apiObject;
    const registry = AppRegistry.of(this);
    const known = registry.known(platform);
    if (known?.rendering._kubernetesObjects) this.node.tryRemoveChild(this.apiObject.node.id);
    this.wire = new WireResource(this, this.apiObject, () => (known?.operatorVersion ?? configuredOperator(this))._behaviour);
    registry.addClusterPlatform(this);
    reportErrors(this, () => this.findingsAmong(registry.objectsWhileValidating()));
  }

  /** All that is noticed about the cluster platform: errors and lesser things. */
  public get findings(): Finding[] {
    return this.findingsAmong(AppRegistry.of(this).objects());
  }

  /** @internal */
  public get _resource(): ClusterPlatformResource {
    return this.wire.judged().resource;
  }

  private findingsAmong(objects: AppObjects): Finding[] {
    const declaration = { where: this.node.path, platform: AppRegistry.of(this).given(this.platform) };
    const findings = clusterPlatformConstructFindings(landscapeOf(this, objects), this.wire.judged(), declaration);
    return consideredFindings(this, findings, { isWritten: !AppRegistry.of(this).known(this.platform)?.rendering._kubernetesObjects });
  }
}
