import { ApiObject, ApiObjectMetadata, JsonPatch, Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { persistenceSpec } from './persistence-spec';
import { projectSecretProperties } from './project-secret';
import { propertiesConfigMap } from './properties-config-map';
import { ResourceConfigMaps } from './resource-config-maps';
import { SecretProperties } from './secret-properties';
import { WorkflowConstructProps } from './workflow-construct-props';
import { givenDefinition, holdsItsFiles, saidProfile, workflowMetadata } from './workflow-metadata';
import { SOURCE_FIELDS, WORKFLOW_PROPS } from './workflow-props';
import { workflowSpec } from './workflow-spec';
import { WrittenFlow } from './written-flow';
import { WorkflowDeclaration } from '../../checks/declarations/declaration';
import { DeclaredDefinition } from '../../checks/declarations/declared-definition';
import { Finding } from '../../findings/finding';
import { placedOr } from '../../findings/origin';
import { workflowExplanation } from '../../manifests/workflow/workflow-explanation';
import { workflowPod } from '../../manifests/workflow/workload';
import { DatabaseBinding, PersistenceSource } from '../../model/database';
import { workflowSelector, withoutVersion } from '../../model/labels';
import { RequiredExtension, requiredExtensions } from '../../model/required-extensions';
import { API_VERSION, WorkflowResource } from '../../model/resource';
import { builderImage } from '../../model/workflow-image';
import { effectiveProperties } from '../../properties/explained-properties';
import { managedProperties } from '../../properties/managed-properties';
import { Explanation, PropertyEntry } from '../../properties/property-entry';
import { throwIfAny } from '../../rules/value-problem';
import { Destination } from '../../values/eventing/destination';
import { EventSource } from '../../values/eventing/event-source';
import { checkGiven } from '../../values/given';
import { WorkflowPersistence } from '../../values/persistence/workflow-persistence';
import { WorkflowPodTemplate } from '../../values/pod/pod-template';
import { Rendering } from '../../values/rendering';
import { snakeCaseProblems } from '../../values/snake-case';
import { PROFILE_ANNOTATION, WorkflowProfile } from '../../values/workflow-profile';
import { ApplicationProperties } from '../../workflow-definition/application-properties';
import { DefinitionFiles } from '../../workflow-definition/files/definition-files';
import { WorkflowDefinition } from '../../workflow-definition/workflow-definition';
import { WorkflowProject } from '../../workflow-definition/workflow-project';
import { WorkflowResources } from '../../workflow-definition/workflow-resources';
import { AppLook } from '../app/app-look';
import { AppObjects } from '../app/app-objects';
import { AppRegistry } from '../app/app-registry';
import { AppValidation } from '../app/app-validation';
import { containersOf, GivenLabels, ingressBackendOf, podSelectorConfig, SERVICE_PORT } from '../app/cdk8s-plus';
import { workflowFacts } from '../app/facts';
import { consideredFindings } from '../app/findings/considered-findings';
import { workflowConstructFindings } from '../app/findings/construct-findings';
import { landscapeOf, operatorOf } from '../app/landscape-of';
import { putBack, RenderedObjects } from '../app/objects/rendered-objects';
import { WireResource } from '../app/objects/wire-resource';
import { ISonataFlowPlatform, WorkflowFacts } from '../app/roles';
import { UniqueEntries } from '../app/unique-entries';

/**
 * A serverless workflow.
 *
 * @example
 * new WorkflowConstruct(platform, 'Greet', {
 *   definition: WorkflowDefinition.fromFile('workflows/greet.sw.yaml'),
 *   profile: WorkflowProfile.GITOPS,
 *   podTemplate: { container: { image: 'quay.io/example/greet:1.0.0' } },
 * });
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/developing-workflows.html
 */
export class WorkflowConstruct extends Construct implements kplus.IScalable, kplus.INetworkPolicyPeer, kplus.IPodSelector {
  /** The custom resource. */
  public readonly apiObject: ApiObject;

  /** Name of the custom resource, of its Service and of its default database schema. */
  public readonly workflowName: string;

  /** What the workflow does. */
  public readonly definition: WorkflowDefinition;

  /** The directory with the definition and what goes along with it, if it was given. */
  public readonly project?: WorkflowProject;

  /** How the operator is to deploy the workflow, if that was said. */
  public readonly profile?: WorkflowProfile;

  /** The pods of the workflow, as far as something was said of them. */
  public readonly podTemplate?: WorkflowPodTemplate;

  /** Where the workflow keeps its state, as it was said. */
  public readonly persistence: WorkflowPersistence;

  /** The workflow's own properties that are in no Secret. */
  public readonly applicationProperties?: ApplicationProperties;

  /** Where the events that the workflow produces go, where that is not the broker of the platform. */
  public readonly sink?: Destination;

  /** Whether an autoscaler of cdk8s-plus has the workflow as its target. */
  public hasAutoscaler = false;

  /** @internal */
  public readonly _namespace: string;

  private readonly wire: WireResource<WorkflowResource>;
  private readonly givenPlatform?: ISonataFlowPlatform;
  private readonly rendered: RenderedObjects;
  private readonly isDev: boolean;
  private readonly writtenFlow: WrittenFlow;
  /** What the image holds beside the definition, as far as that is known. */
  private readonly imageFiles?: DefinitionFiles;
  private readonly propertiesConfigMap?: ApiObject;
  private readonly resourceConfigMaps: ResourceConfigMaps;
  private readonly secretEntries: SecretProperties;
  private readonly sourceEntries: UniqueEntries<Destination>;
  private readonly selected = new GivenLabels();

  /**
   * @throws SF-FLOW-DEFINITION when neither the metadata nor the definition names the workflow, or when not one of definition and project is
   * given; SF-EVENT-SOURCE-TWO for two sources of one event type; SF-PROP-TWO for a secret property that the project has too; SF-NAME,
   * SF-PROP-KEY for a Secret or key that Kubernetes refuses
   */
  public constructor(scope: Construct, id: string, props: WorkflowConstructProps) {
    super(scope, id);
    checkGiven(this.node.path, props, WORKFLOW_PROPS);
    throwIfAny(this.node.path, [...snakeCaseProblems('podTemplate', props.podTemplate), ...snakeCaseProblems('sources', props.sources)]);
    const { project } = props;
    this.definition = givenDefinition(this.node.path, props);
    this.project = project;
    this.profile = saidProfile(props);
    this.podTemplate = props.podTemplate;
    this.persistence = props.persistence ?? WorkflowPersistence.fromPlatform();
    this.applicationProperties = props.applicationProperties ?? project?.applicationProperties;
    this.sink = props.sink;
    const registry = AppRegistry.of(this);
    this.givenPlatform = props.platform ?? registry.platformAt(this);
    const metadata = workflowMetadata(this.node.path, this.definition, { ...props, profile: this.profile });
    const inImage = holdsItsFiles(metadata.annotations, props);
    this.imageFiles = inImage ? project?._files : undefined;
    this.isDev = metadata.annotations[PROFILE_ANNOTATION] === WorkflowProfile.DEV;
    this.sourceEntries = sourceEntries(this.node.path, props.sources);
    this.secretEntries = new SecretProperties(this.node.path, props.secretProperties);
    const operator = () => operatorOf(this, this._namespace);
    this.writtenFlow = new WrittenFlow(this.definition, () => this.apiObject, operator, inImage && this.definition._isFile);
    this.apiObject = this.customResource(metadata);
    this.workflowName = this.apiObject.name;
    this._namespace = this.apiObject.metadata.namespace ?? '';
    this.wire = new WireResource(this, this.apiObject, operator);
    for (const [name, value] of project ? projectSecretProperties(this, this.apiObject, project) : []) this.addSecretProperty(name, value);
    this.propertiesConfigMap = this.applicationProperties && propertiesConfigMap(this, this.apiObject, this.applicationProperties);
    this.resourceConfigMaps = new ResourceConfigMaps(
      this, this.apiObject, { isWritten: metadata.annotations[PROFILE_ANNOTATION] !== WorkflowProfile.GITOPS },
      [...inImage ? [] : project?.resources ?? [], ...props.resources ?? []],
    );
    registry.addWorkflow(this, this.apiObject);
    this.rendered = new RenderedObjects(this, () => this.synchronised(this._facts(AppRegistry.of(this).objectsAtHand())));
    AppValidation.of(this).add(this, (objects) => this.findingsAmong(this.synchronised(this._facts(objects))));
  }

  /** The platform that the workflow belongs to; none when its namespace has none. */
  public get platform(): ISonataFlowPlatform | undefined {
    return this.givenPlatform ?? AppRegistry.of(this).platformOf(this._namespace);
  }

  /** A copy of the properties whose values are in Secrets, by name; `addSecretProperty` adds more. */
  public get secretProperties(): Record<string, kplus.SecretValue> {
    return Object.fromEntries(this.secretEntries.sorted);
  }

  /** A copy of the list of the files that go along with the definition; `addResources` adds more. */
  public get resources(): WorkflowResources[] {
    return this.resourceConfigMaps.given;
  }

  /** A copy of the list of where the events come from, where that is not the broker of the platform, by type; `addSource` adds more. */
  public get sources(): EventSource[] {
    return this.sourceEntries.sorted.map(([eventType, destination]) => ({ eventType, destination }));
  }

  /** What the operator does with the workflow: a preview whose image is given is handled as gitops. */
  public get effectiveProfile(): WorkflowProfile {
    return this._facts().model.profile;
  }

  /** Address of the workflow inside the cluster. */
  public get serviceUrl(): string {
    return this._facts().model.url;
  }

  /** Name of the workflow's Service. */
  public get serviceName(): string {
    return this.workflowName;
  }

  /** Port of the workflow's Service. */
  public get servicePort(): number {
    return SERVICE_PORT;
  }

  /** Labels that the workflow's pods have, whoever makes them, and no others; the version of the operator is not among them. */
  public get selectorLabels(): Record<string, string> {
    return selectorLabels(this._facts(AppRegistry.of(this).objectsAtHand()));
  }

  /** The database that the workflow uses, its own or the platform's; none when its state lives in the pod. */
  public get database(): DatabaseBinding | undefined {
    const { database } = this._facts().model;
    // Written out in full, what is inherited looks like the workflow's own.
    return database && { ...database, source: this.persistence._database ? PersistenceSource.OWN : PersistenceSource.PLATFORM };
  }

  /** The properties that the operator injects, in the order of its file. */
  public get managedProperties(): PropertyEntry[] {
    const { landscape, model } = this._facts();
    return [...managedProperties(landscape, model)];
  }

  /** The properties that are in force, be they the operator's, of the user's file or of a variable of the container. Sorted by name. */
  public get effectiveProperties(): PropertyEntry[] {
    return effectiveProperties(this.explain());
  }

  /**
   * Where each environment variable of the container and each application property gets its value from, and what it overrides.
   *
   * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/configuring-workflows.html
   */
  public explain(): Explanation {
    const { landscape, model, rendering } = this._facts();
    return workflowExplanation(landscape, model, !rendering._kubernetesObjects?.corrections, Object.keys(this.secretProperties));
  }

  /** The image in which the operator builds that of the workflow: the platform's, else the operator's own. The base of a Dockerfile of one's own. */
  public get builderImage(): string {
    const { landscape, model } = this._facts();
    return builderImage(landscape, model.platform);
  }

  /**
   * Quarkus extensions that an image built for the workflow has to contain, as `groupId:artifactId` with the version where the operator's release
   * tells it: those of its database first, then what the managed properties, the probes and the ServiceMonitor need. An image that was made with
   * `builderImage` has the latter already.
   */
  public get requiredExtensions(): string[] {
    return this.extensions.map(({ extension }) => extension);
  }

  /** What of them `builderImage` has to be told as a build argument, such as `QUARKUS_EXTENSIONS=…`; none without a database. */
  public get requiredExtensionsBuildArg(): string | undefined {
    const added = this.extensions.filter(({ inBuilder }) => !inBuilder);
    return added.length > 0 ? `QUARKUS_EXTENSIONS=${added.map(({ extension }) => extension).join(',')}` : undefined;
  }

  /**
   * Takes the value of a property from a key of a Secret, which is in the workflow's namespace.
   *
   * @throws SF-PROP-TWO when that was said already; SF-NAME, SF-PROP-KEY for a Secret or key that Kubernetes refuses
   */
  public addSecretProperty(name: string, value: kplus.SecretValue): void {
    this.secretEntries.add(name, value);
  }

  /**
   * Says where the events of a type come from.
   *
   * @throws SF-EVENT-SOURCE-TWO when that was said already
   */
  public addSource(eventType: string, destination: Destination): void {
    checkGiven(this.node.path, { eventType, destination }, SOURCE_FIELDS);
    this.sourceEntries.add(eventType, destination);
  }

  /**
   * The workflow as the backend of an Ingress of cdk8s-plus.
   *
   * @example
   * ingress.addRule('/orders', workflow.ingressBackend());
   */
  public ingressBackend(): kplus.IngressBackend {
    return ingressBackendOf(this.serviceName);
  }

  /** Says that an autoscaler of cdk8s-plus has the workflow as its target. */
  public markHasAutoscaler(): void {
    this.hasAutoscaler = true;
  }

  /**
   * What an autoscaler of cdk8s-plus scales: the custom resource where the operator lets it be scaled, else the Deployment, whose
   * replicas the operator 10.1.0 sets back (SF-REPLICAS-HPA).
   */
  public toScalingTarget(): kplus.ScalingTarget {
    const { landscape, model, rendering } = this._facts(AppRegistry.of(this).objectsAtHand());
    const scalesResource = landscape.operator.disruptionBudgets && !rendering._kubernetesObjects;
    return {
      ...scalesResource ? { apiVersion: API_VERSION, kind: 'SonataFlow' } : { apiVersion: 'apps/v1', kind: 'Deployment' },
      name: this.workflowName,
      containers: containersOf(workflowPod(landscape, model)),
      replicas: model.podTemplate.replicas,
    };
  }

  /** The workflow's pods, for a NetworkPolicy of cdk8s-plus. */
  public toPodSelectorConfig(): kplus.PodSelectorConfig {
    return podSelectorConfig(this.selected.give(this.selectorLabels), this._namespace);
  }

  /** The workflow's pods, for a NetworkPolicy of cdk8s-plus. */
  public toPodSelector(): kplus.IPodSelector | undefined {
    return this;
  }

  /** The workflow's pods, for a NetworkPolicy of cdk8s-plus. */
  public toNetworkPolicyPeerConfig(): kplus.NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** All that is noticed about the workflow: errors and lesser things. */
  public get findings(): Finding[] {
    return this.findingsAmong(this._facts());
  }

  /** The Kubernetes objects that are written in place of the custom resource; none where the custom resource is. */
  public get objects(): ApiObject[] {
    return this.rendered.synchronise(this._facts());
  }

  /** The ConfigMaps that the construct writes, whatever is rendered: that of the properties, and those of the resources by name. */
  public get configMaps(): ApiObject[] {
    return [...this.propertiesConfigMap ? [this.propertiesConfigMap] : [], ...this.resourceConfigMaps.apiObjects];
  }

  /** Adds files that the definition refers to. In which order they are added does not matter. */
  public addResources(...resources: WorkflowResources[]): void {
    checkGiven(this.node.path, { resources }, WORKFLOW_PROPS);
    this.resourceConfigMaps.add(resources);
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
    const registry = AppRegistry.of(this);
    return AppLook.of(this).during(objects, () => objects.once(this, () => {
      const judged = this.wire.judged();
      const { rendering = Rendering.customResources() } = registry.platformOf(this._namespace) ?? {};
      return workflowFacts(judged, landscapeOf(this, objects), rendering);
    }));
  }

  private get extensions(): readonly RequiredExtension[] {
    const { landscape, model } = this._facts();
    return requiredExtensions(landscape.operator, model);
  }

  private customResource(metadata: ApiObjectMetadata): ApiObject {
    const resource = new ApiObject(this, 'Resource', {
      apiVersion: API_VERSION,
      kind: 'SonataFlow',
      metadata,
      spec: Lazy.any({ produce: () => this.spec() }),
    });
    // As a property the flow would lose its nulls, and keys such as `constructor` would be refused.
    resource.addJsonPatch(JsonPatch.add('/spec/flow', { toJSON: () => this.writtenFlow.written().flow }));
    this.node.defaultChild = resource;
    return resource;
  }

  /** The platform that decides what is written may come after the workflow. */
  private synchronised(facts: WorkflowFacts): WorkflowFacts {
    this.selected.update(() => selectorLabels(facts));
    if (facts.rendering._kubernetesObjects) this.node.tryRemoveChild(this.apiObject.node.id);
    else putBack(this, this.apiObject);
    this.rendered.synchronise(facts);
    return facts;
  }

  private spec(): object {
    const { workflowName: name, isDev } = this;
    const platform = AppRegistry.of(this).platformOf(this._namespace);
    return this.secretEntries.addedTo(workflowSpec(this, {
      persistence: persistenceSpec(this.persistence, { name, isDev, platform }),
      resources: this.resourceConfigMaps.spec,
      sources: this.sources,
    }));
  }

  private findingsAmong(facts: WorkflowFacts): Finding[] {
    return consideredFindings(this, workflowConstructFindings(facts, this.declaration()), { isWritten: !facts.rendering._kubernetesObjects });
  }

  private declaration(): WorkflowDeclaration {
    const registry = AppRegistry.of(this);
    const { givenPlatform: platform, workflowName: name, _namespace: namespace, persistence: { _database: database } } = this;
    return {
      where: this.node.path,
      name,
      namespace,
      problems: [...this.resourceConfigMaps.problems, ...database?._problems ?? []],
      platform: platform && registry.given(platform),
      namesakes: registry.workflowsNamed(name, namespace).map(({ node }) => node.path),
      databaseSecret: database?._secret,
      secretProperties: Object.keys(this.secretProperties),
      definition: this.declaredDefinition(),
      rendered: this.rendered.given,
      imageFiles: this.imageFiles,
    };
  }

  private declaredDefinition(): DeclaredDefinition {
    const { definition: { _origin: origin, _findings: findings }, writtenFlow: { inImage } } = this;
    const { parts: { definition, problems }, leftOut } = this.writtenFlow.written();
    const files = this.imageFiles ?? this.resourceConfigMaps.files;
    return { definition, origin: placedOr(origin, this.node.path), problems, findings, inImage, leftOut, files };
  }
}

function selectorLabels({ landscape: { operator }, model }: WorkflowFacts): Record<string, string> {
  // Where no code says the namespace, nobody knows yet what its label will say.
  return Object.fromEntries(Object.entries(withoutVersion(workflowSelector(model, operator))).filter(([, value]) => value !== ''));
}

function sourceEntries(where: string, sources: readonly EventSource[] = []): UniqueEntries<Destination> {
  return new UniqueEntries(
    { rule: 'SF-EVENT-SOURCE-TWO', where, what: 'a source of the event type' },
    sources.map(({ eventType, destination }) => [eventType, destination]),
  );
}
