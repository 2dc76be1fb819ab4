import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct, Dependable, IConstruct } from 'constructs';
import { SERVICE_PROPS } from './platform-props';
import { SupportingServiceProps } from './supporting-service-props';
import { SonataFlowPlatformSpecServicesDataIndex, toJson_SonataFlowPlatformSpecServicesDataIndex } from '../../../imports/sonataflow.org';
import { ServiceDeclaration } from '../../checks/declarations/declaration';
import { unknownPlatform } from '../../checks/declarations/platform-unknown';
import { Finding } from '../../findings/finding';
import { FindingsError } from '../../findings/findings-error';
import { quote } from '../../findings/words';
import { JsonObject } from '../../json/json';
import { asObject } from '../../json/lenient';
import { withoutUndefined } from '../../json/without-undefined';
import { Manifest } from '../../manifests/parts/manifest';
import { DatabaseBinding } from '../../model/database';
import { serviceSelector } from '../../model/labels';
import { SERVICE_KINDS, ServiceKind, serviceName, serviceUrl } from '../../model/service';
import { PropertyEntry } from '../../properties/property-entry';
import { serviceProperties } from '../../properties/service-properties';
import { foundAt } from '../../rules/found';
import { throwIfAny } from '../../rules/value-problem';
import { Destination } from '../../values/eventing/destination';
import { checkGiven } from '../../values/given';
import { ServicePersistence } from '../../values/persistence/service-persistence';
import { PodTemplate } from '../../values/pod/pod-template';
import { snakeCaseProblems } from '../../values/snake-case';
import { AppRegistry } from '../app/app-registry';
import { ingressBackendOf, podSelectorConfig, SERVICE_PORT } from '../app/cdk8s-plus';
import { chartNamespace } from '../app/namespace';
import { RenderedObject } from '../app/objects/rendered-objects';
import { podTemplateSpec } from '../app/pod-template-spec';
import { DeclaredPlatform, ISonataFlowPlatform } from '../app/roles';

/** A supporting service of a platform: a `JobsServiceConstruct` or a `DataIndexConstruct`. */
export interface ISupportingService extends kplus.INetworkPolicyPeer, kplus.IPodSelector {
  /** The platform that the service belongs to. */
  readonly platform: ISonataFlowPlatform;

  /** Name of its Deployment and its Service. */
  readonly serviceName: string;

  /** Its address inside the cluster. */
  readonly serviceUrl: string;

  /** Port of its Service. */
  readonly servicePort: number;

  /** Labels that its pods have, whoever makes them, and no others. */
  readonly selectorLabels: Record<string, string>;

  /** Whether workflows are wired to it, if that was said. It is deployed either way. */
  readonly enabled?: boolean;

  /** Where it keeps its data, as it was said. */
  readonly persistence: ServicePersistence;

  /** The database that it uses, its own or the platform's; none when it keeps its data in the pod. */
  readonly database?: DatabaseBinding;

  /** Its pods, as far as something was said of them. */
  readonly podTemplate?: PodTemplate;

  /** The Broker that delivers the events of workflows to it, where that is not the platform's. */
  readonly source?: Destination;

  /** The application properties that the operator configures, in the order of its file. */
  readonly properties: PropertyEntry[];

  /** The Kubernetes objects of the service where they are written in place of the custom resource; else none. */
  readonly objects: ApiObject[];

  /** The service as the backend of an Ingress of cdk8s-plus. */
  ingressBackend(): kplus.IngressBackend;
}

/**
 * What both services are. It is a part of the platform's custom resource, so its `ApiObject.of` is the platform's.
 * @internal
 */
export abstract class SupportingService extends Construct implements ISupportingService {
  /** Whether workflows are wired to the service, if that was said. It is deployed either way. */
  public readonly enabled?: boolean;

  /** Where the service keeps its data, as it was said. */
  public readonly persistence: ServicePersistence;

  /** The pods of the service, as far as something was said of them. */
  public readonly podTemplate?: PodTemplate;

  /** The Broker that delivers the events of workflows to the service, where that is not the platform's. */
  public readonly source?: Destination;

  /** @internal */
  protected readonly _declaredPlatform: DeclaredPlatform;

  protected constructor(scope: Construct, id: string, private readonly kind: ServiceKind, props: SupportingServiceProps) {
    super(scope, id);
    checkGiven(this.node.path, props, SERVICE_PROPS);
    throwIfAny(this.node.path, snakeCaseProblems('podTemplate', props.podTemplate));
    this.enabled = props.enabled;
    this.persistence = props.persistence ?? ServicePersistence.fromPlatform();
    this.podTemplate = props.podTemplate;
    this.source = props.source;
    this._declaredPlatform = declaredPlatform(this, kind, props.platform);
    this.node.defaultChild = this._declaredPlatform.apiObject;
    this._declaredPlatform._addService(kind, this);
    const written = () => writtenOf(this._declaredPlatform);
    Dependable.implement(this, { get dependencyRoots() { return written(); } });
  }

  /** The platform that the service belongs to. */
  public get platform(): ISonataFlowPlatform {
    return this._declaredPlatform;
  }

  /** Name of its Deployment and its Service. */
  public get serviceName(): string {
    return serviceName(this._declaredPlatform._resource.metadata.name, this.kind);
  }

  /** Its address inside the cluster. */
  public get serviceUrl(): string {
    return serviceUrl(this.serviceName, this._declaredPlatform._resource.metadata.namespace);
  }

  /** Port of its Service. */
  public get servicePort(): number {
    return SERVICE_PORT;
  }

  /** Labels that its pods have, whoever makes them, and no others. */
  public get selectorLabels(): Record<string, string> {
    return { ...serviceSelector({ name: this.serviceName }) };
  }

  /** The service as the backend of an Ingress of cdk8s-plus. */
  public ingressBackend(): kplus.IngressBackend {
    return ingressBackendOf(this.serviceName);
  }

  /** Its pods, for a NetworkPolicy of cdk8s-plus. */
  public toPodSelectorConfig(): kplus.PodSelectorConfig {
    return podSelectorConfig(this.selectorLabels, this._declaredPlatform._namespace);
  }

  /** Its pods, for a NetworkPolicy of cdk8s-plus. */
  public toPodSelector(): kplus.IPodSelector | undefined {
    return this;
  }

  /** Its pods, for a NetworkPolicy of cdk8s-plus. */
  public toNetworkPolicyPeerConfig(): kplus.NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** The database that it uses, its own or the platform's; none when it keeps its data in the pod. */
  public get database(): DatabaseBinding | undefined {
    return this._declaredPlatform._facts().model[this.kind]?.database;
  }

  /** The application properties that the operator configures, in the order of its file. */
  public get properties(): PropertyEntry[] {
    const { landscape, model } = this._declaredPlatform._facts();
    const service = model[this.kind];
    return service ? serviceProperties(landscape.operator, model, service) : [];
  }

  /** The Kubernetes objects of the service where they are written in place of the custom resource; else none. */
  public get objects(): ApiObject[] {
    const selector = Object.entries(this.selectorLabels);
    return this._declaredPlatform.objects.filter((object) => {
      const labels = asObject((object.toJson() as Manifest).metadata.labels);
      return selector.every(([label, name]) => labels[label] === name);
    });
  }

  /** @internal */
  public _spec(): JsonObject {
    const { enabled, persistence: { _database: database, _dbMigrationStrategy: dbMigrationStrategy }, podTemplate, source } = this;
    const spec: SonataFlowPlatformSpecServicesDataIndex = {
      enabled,
      persistence: database || dbMigrationStrategy ? { postgresql: database && { ...database._spec }, dbMigrationStrategy } : undefined,
      source: source?._spec,
    };
    return withoutUndefined({ ...toJson_SonataFlowPlatformSpecServicesDataIndex(spec) as JsonObject, podTemplate: podTemplateSpec(podTemplate) });
  }

  /** @internal */
  public get _declaration(): ServiceDeclaration {
    const { _database: database, _ephemeral: ephemeral } = this.persistence;
    return {
      where: this.node.path,
      chartNamespace: chartNamespace(this),
      problems: database?._problems ?? [],
      databaseSecret: database?._secret,
      ephemeral,
    };
  }
}

/** What is written for a service is the platform's custom resource, or among the objects in its place; a workflow in the scope of the platform is not. */
function writtenOf(platform: DeclaredPlatform): IConstruct[] {
  if (!platform.rendering._kubernetesObjects) return [platform.apiObject];
  return Dependable.of(platform).dependencyRoots.flatMap(({ node }) => node.children).filter((child) => RenderedObject.isRendered(child));
}

/** A service is a part of its platform's custom resource, so that has to be written here. */
function declaredPlatform(service: IConstruct, kind: ServiceKind, given: ISonataFlowPlatform | undefined): DeclaredPlatform {
  const registry = AppRegistry.of(service);
  const platform = given ?? registry.platformAt(service);
  const declared = platform && registry.declared(platform);
  if (declared) return declared;
  const where = service.node.path;
  const unknown = platform ? unknownPlatform(where, registry.given(platform)) : [];
  throw new FindingsError(unknown.length > 0 ? unknown : [platformMissing(where, kind, platform)]);
}

/** @param elsewhere a platform that is not declared here */
function platformMissing(where: string, kind: ServiceKind, elsewhere: ISonataFlowPlatform | undefined): Finding {
  const { title } = SERVICE_KINDS[kind];
  return foundAt('SF-PLATFORM-MISSING', { where }, elsewhere
    ? {
      given: `a ${title} on the platform ${quote(elsewhere.platformName)}, which is managed elsewhere`,
      allowed: 'a SonataFlowPlatformConstruct: a service is a part of its platform\'s custom resource',
      fix: `add the service where the platform is managed, and say "${kind}: true" to fromPlatformName`,
    } : {
      given: `a ${title} without a platform`,
      allowed: 'a platform in whose scope it is, or the property platform',
      fix: 'write new SonataFlowPlatformConstruct(...) and give it as scope',
    });
}
