import { ApiObject, ApiObjectMetadata, Lazy } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { AppRegistry, attached } from './app-registry';
import { platformFindings, reportErrors } from './construct-findings';
import { landscapeOf } from './landscape-of';
import type { SupportingServiceConstruct } from './supporting-service-construct';
import { JudgedResource, WireResource } from './wire-resource';
import { SonataFlowPlatformSpec, toJson_SonataFlowPlatformSpec } from '../../imports/sonataflow.org';
import { Finding } from '../findings/finding';
import { throwIfAny, ValueProblem } from '../findings/findings-error';
import { list, quote, suggest } from '../findings/words';
import { DEFAULT_PLATFORM_NAME, usedService } from '../model/cluster-platform';
import { platformModel, PlatformModel } from '../model/platform';
import { API_VERSION, PlatformResource } from '../model/resource';
import { ServiceKind } from '../model/service';
import { InheritedPersistence } from '../values/inherited-persistence';
import { OperatorVersion } from '../values/operator-version';
import { PostgreSql } from '../values/postgre-sql';

/** A platform, declared here or managed elsewhere. */
export interface ISonataFlowPlatform extends IConstruct {
  /** Name of the custom resource. */
  readonly platformName: string;

  /** Namespace of the custom resource, which is that of everything that belongs to it. */
  readonly platformNamespace?: string;

  /** Address of the Jobs Service inside the cluster, if the platform has an enabled one. */
  readonly jobsServiceUrl?: string;

  /** Address of the Data Index inside the cluster, if the platform has an enabled one. */
  readonly dataIndexUrl?: string;
}

/** What a platform is made of. */
export interface SonataFlowPlatformConstructProps {
  /**
   * Metadata of the custom resource.
   * @default - named `sonataflow-platform`, in the namespace of the chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The database of the platform: services inherit it, workflows too.
   * @default - none; services and workflows without a database of their own keep their data in the pod
   */
  readonly persistence?: PostgreSql;

  /**
   * How workflows that inherit the platform's database say so in their custom resource.
   * @default InheritedPersistence.EXPLICIT
   */
  readonly inheritedPersistence?: InheritedPersistence;

  /**
   * The operator that will take the custom resources.
   * @default OperatorVersion.APACHE_10_1_0
   */
  readonly operatorVersion?: OperatorVersion;
}

/**
 * A SonataFlow platform: what the workflows of a namespace share.
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/supporting-services.html
 */
export class SonataFlowPlatformConstruct extends Construct implements ISonataFlowPlatform {
  /** The custom resource. */
  public readonly apiObject: ApiObject;
  public readonly platformName: string;
  public readonly platformNamespace?: string;
  /** The operator that takes the custom resources. */
  public readonly operatorVersion: OperatorVersion;
  /** How workflows say that they inherit. */
  public readonly inheritedPersistence: InheritedPersistence;

  private readonly wire: WireResource<PlatformResource>;
  private readonly props: SonataFlowPlatformConstructProps;
  private readonly services: Record<ServiceKind, SupportingServiceConstruct[]> = { dataIndex: [], jobsService: [] };

  /**
   * @throws SF-INHERITED-PERSISTENCE when `inheritedPersistence` is none of the three words
   */
  public constructor(scope: Construct, id: string, props: SonataFlowPlatformConstructProps = {}) {
    super(scope, id);
    this.props = props;
    this.operatorVersion = props.operatorVersion ?? OperatorVersion.APACHE_10_1_0;
    this.inheritedPersistence = props.inheritedPersistence ?? InheritedPersistence.EXPLICIT;
    throwIfAny(this.node.path, [inheritedPersistenceProblem(this.inheritedPersistence)]);
    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion: API_VERSION,
      kind: 'SonataFlowPlatform',
      metadata: { name: DEFAULT_PLATFORM_NAME, ...props.metadata },
      spec: Lazy.any({ produce: () => toJson_SonataFlowPlatformSpec(this.spec()) }),
    });
    this.platformName = this.apiObject.name;
    this.platformNamespace = this.apiObject.metadata.namespace;
    this.wire = new WireResource(this, this.apiObject, () => this.operatorVersion._behaviour);
    AppRegistry.of(this).addPlatform(this);
    reportErrors(this, () => this.findings);
  }

  public get jobsServiceUrl(): string | undefined {
    return usedService(this._resource, undefined, 'jobsService')?.url;
  }

  public get dataIndexUrl(): string | undefined {
    return usedService(this._resource, undefined, 'dataIndex')?.url;
  }

  /** All that is noticed about the platform and its services: errors and lesser things. */
  public get findings(): Finding[] {
    return platformFindings(this);
  }

  /** @internal */
  public get _namespace(): string {
    return this.platformNamespace ?? '';
  }

  /** @internal */
  public get _persistence(): PostgreSql | undefined {
    return this.props.persistence;
  }

  /** @internal */
  public get _judged(): JudgedResource<PlatformResource> {
    return this.wire.judged();
  }

  /** @internal */
  public get _resource(): PlatformResource {
    return this._judged.resource;
  }

  /** @internal */
  public get _model(): PlatformModel {
    return platformModel(landscapeOf(this), this._resource);
  }

  /** @internal */
  public _addService(kind: ServiceKind, service: SupportingServiceConstruct): void {
    this.services[kind].push(service);
  }

  /**
   * Services of one kind; more than one is a mistake.
   * @internal
   */
  public _servicesOf(kind: ServiceKind): SupportingServiceConstruct[] {
    return attached(this.services[kind]);
  }

  private spec(): SonataFlowPlatformSpec {
    const [jobsService] = this._servicesOf('jobsService');
    const [dataIndex] = this._servicesOf('dataIndex');
    return {
      persistence: this.props.persistence && { postgresql: this.props.persistence._spec },
      services: jobsService || dataIndex ? { dataIndex: dataIndex?._spec(), jobService: jobsService?._spec() } : undefined,
    };
  }
}

/** Compiled languages cannot get it wrong; others can. */
function inheritedPersistenceProblem(given: string): ValueProblem | undefined {
  const words: string[] = Object.values(InheritedPersistence);
  if (words.includes(given)) return undefined;
  return { rule: 'SF-INHERITED-PERSISTENCE', given: quote(given), allowed: list(words), fix: suggest(given, words) };
}
