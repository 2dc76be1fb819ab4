import { ApiObject, ApiObjectMetadata, JsonPatch, Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { persistenceSpec } from './persistence-spec';
import { ResourceConfigMaps } from './resource-config-maps';
import { SecretProperties } from './secret-properties';
import { WorkflowConstructProps } from './workflow-construct-props';
import { workflowEventingSpec } from './workflow-eventing-spec';
import { toJson_SonataFlowSpecPersistence, toJson_SonataFlowSpecResources } from '../../../imports/sonataflow.org';
import { WorkflowDeclaration } from '../../checks/declarations/declaration';
import { Finding, Severity } from '../../findings/finding';
import { FindingsError } from '../../findings/findings-error';
import { workflowExplanation } from '../../manifests/workflow/workflow-explanation';
import { DatabaseBinding, PersistenceSource } from '../../model/database';
import { API_VERSION, WorkflowResource } from '../../model/resource';
import { PROFILE_ANNOTATION, USER_PROPERTIES_FILE } from '../../model/workflow';
import { effectiveProperties } from '../../properties/effective-properties';
import { managedProperties } from '../../properties/managed-properties';
import { Explanation, PropertyEntry } from '../../properties/property-entry';
import { Destination } from '../../values/destination';
import { Rendering } from '../../values/rendering';
import { WorkflowPersistence } from '../../values/workflow-persistence';
import { WorkflowProfile } from '../../values/workflow-profile';
import { ApplicationProperties } from '../../workflow-definition/application-properties';
import { WorkflowResources } from '../../workflow-definition/workflow-resources';
import { AppObjects } from '../app/app-objects';
import { AppRegistry } from '../app/app-registry';
import { workflowFindings } from '../app/construct-findings';
import { workflowFacts } from '../app/facts';
import { landscapeOf, operatorOf } from '../app/landscape-of';
import { podTemplateSpec } from '../app/pod-template-spec';
import { RenderedObjects } from '../app/rendered-objects';
import { reportErrors } from '../app/report-errors';
import { ISonataFlowPlatform, WorkflowFacts } from '../app/roles';
import { UniqueEntries } from '../app/unique-entries';
import { WireResource } from '../app/wire-resource';
import { considered } from '../checks';

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
    const registry = AppRegistry.of(this);
    this.platform = props.platform ?? registry.platformAt(this);
    const metadata = workflowMetadata(this.node.path, props);
    this.isDev = metadata.annotations[PROFILE_ANNOTATION] === WorkflowProfile.DEV;
    this.sources = new UniqueEntries(
      { rule: 'SF-EVENT-SOURCE-TWO', where: this.node.path, what: 'a source of the event type' },
      (props.sources ?? []).map(({ eventType, destination }) => [eventType, destination]),
    );
    this.secretProperties = new SecretProperties(this.node.path, props.secretProperties);
    this.apiObject = this.customResource(metadata);
    this.workflowName = this.apiObject.name;
    this._namespace = this.apiObject.metadata.namespace ?? '';
    this.wire = new WireResource(this, this.apiObject, () => operatorOf(this, this._namespace), { flow: { states: [] } });
    this.propertiesConfigMap = props.applicationProperties && this.configMapOf(props.applicationProperties);
    this.resourceConfigMaps = new ResourceConfigMaps(this, this.apiObject, props.resources);
    registry.addWorkflow(this);
    this.rendered = new RenderedObjects(this, () => this.synchronised(this._facts()).manifests);
    reportErrors(this, () => this.findingsAmong(this.synchronised(this._facts(registry.objectsWhileValidating()))));
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
    return this.findingsAmong(this._facts());
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

  /** @internal */
  public get _resource(): WorkflowResource {
    return this.wire.judged().resource;
  }

  /**
   * The custom resource as the API server keeps it, and what follows from it.
   * @internal
   */
  public _facts(objects: AppObjects = AppRegistry.of(this).objects()): WorkflowFacts {
    const judged = this.wire.judged();
    const { rendering = Rendering.customResources() } = AppRegistry.of(this).platformOf(this._namespace) ?? {};
    return workflowFacts(judged, landscapeOf(this, objects, [judged.resource]), rendering);
  }

  private customResource(metadata: ApiObjectMetadata): ApiObject {
    const resource = new ApiObject(this, 'Resource', {
      apiVersion: API_VERSION,
      kind: 'SonataFlow',
      metadata,
      spec: Lazy.any({ produce: () => this.secretProperties.addedTo(this.specWithoutFlow()) }),
    });
    // As a property the flow would lose its nulls, and keys such as `constructor` would be refused.
    resource.addJsonPatch(JsonPatch.add('/spec/flow', this.props.definition.flow));
    this.node.defaultChild = resource;
    return resource;
  }

  private configMapOf({ text }: ApplicationProperties): ApiObject {
    const configMap = new ApiObject(this, 'ApplicationProperties', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: `${this.workflowName}-props`, namespace: this.apiObject.metadata.namespace },
      data: { [USER_PROPERTIES_FILE]: text },
    });
    // The operator would begin with empty properties, and roll out once more when they come.
    this.apiObject.addDependency(configMap);
    return configMap;
  }

  /** The platform that decides what is written may come after the workflow. */
  private synchronised(facts: WorkflowFacts): WorkflowFacts {
    if (facts.rendering._kubernetesObjects) this.node.tryRemoveChild(this.apiObject.node.id);
    this.rendered.synchronise(facts.manifests);
    return facts;
  }

  private specWithoutFlow(): object {
    const { persistence = WorkflowPersistence.fromPlatform(), podTemplate, sink } = this.props;
    const platform = AppRegistry.of(this).platformOf(this._namespace);
    return {
      persistence: toJson_SonataFlowSpecPersistence(persistenceSpec(persistence, { name: this.workflowName, isDev: this.isDev, platform })),
      podTemplate: podTemplateSpec(podTemplate),
      resources: toJson_SonataFlowSpecResources(this.resourceConfigMaps.spec),
      ...workflowEventingSpec(sink, this.sources.sorted),
    };
  }

  private findingsAmong(facts: WorkflowFacts): Finding[] {
    return workflowFindings(facts, this.declaration()).map((finding) => considered(this, finding));
  }

  private declaration(): WorkflowDeclaration {
    const registry = AppRegistry.of(this);
    const { platform, workflowName: name, _namespace: namespace } = this;
    const { _database: database } = this.props.persistence ?? {};
    return {
      where: this.node.path,
      name,
      namespace,
      problems: [...this.resourceConfigMaps.problems, ...database?._problems ?? []],
      platform: platform && registry.given(platform),
      namesakes: registry.workflowsNamed(name, namespace).map(({ node }) => node.path),
      databaseSecret: database?._secret,
      secretProperties: this.secretProperties.names,
    };
  }
}

/** What the definition says of itself, and what the user says of it. */
function workflowMetadata(where: string, { definition, metadata = {}, profile }: WorkflowConstructProps) {
  const name = metadata.name ?? definition.id;
  if (name === undefined) throw new FindingsError([withoutName(where)]);
  return { ...metadata, name, annotations: { ...definition._annotations, ...profile && { [PROFILE_ANNOTATION]: profile }, ...metadata.annotations } };
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
