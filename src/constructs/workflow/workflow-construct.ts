import { ApiObject, JsonPatch, Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { ResourceConfigMaps } from './resource-config-maps';
import { SecretProperties } from './secret-properties';
import { WorkflowConstructProps } from './workflow-construct-props';
import { workflowEventingSpec } from './workflow-eventing-spec';
import { SonataFlowSpecPersistence, toJson_SonataFlowSpecPersistence, toJson_SonataFlowSpecResources } from '../../../imports/sonataflow.org';
import { Finding, Severity } from '../../findings/finding';
import { FindingsError } from '../../findings/findings-error';
import { Manifest } from '../../manifests/parts/manifest';
import { workflowExplanation } from '../../manifests/workflow/workflow-explanation';
import { workflowManifests } from '../../manifests/workflow/workflow-manifests';
import { DatabaseBinding, PersistenceSource } from '../../model/database';
import { Landscape } from '../../model/landscape';
import { API_VERSION, PlatformResource, WorkflowResource } from '../../model/resource';
import { PROFILE_ANNOTATION, USER_PROPERTIES_FILE, workflowModel, WorkflowModel } from '../../model/workflow';
import { effectiveProperties } from '../../properties/effective-properties';
import { managedProperties } from '../../properties/managed-properties';
import { Explanation, PropertyEntry } from '../../properties/property-entry';
import { Destination } from '../../values/destination';
import { InheritedPersistence } from '../../values/inherited-persistence';
import { PostgreSql } from '../../values/postgre-sql';
import { Rendering } from '../../values/rendering';
import { WorkflowPersistence } from '../../values/workflow-persistence';
import { WorkflowProfile } from '../../values/workflow-profile';
import { WorkflowResources } from '../../workflow-definition/workflow-resources';
import { AppObjects } from '../app/app-objects';
import { AppRegistry } from '../app/app-registry';
import { workflowFindings } from '../app/construct-findings';
import { landscapeOf, operatorOf } from '../app/landscape-of';
import { namespaceFindings, platformInScope } from '../app/platform-lookup';
import { podTemplateSpec } from '../app/pod-template-spec';
import { RenderedObjects } from '../app/rendered-objects';
import { reportErrors } from '../app/report-errors';
import { UniqueEntries } from '../app/unique-entries';
import { JudgedResource, WireResource } from '../app/wire-resource';
import type { ISonataFlowPlatform } from '../platform/sonataflow-platform-construct';

export interface WorkflowFacts extends JudgedResource<WorkflowResource> {
  readonly landscape: Landscape;
  readonly model: WorkflowModel;
  readonly rendering: Rendering;
  /** What the operator would make; nothing where custom resources are written. */
  readonly manifests: readonly Manifest[];
}

/**
 * A serverless workflow.
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/developing-workflows.html
 */
export class WorkflowConstruct extends Construct {
  /** The custom resource. */
  public readonly apiObject: ApiObject;

  /** Name of the custom resource, of its Service and of its default database schema. */
  public readonly workflowName: string;

  /** @internal */
  public readonly _namespace: string;

  private readonly wire: WireResource<WorkflowResource>;
  private readonly props: WorkflowConstructProps;
  private readonly platform?: ISonataFlowPlatform;
  private readonly rendered: RenderedObjects;
  private readonly isDev: boolean;
  private readonly propertiesConfigMap?: ApiObject;
  private readonly resourceConfigMaps: ResourceConfigMaps;
  private readonly secretProperties: SecretProperties;
  private readonly sources: UniqueEntries<Destination>;

  /**
   * @throws SF-FLOW-DEFINITION when neither the metadata nor the definition names the workflow; SF-EVENT-SOURCE-TWO for two sources of
   * one event type; SF-NAME, SF-PROP-KEY for a Secret or key that Kubernetes refuses
   */
  public constructor(scope: Construct, id: string, props: WorkflowConstructProps) {
    super(scope, id);
    this.props = props;
    this.platform = props.platform ?? platformInScope(this);
    const { definition, metadata = {}, profile } = props;
    const name = metadata.name ?? definition.id;
    if (name === undefined) throw new FindingsError([withoutName(this.node.path)]);
    const annotations = { ...definition._annotations, ...profile && { [PROFILE_ANNOTATION]: profile }, ...metadata.annotations };
    this.isDev = annotations[PROFILE_ANNOTATION] === WorkflowProfile.DEV;
    this.sources = new UniqueEntries({ rule: 'SF-EVENT-SOURCE-TWO', where: this.node.path, what: 'a source of the event type' });
    for (const { eventType, destination } of props.sources ?? []) this.addSource(eventType, destination);
    this.secretProperties = new SecretProperties(this.node.path);
    for (const [property, { secret, key }] of Object.entries(props.secretProperties ?? {})) this.addSecretProperty(property, secret, key);
    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion: API_VERSION,
      kind: 'SonataFlow',
      metadata: { ...metadata, name, annotations },
      spec: Lazy.any({ produce: () => this.secretProperties.addedTo(this.specWithoutFlow()) }),
    });
    // As a property the flow would lose its nulls, and keys such as `constructor` would be refused.
    this.apiObject.addJsonPatch(JsonPatch.add('/spec/flow', definition.flow));
    this.workflowName = this.apiObject.name;
    this._namespace = this.apiObject.metadata.namespace ?? '';
    this.wire = new WireResource(this, this.apiObject, () => operatorOf(this, this._namespace), { flow: { states: [] } });
    if (props.applicationProperties) {
      this.propertiesConfigMap = new ApiObject(this, 'ApplicationProperties', {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: `${this.workflowName}-props`, namespace: this.apiObject.metadata.namespace },
        data: { [USER_PROPERTIES_FILE]: props.applicationProperties.text },
      });
      // The operator would begin with empty properties, and roll out once more when they come.
      this.apiObject.addDependency(this.propertiesConfigMap);
    }
    this.resourceConfigMaps = new ResourceConfigMaps(this, this.apiObject);
    this.resourceConfigMaps.add(props.resources ?? []);
    this.node.defaultChild = this.apiObject;
    const registry = AppRegistry.of(this);
    registry.addWorkflow(this);
    this.rendered = new RenderedObjects(this, () => this.synchronised(this._facts()).manifests);
    reportErrors(this, () => workflowFindings(this, this.synchronised(this._facts(registry.objectsWhileValidating()))));
  }

  /** What the operator does with the workflow: a preview whose image is given is handled as gitops. */
  public get profile(): WorkflowProfile {
    return this._facts().model.profile;
  }

  /** Address of the workflow inside the cluster. */
  public get serviceUrl(): string {
    return this._facts().model.url;
  }

  /** The database that the workflow uses, its own or the platform's; none when its state lives in the pod. */
  public get persistence(): DatabaseBinding | undefined {
    const { database } = this._facts().model;
    // Written out in full, what is inherited looks like the workflow's own.
    return database && { ...database, source: this.props.persistence?._database ? PersistenceSource.OWN : PersistenceSource.PLATFORM };
  }

  /** The properties that the operator injects, in the order of its file. */
  public get managedProperties(): PropertyEntry[] {
    const { landscape, model } = this._facts();
    return managedProperties(landscape, model);
  }

  /** The properties that are in force: the managed ones and those of the user that none of them overrides. Sorted by name. */
  public get effectiveProperties(): PropertyEntry[] {
    const { landscape, model } = this._facts();
    return this.secretProperties.over(effectiveProperties(landscape, model));
  }

  /**
   * Where each environment variable of the container and each application property gets its value from, and what it overrides.
   *
   * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/configuring-workflows.html
   */
  public explain(): Explanation {
    const { landscape, model, rendering } = this._facts();
    return workflowExplanation(landscape, model, !rendering._kubernetesObjects?.corrections);
  }

  /** Quarkus extensions that an image built for the workflow has to contain for its database; none without a database. */
  public get requiredExtensions(): string[] {
    const { landscape, model } = this._facts();
    return model.database ? [...landscape.operator.persistenceExtensions] : [];
  }

  /** The same as an argument for the build of the image, such as `QUARKUS_EXTENSIONS=…`; none without a database. */
  public get requiredExtensionsBuildArg(): string | undefined {
    return this.persistence && `QUARKUS_EXTENSIONS=${this.requiredExtensions.join(',')}`;
  }

  /**
   * Takes the value of a property from a key of a Secret, which is in the workflow's namespace.
   *
   * @throws SF-PROP-TWO when that was said already; SF-NAME, SF-PROP-KEY for a Secret or key that Kubernetes refuses
   */
  public addSecretProperty(name: string, secret: kplus.ISecret, key: string): void {
    this.secretProperties.add(name, { secret, key });
  }

  /**
   * Says where the events of a type come from.
   *
   * @throws SF-EVENT-SOURCE-TWO when that was said already
   */
  public addSource(eventType: string, destination: Destination): void {
    this.sources.add(eventType, destination);
  }

  /** All that is noticed about the workflow: errors and lesser things. */
  public get findings(): Finding[] {
    return workflowFindings(this, this._facts());
  }

  /** The Kubernetes objects that are written in place of the custom resource; none where the custom resource is. */
  public get objects(): ApiObject[] {
    return this.rendered.synchronise(this._facts().manifests);
  }

  /** The ConfigMaps that the construct writes, whatever is rendered: that of the properties, and those of the resources by name. */
  public get configMaps(): ApiObject[] {
    return [...this.propertiesConfigMap ? [this.propertiesConfigMap] : [], ...this.resourceConfigMaps.apiObjects];
  }

  /** Adds files that the definition refers to. In which order they are added does not matter. */
  public addResource(resource: WorkflowResources): void {
    this.resourceConfigMaps.add([resource]);
  }

  /**
   * The database of its own.
   * @internal
   */
  public get _database(): PostgreSql | undefined {
    return this.props.persistence?._database;
  }

  /** @internal */
  public get _resource(): WorkflowResource {
    return this.wire.judged().resource;
  }

  /**
   * The custom resource as the API server keeps it, and what follows from it.
   * @internal
   */
  public _facts(objects: AppObjects = AppRegistry.of(this).objects()): WorkflowFacts {
    const { resource, problems } = this.wire.judged();
    const landscape = landscapeOf(this, objects, [resource]);
    const rendering = AppRegistry.of(this).platformOf(this._namespace)?.rendering ?? Rendering.customResources();
    return {
      resource,
      problems,
      landscape,
      rendering,
      model: workflowModel(landscape, resource),
      manifests: rendering._kubernetesObjects ? workflowManifests(landscape, resource) : [],
    };
  }

  /**
   * What only the construct knows and the custom resource no longer says.
   * @internal
   */
  public _ownFindings(): Finding[] {
    return [
      ...this.platform ? namespaceFindings(this, this.apiObject.metadata.namespace, this.platform) : [],
      ...this.resourceConfigMaps.problems.map((problem) => ({ ...problem, severity: Severity.ERROR, where: this.node.path })),
      ...this.secretProperties.findings(this._resource),
    ];
  }

  /** The platform that decides what is written may come after the workflow. */
  private synchronised(facts: WorkflowFacts): WorkflowFacts {
    if (facts.rendering._kubernetesObjects) this.node.tryRemoveChild(this.apiObject.node.id);
    this.rendered.synchronise(facts.manifests);
    return facts;
  }

  private specWithoutFlow(): object {
    const { podTemplate, sink } = this.props;
    return {
      persistence: toJson_SonataFlowSpecPersistence(this.persistenceSpec()),
      podTemplate: podTemplateSpec(podTemplate),
      resources: toJson_SonataFlowSpecResources(this.resourceConfigMaps.spec),
      ...workflowEventingSpec(sink, this.sources.sorted),
    };
  }

  private persistenceSpec(): SonataFlowSpecPersistence | undefined {
    const { _database: own, _dbMigrationStrategy, _ephemeral: ephemeral } = this.props.persistence ?? WorkflowPersistence.fromPlatform();
    if (own) return { postgresql: own._spec, dbMigrationStrategy: _dbMigrationStrategy };
    const platform = AppRegistry.of(this).platformOf(this._namespace);
    const inherited = platform?._resource.spec.persistence?.postgresql;
    if (!platform || !inherited || this.isDev) return undefined;
    // Where no operator reads it, there is no doubt about what it means.
    switch (platform.rendering._kubernetesObjects ? InheritedPersistence.EXPLICIT : platform.inheritedPersistence) {
      case InheritedPersistence.EMPTY_OBJECT: return ephemeral ? undefined : {};
      case InheritedPersistence.ABSENT: return ephemeral ? {} : undefined;
      default: return ephemeral ? {} : { postgresql: this.withOwnSchema(inherited) };
    }
  }

  /** The platform's setting cannot name a schema; the operator would take the workflow's name. */
  private withOwnSchema(inherited: NonNullable<NonNullable<PlatformResource['spec']['persistence']>['postgresql']>) {
    const { serviceRef } = inherited;
    return serviceRef ? { ...inherited, serviceRef: { ...serviceRef, databaseSchema: this.workflowName } } : inherited;
  }
}

function withoutName(where: string): Finding {
  return {
    rule: 'SF-FLOW-DEFINITION',
    severity: Severity.ERROR,
    where,
    field: 'id',
    given: 'a definition without an id',
    allowed: 'an id, which names the custom resource',
    fix: 'add an id to the definition, or give metadata.name',
  };
}
