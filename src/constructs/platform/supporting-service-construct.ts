import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { SonataFlowPlatformSpecServicesDataIndex, toJson_SonataFlowPlatformSpecServicesDataIndex } from '../../../imports/sonataflow.org';
import { ServiceDeclaration } from '../../checks/declarations/declaration';
import { unknownPlatform } from '../../checks/declarations/platform-unknown';
import { Finding, Severity } from '../../findings/finding';
import { FindingsError } from '../../findings/findings-error';
import { quote } from '../../findings/words';
import { JsonObject } from '../../json/json';
import { asObject } from '../../json/lenient';
import { withoutUndefined } from '../../json/without-undefined';
import { Manifest } from '../../manifests/parts/manifest';
import { DatabaseBinding } from '../../model/database';
import { serviceSelector } from '../../model/labels';
import { SERVICE_KINDS, ServiceKind, ServiceModel } from '../../model/service';
import { PropertyEntry } from '../../properties/property-entry';
import { serviceProperties } from '../../properties/service-properties';
import { Destination } from '../../values/destination';
import { PodTemplate } from '../../values/pod-template';
import { ServicePersistence } from '../../values/service-persistence';
import { AppRegistry } from '../app/app-registry';
import { chartNamespace } from '../app/namespace';
import { podTemplateSpec } from '../app/pod-template-spec';
import { DeclaredPlatform, ISonataFlowPlatform } from '../app/roles';

/** What the supporting services of a platform have in common. */
export interface SupportingServiceConstructProps {
  /**
   * The platform that the service belongs to.
   * @default - the platform in whose scope the construct is
   */
  readonly platform?: ISonataFlowPlatform;

  /**
   * Whether workflows are wired to the service. It is deployed either way.
   * @default - not written; the operator takes a service that is there as enabled
   */
  readonly enabled?: boolean;

  /**
   * Where the service keeps its data.
   * @default ServicePersistence.fromPlatform()
   */
  readonly persistence?: ServicePersistence;

  /**
   * The pods of the service.
   * @default - as the operator makes them
   */
  readonly podTemplate?: PodTemplate;

  /**
   * The Broker that delivers the events of workflows to the service.
   * @default - not written; the platform's broker if it has one
   */
  readonly source?: Destination;
}

/** A supporting service of a platform. It is a part of the platform's custom resource, so its `ApiObject.of` is the platform's. */
export abstract class SupportingServiceConstruct extends Construct {
  /** The platform that the service belongs to. */
  public readonly platform: ISonataFlowPlatform;

  private readonly declaredPlatform: DeclaredPlatform;
  private readonly props: SupportingServiceConstructProps;

  /**
   * @throws SF-PLATFORM-MISSING when no platform is given and none is in scope, or when it is managed elsewhere; SF-PLATFORM-UNKNOWN when
   * it is not one of this app's
   */
  public constructor(scope: Construct, id: string, props: SupportingServiceConstructProps = {}) {
    super(scope, id);
    this.props = props;
    this.declaredPlatform = this.findPlatform();
    this.platform = this.declaredPlatform;
    this.node.defaultChild = this.declaredPlatform.apiObject;
    this.declaredPlatform._addService(this._kind(), this);
  }

  /** @internal */
  protected abstract _kind(): ServiceKind;

  /** Name of its Deployment and its Service. */
  public get serviceName(): string {
    return this._model().name;
  }

  /** Its address inside the cluster. */
  public get serviceUrl(): string {
    return this._model().url;
  }

  /** The database that it uses, its own or the platform's; none when it keeps its data in the pod. */
  public get persistence(): DatabaseBinding | undefined {
    return this._model().database;
  }

  /** The application properties that the operator configures, in the order of its file. */
  public get properties(): PropertyEntry[] {
    const { landscape, model } = this.declaredPlatform._facts();
    return serviceProperties(landscape.operator, model, this._model());
  }

  /** @internal */
  public _model(): ServiceModel {
    return this.declaredPlatform._facts().model[this._kind()]!;
  }

  /** The Kubernetes objects of the service where they are written in place of the custom resource; else none. */
  public get objects(): ApiObject[] {
    const [[label, name]] = Object.entries(serviceSelector({ name: this.serviceName }));
    return this.declaredPlatform.objects.filter((object) => asObject((object.toJson() as Manifest).metadata.labels)[label] === name);
  }

  /** @internal */
  public _spec(): JsonObject {
    const { enabled, persistence, podTemplate, source } = this.props;
    const { _database: database, _dbMigrationStrategy: dbMigrationStrategy } = persistence ?? ServicePersistence.fromPlatform();
    const spec: SonataFlowPlatformSpecServicesDataIndex = {
      enabled,
      persistence: database || dbMigrationStrategy ? { postgresql: database && { ...database._spec }, dbMigrationStrategy } : undefined,
      source: source?._spec,
    };
    return withoutUndefined({ ...toJson_SonataFlowPlatformSpecServicesDataIndex(spec) as JsonObject, podTemplate: podTemplateSpec(podTemplate) });
  }

  /** @internal */
  public get _declaration(): ServiceDeclaration {
    const { _database: database, _ephemeral: ephemeral = false } = this.props.persistence ?? {};
    return {
      where: this.node.path,
      chartNamespace: chartNamespace(this),
      problems: database?._problems ?? [],
      databaseSecret: database?._secret,
      ephemeral,
    };
  }
  /** The service is a part of the platform's custom resource, so that has to be written here. */
  private findPlatform(): DeclaredPlatform {
    const registry = AppRegistry.of(this);
    const platform = this.props.platform ?? registry.platformAt(this);
    const declared = platform && registry.declared(platform);
    if (declared) return declared;
    const unknown = platform ? unknownPlatform(this.node.path, registry.given(platform)) : [];
    throw new FindingsError(unknown.length > 0 ? unknown : [platformMissing(this.node.path, this._kind(), platform)]);
  }
}

/** @param elsewhere a platform that is not declared here */
function platformMissing(where: string, kind: ServiceKind, elsewhere: ISonataFlowPlatform | undefined): Finding {
  const { title } = SERVICE_KINDS[kind];
  return {
    rule: 'SF-PLATFORM-MISSING',
    severity: Severity.ERROR,
    where,
    ...elsewhere ? {
      given: `a ${title} on the platform ${quote(elsewhere.platformName)}, which is managed elsewhere`,
      allowed: 'a SonataFlowPlatformConstruct: a service is a part of its platform\'s custom resource',
      fix: `add the service where the platform is managed, and say "${kind}: true" to fromPlatformName`,
    } : {
      given: `a ${title} without a platform`,
      allowed: 'a platform in whose scope it is, or the property platform',
      fix: 'write new SonataFlowPlatformConstruct(...) and give it as scope',
    },
  };
}
