import { ApiObject, ApiObjectMetadata, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { AppObjects } from './app-objects';
import { AppRegistry } from './app-registry';
import { clusterPlatformFindings } from './construct-findings';
import { landscapeOf } from './landscape-of';
import { reportErrors } from './report-errors';
import { ISonataFlowPlatform, SonataFlowPlatformConstruct } from './sonataflow-platform-construct';
import { WireResource } from './wire-resource';
import { SonataFlowClusterPlatformSpec, toJson_SonataFlowClusterPlatformSpec } from '../../imports/sonataflow.org';
import { Finding } from '../findings/finding';
import { API_VERSION, ClusterPlatformResource } from '../model/resource';
import { OperatorVersion } from '../values/operator-version';

/** What a cluster platform is made of. */
export interface SonataFlowClusterPlatformConstructProps {
  /** The platform whose services the other namespaces use. */
  readonly platform: ISonataFlowPlatform;

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

  /**
   * Of the platform that is shared: it itself belongs to none.
   * @internal
   */
  public readonly _namespace: string;

  private readonly wire: WireResource<ClusterPlatformResource>;
  private readonly platform: ISonataFlowPlatform;

  public constructor(scope: Construct, id: string, props: SonataFlowClusterPlatformConstructProps) {
    super(scope, id);
    const { platform, metadata } = props;
    this.platform = platform;
    this._namespace = platform.platformNamespace ?? '';
    const spec: SonataFlowClusterPlatformSpec = { platformRef: { name: platform.platformName, namespace: this._namespace } };
    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion: API_VERSION,
      kind: 'SonataFlowClusterPlatform',
      metadata: { name: 'sonataflow-cluster-platform', ...metadata },
      spec: toJson_SonataFlowClusterPlatformSpec(spec),
    });
    // It belongs to no namespace, whatever the chart says.
    if (this.apiObject.metadata.namespace !== undefined) this.apiObject.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
    this.node.defaultChild = this.apiObject;
    if (platform instanceof SonataFlowPlatformConstruct && platform.rendering._kubernetesObjects) this.node.tryRemoveChild(this.apiObject.node.id);
    this.wire = new WireResource(this, this.apiObject, () => OperatorVersion.APACHE_10_1_0._behaviour);
    const registry = AppRegistry.of(this);
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
    return clusterPlatformFindings(landscapeOf(this, objects), this.wire.judged(), !(this.platform instanceof SonataFlowPlatformConstruct));
  }
}
