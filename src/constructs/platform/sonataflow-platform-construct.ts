import { ApiObject, ApiObjectMetadata, Lazy } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { ExternalPlatform, ExternalPlatformOptions } from './external-platform';
import { PlatformParts, platformSpec } from './platform-spec';
import { SonataFlowPlatformOptions } from './sonataflow-platform-options';
import type { SupportingServiceConstruct } from './supporting-service-construct';
import { Finding } from '../../findings/finding';
import { Manifest } from '../../manifests/parts/manifest';
import { manifestsOfPlatform } from '../../manifests/platform/platform-manifests';
import { DEFAULT_PLATFORM_NAME, usedService } from '../../model/cluster-platform';
import { Landscape } from '../../model/landscape';
import { platformModel, PlatformModel } from '../../model/platform';
import { API_VERSION, PlatformResource } from '../../model/resource';
import { ServiceKind, serviceName } from '../../model/service';
import { throwIfAny } from '../../rules/value-problem';
import { ClusterFacts } from '../../values/cluster-facts';
import { InheritedPersistence } from '../../values/inherited-persistence';
import { inheritedPersistenceProblem } from '../../values/inherited-persistence-rules';
import { OperatorVersion } from '../../values/operator-version';
import { PostgreSql } from '../../values/postgre-sql';
import { PropertyValue } from '../../values/property-value';
import { Rendering } from '../../values/rendering';
import { AppObjects } from '../app/app-objects';
import { AppRegistry, attached } from '../app/app-registry';
import { platformFindings } from '../app/construct-findings';
import { landscapeOf } from '../app/landscape-of';
import { RenderedObjects } from '../app/rendered-objects';
import { reportErrors } from '../app/report-errors';
import { UniqueEntries } from '../app/unique-entries';
import { JudgedResource, WireResource } from '../app/wire-resource';

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
export interface SonataFlowPlatformConstructProps extends SonataFlowPlatformOptions {
  /**
   * Metadata of the custom resource.
   * @default - named `sonataflow-platform`, in the namespace of the chart
   */
  readonly metadata?: ApiObjectMetadata;
}

export interface PlatformFacts extends JudgedResource<PlatformResource> {
  readonly landscape: Landscape;
  readonly model: PlatformModel;
  /** What the operator would make; nothing where custom resources are written. */
  readonly manifests: readonly Manifest[];
}

/**
 * A SonataFlow platform: what the workflows of a namespace share.
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/supporting-services.html
 */
export class SonataFlowPlatformConstruct extends Construct implements ISonataFlowPlatform {
  /**
   * A platform that is managed elsewhere: nothing is written for it, and the workflows of its namespace bind to it.
   *
   * @param name of its custom resource
   * @throws SF-NAME, SF-INHERITED-PERSISTENCE for what cannot be
   */
  public static fromPlatformName(scope: Construct, id: string, name: string, options: ExternalPlatformOptions = {}): ISonataFlowPlatform {
    return new ExternalPlatform(scope, id, name, options);
  }

  /** The custom resource. */
  public readonly apiObject: ApiObject;
  public readonly platformName: string;
  public readonly platformNamespace?: string;
  /** The operator that takes the custom resources. */
  public readonly operatorVersion: OperatorVersion;
  /** What is written. */
  public readonly rendering: Rendering;
  /** What the cluster offers. */
  public readonly clusterFacts?: ClusterFacts;
  /** How workflows say that they inherit. */
  public readonly inheritedPersistence: InheritedPersistence;

  private readonly wire: WireResource<PlatformResource>;
  private readonly rendered: RenderedObjects;
  private readonly props: SonataFlowPlatformConstructProps;
  private readonly properties: UniqueEntries<PropertyValue>;
  private readonly services: Record<ServiceKind, SupportingServiceConstruct[]> = { dataIndex: [], jobsService: [] };

  /**
   * @throws SF-INHERITED-PERSISTENCE when `inheritedPersistence` is none of the three words; SF-PROP-TWO for a property without a name
   */
  public constructor(scope: Construct, id: string, props: SonataFlowPlatformConstructProps = {}) {
    super(scope, id);
    this.props = props;
    this.operatorVersion = props.operatorVersion ?? OperatorVersion.APACHE_10_1_0;
    this.rendering = props.rendering ?? Rendering.customResources();
    this.clusterFacts = props.clusterFacts;
    this.inheritedPersistence = props.inheritedPersistence ?? InheritedPersistence.EXPLICIT;
    throwIfAny(this.node.path, [inheritedPersistenceProblem(this.inheritedPersistence)]);
    this.properties = new UniqueEntries({ rule: 'SF-PROP-TWO', where: this.node.path, what: 'the property' });
    for (const [name, value] of Object.entries(props.properties ?? {})) this.addProperty(name, value);
    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion: API_VERSION,
      kind: 'SonataFlowPlatform',
      metadata: { name: DEFAULT_PLATFORM_NAME, ...props.metadata },
      spec: Lazy.any({ produce: () => platformSpec(props, { services: this.servicesSpec(), properties: this.properties.sorted }) }),
    });
    this.platformName = this.apiObject.name;
    this.platformNamespace = this.apiObject.metadata.namespace;
    this.wire = new WireResource(this, this.apiObject, () => this.operatorVersion._behaviour);
    this.node.defaultChild = this.apiObject;
    if (this.rendering._kubernetesObjects) this.node.tryRemoveChild(this.apiObject.node.id);
    const registry = AppRegistry.of(this);
    registry.addPlatform(this);
    this.rendered = new RenderedObjects(this, () => this._facts().manifests);
    reportErrors(this, () => {
      const facts = this._facts(registry.objectsWhileValidating());
      this.rendered.synchronise(facts.manifests);
      return platformFindings(this, facts);
    });
  }

  public get jobsServiceUrl(): string | undefined {
    return usedService(this._resource, undefined, 'jobsService')?.url;
  }

  public get dataIndexUrl(): string | undefined {
    return usedService(this._resource, undefined, 'dataIndex')?.url;
  }

  /**
   * Gives a property to all workflows of the platform.
   *
   * @throws SF-PROP-TWO when the platform gives it already
   */
  public addProperty(name: string, value: PropertyValue): void {
    this.properties.add(name, value);
  }

  /** All that is noticed about the platform and its services: errors and lesser things. */
  public get findings(): Finding[] {
    return platformFindings(this, this._facts());
  }

  /** The Kubernetes objects that are written in place of the custom resource; none where the custom resource is. */
  public get objects(): ApiObject[] {
    return this.rendered.synchronise(this._facts().manifests);
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
  public get _resource(): PlatformResource {
    return this.wire.judged().resource;
  }

  /**
   * Services that are said to have no database: only a rendering can do that.
   * @internal
   */
  public get _ephemeralServices(): string[] {
    if (!this.rendering._kubernetesObjects) return [];
    const kinds = Object.keys(this.services) as ServiceKind[];
    return kinds.filter((kind) => this._servicesOf(kind)[0]?._isEphemeral).map((kind) => `${this._namespace}/${serviceName(this.platformName, kind)}`);
  }

  /**
   * The custom resource as the API server keeps it, and what follows from it.
   * @internal
   */
  public _facts(objects: AppObjects = AppRegistry.of(this).objects()): PlatformFacts {
    const { resource, problems } = this.wire.judged();
    const landscape = landscapeOf(this, objects);
    return {
      resource,
      problems,
      landscape,
      model: platformModel(landscape, resource),
      manifests: this.rendering._kubernetesObjects ? manifestsOfPlatform(landscape, resource) : [],
    };
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

  private servicesSpec(): PlatformParts['services'] {
    const [jobsService] = this._servicesOf('jobsService');
    const [dataIndex] = this._servicesOf('dataIndex');
    return jobsService || dataIndex ? { dataIndex: dataIndex?._spec(), jobService: jobsService?._spec() } : undefined;
  }
}
