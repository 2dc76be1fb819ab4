import { ApiObject, ApiObjectMetadata, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { clusterPlatformSpec } from './cluster-platform-spec';
import { ExternalClusterPlatform, ExternalClusterPlatformOptions, ISonataFlowClusterPlatform } from './external-cluster-platform';
import { CLUSTER_PLATFORM_PROPS } from './platform-props';
import { Finding } from '../../findings/finding';
import { API_VERSION, ClusterPlatformResource } from '../../model/resource';
import { throwIfAny } from '../../rules/value-problem';
import { ClusterPlatformCapabilities } from '../../values/cluster-platform-capabilities';
import { checkGiven, givenProblem } from '../../values/given';
import { configuredOperator } from '../app/app-configuration';
import { AppObjects } from '../app/app-objects';
import { AppRegistry } from '../app/app-registry';
import { AppValidation } from '../app/app-validation';
import { consideredFindings } from '../app/findings/considered-findings';
import { clusterPlatformConstructFindings } from '../app/findings/construct-findings';
import { PLATFORM } from '../app/given-platform';
import { landscapeOf } from '../app/landscape-of';
import { WireResource } from '../app/objects/wire-resource';
import { ISonataFlowPlatform } from '../app/roles';

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
 * @example
 * new SonataFlowClusterPlatformConstruct(chart, 'ClusterPlatform', { platform });
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/supporting-services.html
 */
export class SonataFlowClusterPlatformConstruct extends Construct implements ISonataFlowClusterPlatform {
  /**
   * A cluster platform that is managed elsewhere: nothing is written for it, and workflows use what it shares.
   *
   * @param name of its custom resource
   * @throws SF-NAME for what cannot be
   * @example
   * SonataFlowClusterPlatformConstruct.fromName(chart, 'Cluster', 'sonataflow-cluster-platform', {
   *   platform: SonataFlowPlatformConstruct.fromPlatformName(chart, 'Hub', 'hub', { namespace: 'hub', jobsService: true }),
   * });
   */
  public static fromName(scope: Construct, id: string, name: string, options: ExternalClusterPlatformOptions): ISonataFlowClusterPlatform {
    return new ExternalClusterPlatform(scope, id, name, options);
  }

  /** Name of the custom resource. */
  public readonly clusterPlatformName: string;

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
    throwIfAny(this.node.path, [givenProblem('platform', platform, PLATFORM)]);
    this.platform = platform;
    this.capabilities = capabilities;
    this._namespace = platform.platformNamespace ?? '';
    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion: API_VERSION,
      kind: 'SonataFlowClusterPlatform',
      metadata: { name: 'sonataflow-cluster-platform', ...metadata },
      spec: clusterPlatformSpec(platform, capabilities),
    });
    this.clusterPlatformName = this.apiObject.name;
    // It belongs to no namespace, whatever the chart says.
    if (this.apiObject.metadata.namespace !== undefined) this.apiObject.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
    this.node.defaultChild = this.apiObject;
    const registry = AppRegistry.of(this);
    const known = registry.known(platform);
    if (known?.rendering._kubernetesObjects) this.node.tryRemoveChild(this.apiObject.node.id);
    this.wire = new WireResource(this, this.apiObject, () => (known?.operatorVersion ?? configuredOperator(this))._behaviour);
    registry.addClusterPlatform(this, this.apiObject);
    AppValidation.of(this).add(this, (objects) => this.findingsAmong(objects));
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
