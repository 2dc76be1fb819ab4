import { Construct, IConstruct } from 'constructs';
import { clusterPlatformSpec } from './cluster-platform-spec';
import { CLUSTER_PLATFORM_PROPS } from './platform-props';
import { Finding } from '../../findings/finding';
import { API_VERSION, ClusterPlatformResource } from '../../model/resource';
import { throwIfAny } from '../../rules/value-problem';
import { ClusterPlatformCapabilities } from '../../values/cluster-platform-capabilities';
import { givenProblem } from '../../values/given';
import { objectNameProblem } from '../../values/name-rules';
import { AppObjects } from '../app/app-objects';
import { AppRegistry } from '../app/app-registry';
import { AppValidation } from '../app/app-validation';
import { consideredFindings } from '../app/findings/considered-findings';
import { clusterPlatformConstructFindings } from '../app/findings/construct-findings';
import { PLATFORM } from '../app/given-platform';
import { landscapeOf } from '../app/landscape-of';
import { WireResource, Writer } from '../app/objects/wire-resource';
import { ISonataFlowPlatform, KnownClusterPlatform } from '../app/roles';

/** A cluster platform, declared here or managed elsewhere. */
export interface ISonataFlowClusterPlatform extends IConstruct {
  /** Name of the custom resource. */
  readonly clusterPlatformName: string;

  /** The platform whose services the other namespaces use. */
  readonly platform: ISonataFlowPlatform;

  /** What is shared with other namespaces, if that was said. */
  readonly capabilities?: ClusterPlatformCapabilities;
}

/** What is known of a cluster platform that is managed elsewhere. */
export interface ExternalClusterPlatformOptions {
  /** The platform whose services the other namespaces use; where it is managed elsewhere too, what `fromPlatformName` makes. */
  readonly platform: ISonataFlowPlatform;

  /**
   * What is shared with other namespaces.
   * @default - as the operator takes it: ClusterPlatformCapabilities.services()
   */
  readonly capabilities?: ClusterPlatformCapabilities;
}

/** A cluster platform that is managed elsewhere: it writes nothing, and workflows use what it shares. */
export class ExternalClusterPlatform extends Construct implements KnownClusterPlatform, ISonataFlowClusterPlatform {
  public readonly platform: ISonataFlowPlatform;
  public readonly capabilities?: ClusterPlatformCapabilities;
  public readonly _namespace: string;

  private readonly wire: WireResource<ClusterPlatformResource>;

  public constructor(scope: Construct, id: string, public readonly clusterPlatformName: string, options: ExternalClusterPlatformOptions) {
    super(scope, id);
    throwIfAny(this.node.path, [givenProblem('the name', clusterPlatformName, 'knownText'), givenProblem('options', options, { fields: CLUSTER_PLATFORM_PROPS })]);
    const { platform, capabilities } = options;
    throwIfAny(this.node.path, [givenProblem('platform', platform, PLATFORM)]);
    throwIfAny(this.node.path, [objectNameProblem('cluster platform', clusterPlatformName)]);
    this.platform = platform;
    this.capabilities = capabilities;
    this._namespace = platform.platformNamespace ?? '';
    const registry = AppRegistry.of(this);
    const operator = () => (registry.known(platform) ?? registry).operatorVersion._behaviour;
    this.wire = new WireResource(this, externalResource(this), operator);
    registry.addClusterPlatform(this);
    AppValidation.of(this).add(this, (objects) => this.mistakes(objects));
  }

  public get _resource(): ClusterPlatformResource {
    return this.wire.judged().resource;
  }

  private mistakes(objects: AppObjects): Finding[] {
    const declaration = { where: this.node.path, platform: AppRegistry.of(this).given(this.platform) };
    const findings = clusterPlatformConstructFindings(landscapeOf(this, objects), this.wire.judged(), declaration);
    return consideredFindings(this, findings, { isWritten: false });
  }
}

/** As it would be written. */
function externalResource({ clusterPlatformName: name, platform, capabilities }: ISonataFlowClusterPlatform): Writer {
  const metadata = { name };
  return {
    metadata: { toJson: () => metadata },
    toJson: () => ({ apiVersion: API_VERSION, kind: 'SonataFlowClusterPlatform', metadata, spec: clusterPlatformSpec(platform, capabilities) }),
  };
}
