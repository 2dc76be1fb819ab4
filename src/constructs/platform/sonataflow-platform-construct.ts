import { ApiObject, ApiObjectMetadata, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { ExternalPlatform, ExternalPlatformOptions } from './external-platform';
import { PLATFORM_PROPS, PROPERTY_VALUE } from './platform-props';
import { PlatformParts, platformSpec } from './platform-spec';
import { SonataFlowPlatformOptions } from './sonataflow-platform-options';
import { PlatformDeclaration } from '../../checks/declarations/declaration';
import { Finding } from '../../findings/finding';
import { quote } from '../../findings/words';
import { JsonObject } from '../../json/json';
import { DEFAULT_PLATFORM_NAME, usedService } from '../../model/cluster-platform';
import { FLYWAY_PROPERTY } from '../../model/database';
import { API_VERSION, PlatformResource } from '../../model/resource';
import { ALL_SERVICE_KINDS, SERVICE_KINDS, ServiceKind, serviceName } from '../../model/service';
import { throwIfAny } from '../../rules/value-problem';
import { BuildConfigOptions } from '../../values/build/build-config';
import { BuildTemplateOptions } from '../../values/build/build-template';
import { Destination } from '../../values/eventing/destination';
import { checkGiven, givenProblem } from '../../values/given';
import { ClusterFacts, clusterFactsProblem } from '../../values/operator/cluster-facts';
import { OperatorVersion } from '../../values/operator/operator-version';
import { InheritedPersistence } from '../../values/persistence/inherited-persistence';
import { inheritedPersistenceProblem } from '../../values/persistence/inherited-persistence-rules';
import { PostgreSql } from '../../values/persistence/postgre-sql';
import { PropertyValue } from '../../values/property-value';
import { Rendering } from '../../values/rendering';
import { snakeCaseProblems } from '../../values/snake-case';
import { configuredOperator } from '../app/app-configuration';
import { AppLook } from '../app/app-look';
import { AppObjects } from '../app/app-objects';
import { AppRegistry, attached } from '../app/app-registry';
import { AppValidation } from '../app/app-validation';
import { platformFacts } from '../app/facts';
import { consideredFindings } from '../app/findings/considered-findings';
import { platformConstructFindings, serviceOf } from '../app/findings/construct-findings';
import { landscapeOf } from '../app/landscape-of';
import { RenderedObjects } from '../app/objects/rendered-objects';
import { WireResource } from '../app/objects/wire-resource';
import { DeclaredService, ISonataFlowPlatform, PlatformFacts } from '../app/roles';
import { UniqueEntries } from '../app/unique-entries';

/** What a platform is made of. */
export interface SonataFlowPlatformConstructProps extends SonataFlowPlatformOptions {
  /**
   * Metadata of the custom resource.
   * @default - named `sonataflow-platform`, in the namespace of the chart
   */
  readonly metadata?: ApiObjectMetadata;
}

/**
 * A SonataFlow platform: what the workflows of a namespace share.
 *
 * @example
 * const platform = new SonataFlowPlatformConstruct(chart, 'Platform', {
 *   persistence: PostgreSql.fromService({ name: 'postgres', credentials: { secret } }),
 *   broker: Destination.broker('default'),
 * });
 * new JobsServiceConstruct(platform, 'JobsService');
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/supporting-services.html
 */
export class SonataFlowPlatformConstruct extends Construct implements ISonataFlowPlatform {
  /**
   * A platform that is managed elsewhere: nothing is written for it, and the workflows of its namespace bind to it.
   *
   * @param name of its custom resource
   * @throws SF-NAME, SF-INHERITED-PERSISTENCE for what cannot be
   * @example
   * const platform = SonataFlowPlatformConstruct.fromPlatformName(chart, 'Platform', 'sonataflow-platform', { jobsService: true });
   * new WorkflowConstruct(chart, 'Greet', { definition, platform });
   */
  public static fromPlatformName(scope: Construct, id: string, name: string, options: ExternalPlatformOptions = {}): ISonataFlowPlatform {
    return new ExternalPlatform(scope, id, name, options);
  }

  /** The custom resource. */
  public readonly apiObject: ApiObject;
  public readonly platformName: string;
  public readonly platformNamespace?: string;

  /** The database of the platform. */
  public readonly persistence?: PostgreSql;

  /** Where the events of services and workflows go and come from that say nothing else. */
  public readonly broker?: Destination;

  /** Whether the workflows make their tables when they start, if that was said. */
  public readonly flywayEnabled?: boolean;

  /** Whether Prometheus finds the workflows, if that was said. */
  public readonly monitoring?: boolean;

  /** How images of workflows of the profile preview are built. */
  public readonly buildConfig?: BuildConfigOptions;

  /** What each build of such an image starts from. */
  public readonly buildTemplate?: BuildTemplateOptions;

  /** Full name of the image of workflows of the profile dev, if it is not the operator's own. */
  public readonly devModeBaseImage?: string;

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
  private readonly propertyEntries: UniqueEntries<PropertyValue>;
  private readonly services: Record<ServiceKind, DeclaredService[]> = { dataIndex: [], jobsService: [] };

  /**
   * @throws SF-INHERITED-PERSISTENCE when `inheritedPersistence` is none of the three words; SF-PROP-TWO for a property without a name or
   * one that another prop says too
   */
  public constructor(scope: Construct, id: string, props: SonataFlowPlatformConstructProps = {}) {
    super(scope, id);
    checkGiven(this.node.path, props, PLATFORM_PROPS);
    this.persistence = props.persistence;
    this.broker = props.broker;
    this.flywayEnabled = props.flywayEnabled;
    this.monitoring = props.monitoring;
    this.buildConfig = props.buildConfig;
    this.buildTemplate = props.buildTemplate;
    this.devModeBaseImage = props.devModeBaseImage;
    this.operatorVersion = props.operatorVersion ?? configuredOperator(this);
    this.rendering = props.rendering ?? Rendering.customResources();
    this.clusterFacts = props.clusterFacts;
    this.inheritedPersistence = props.inheritedPersistence ?? InheritedPersistence.EXPLICIT;
    throwIfAny(this.node.path, [
      inheritedPersistenceProblem(this.inheritedPersistence), clusterFactsProblem(this.clusterFacts),
      ...snakeCaseProblems('buildTemplate', this.buildTemplate),
    ]);
    this.propertyEntries = new UniqueEntries(
      { rule: 'SF-PROP-TWO', where: this.node.path, what: 'the property' }, Object.entries(props.properties ?? {}),
    );
    if (this.flywayEnabled !== undefined) this.propertyEntries.add(FLYWAY_PROPERTY, PropertyValue.fromText(String(this.flywayEnabled)));
    this.apiObject = this.customResource(props.metadata);
    this.platformName = this.apiObject.name;
    this.platformNamespace = this.apiObject.metadata.namespace;
    this.wire = new WireResource(this, this.apiObject, () => this.operatorVersion._behaviour, () => this.emptySpec());
    AppRegistry.of(this).addDeclaredPlatform(this);
    this.rendered = new RenderedObjects(this, () => this._facts(AppRegistry.of(this).objectsAtHand()));
    AppValidation.of(this).add(this, (objects) => {
      const facts = this._facts(objects);
      this.rendered.synchronise(facts);
      return this.findingsAmong(facts);
    });
  }

  /** A copy of the properties of all workflows of the platform, by name; `addProperty` adds more. That of `flywayEnabled` is said there. */
  public get properties(): Record<string, PropertyValue> {
    return Object.fromEntries(this.propertyEntries.sorted.filter(([name]) => this.flywayEnabled === undefined || name !== FLYWAY_PROPERTY));
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
    throwIfAny(this.node.path, [givenProblem(`the property ${quote(name)}`, value, PROPERTY_VALUE)]);
    this.propertyEntries.add(name, value);
  }

  /** All that is noticed about the platform and its services: errors and lesser things. */
  public get findings(): Finding[] {
    return this.findingsAmong(this._facts());
  }

  /** The Kubernetes objects that are written in place of the custom resource; none where the custom resource is. */
  public get objects(): ApiObject[] {
    return this.rendered.synchronise(this._facts());
  }

  /** @internal */
  public get _namespace(): string {
    return this.platformNamespace ?? '';
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
    return kinds.filter((kind) => this.servicesOf(kind)[0]?._declaration.ephemeral)
      .map((kind) => `${this._namespace}/${serviceName(this.platformName, kind)}`);
  }

  /**
   * The custom resource as the API server keeps it, and what follows from it.
   * @internal
   */
  public _facts(objects: AppObjects = AppRegistry.of(this).objects()): PlatformFacts {
    return AppLook.of(this).during(objects, () => (
      objects.once(this, () => platformFacts(this.wire.judged(), landscapeOf(this, objects), this.rendering))
    ));
  }

  /** @internal */
  public _addService(kind: ServiceKind, service: DeclaredService): void {
    this.services[kind].push(service);
  }

  private customResource(metadata: ApiObjectMetadata | undefined): ApiObject {
    const resource = new ApiObject(this, 'Resource', {
      apiVersion: API_VERSION,
      kind: 'SonataFlowPlatform',
      metadata: { name: DEFAULT_PLATFORM_NAME, ...metadata },
      spec: Lazy.any({ produce: () => platformSpec(this, { services: this.servicesSpec(), properties: this.propertyEntries.sorted }) }),
    });
    this.node.defaultChild = resource;
    if (this.rendering._kubernetesObjects) this.node.tryRemoveChild(resource.node.id);
    return resource;
  }

  /** Services of one kind; more than one is a mistake. */
  private servicesOf(kind: ServiceKind): DeclaredService[] {
    return attached(this.services[kind]);
  }

  private servicesSpec(): PlatformParts['services'] {
    const [jobsService] = this.servicesOf('jobsService');
    const [dataIndex] = this.servicesOf('dataIndex');
    return jobsService || dataIndex ? { dataIndex: dataIndex?._spec(), jobService: jobsService?._spec() } : undefined;
  }

  /** With the services that are declared: they are asked for their facts whatever else is wrong. */
  private emptySpec(): JsonObject {
    const kinds = ALL_SERVICE_KINDS.filter((kind) => this.servicesOf(kind).length > 0);
    return { services: Object.fromEntries(kinds.map((kind) => [SERVICE_KINDS[kind].field, {}])) };
  }

  private findingsAmong(facts: PlatformFacts): Finding[] {
    return consideredFindings(this, platformConstructFindings(facts, this.declaration()), {
      isWritten: !this.rendering._kubernetesObjects,
      parts: ALL_SERVICE_KINDS.flatMap((kind) => this.servicesOf(kind)),
      partOf: (finding) => {
        const kind = serviceOf(finding);
        const [construct] = kind ? this.servicesOf(kind) : [];
        return kind && construct && { construct, field: SERVICE_KINDS[kind].field };
      },
    });
  }

  private declaration(): PlatformDeclaration {
    const { persistence } = this;
    const declared = (kind: ServiceKind) => this.servicesOf(kind).map(({ _declaration }) => _declaration);
    return {
      where: this.node.path,
      name: this.platformName,
      namespace: this._namespace,
      problems: persistence?._problems ?? [],
      databaseSecret: persistence?._secret,
      databaseSchema: persistence?._spec.serviceRef?.databaseSchema,
      services: { dataIndex: declared('dataIndex'), jobsService: declared('jobsService') },
      rendered: this.rendered.given,
    };
  }
}
