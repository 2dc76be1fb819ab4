import { activePlatform, DEFAULT_PLATFORM_NAME, sharedPlatform, UsedService, usedService } from './cluster-platform';
import { bindDatabase, DatabaseBinding, PersistenceSource } from './database';
import { EventRouting, eventRouting } from './eventing';
import { ClusterObject, Landscape } from './landscape';
import { PlatformResource, PodTemplateSpec, WorkflowResource } from './resource';
import { ServiceKind, serviceUrl } from './service';
import { chosenImage, ownImage } from './workflow-image';
import { asObject, asText } from '../json/lenient';
import { PROFILE_ANNOTATION, WorkflowProfile } from '../values/workflow-profile';
import { FlowFacts, flowFacts } from '../workflow-definition/flow-facts';

export type DeploymentModelWord = 'kubernetes' | 'knative';

/** A workflow, every precedence resolved. Frozen. */
export interface WorkflowModel {
  readonly name: string;
  readonly namespace: string;
  readonly resource: WorkflowResource;
  readonly podTemplate: PodTemplateSpec;
  /** The platform of its namespace, if there is one. */
  readonly platform?: PlatformResource;
  /** The platform of its namespace, or the one that the operator would make. */
  readonly platformName: string;
  /** What the operator does; a preview whose image is given is handled as gitops. */
  readonly profile: WorkflowProfile;
  readonly deploymentModel: DeploymentModelWord;
  /** Inside the cluster. */
  readonly url: string;
  readonly database?: DatabaseBinding;
  readonly dataIndex?: UsedService;
  readonly jobsService?: UsedService;
  readonly events: EventRouting;
  readonly flow: FlowFacts;
  readonly replicas: number;
  /** The image that runs; empty where nobody names one. */
  readonly image: string;
  /** The pod template names it; then the operator has no say in the pull policy. */
  readonly ownImage: boolean;
  readonly userConfigMapName: string;
  readonly managedConfigMapName: string;
  /** The file of the managed ConfigMap, by profile. */
  readonly managedFileName: string;
  /** The ConfigMap with the user's properties, if it is there. */
  readonly userConfigMap?: ClusterObject;
  /** Host of its Route: dev on OpenShift, where the domain is known. */
  readonly routeHost?: string;
  /** ServiceMonitors are wanted for it. */
  readonly monitored: boolean;
}

export const USER_PROPERTIES_FILE = 'application.properties';

/** The ConfigMap with the properties of a workflow's own. */
export function userConfigMapName(workflowName: string): string {
  return `${workflowName}-props`;
}

export function workflowModel(landscape: Landscape, workflow: WorkflowResource): WorkflowModel {
  const { name, namespace } = workflow.metadata;
  const podTemplate = workflow.spec.podTemplate ?? {};
  const platform = activePlatform(landscape, namespace);
  const shared = sharedPlatform(landscape, platform);
  const profile = effectiveProfile(workflow);
  const dev = profile === WorkflowProfile.DEV;
  const flow = flowFacts(workflow.spec.flow);
  const own = ownImage(workflow);
  const used = (kind: ServiceKind) => dev ? undefined : usedService(platform, shared, kind);
  return Object.freeze<WorkflowModel>({
    name,
    namespace,
    resource: workflow,
    podTemplate,
    platform,
    platformName: platform?.metadata.name ?? DEFAULT_PLATFORM_NAME,
    profile,
    deploymentModel: deploymentModelOf(workflow),
    url: serviceUrl(name, namespace),
    database: dev ? undefined : workflowDatabase(workflow, platform),
    dataIndex: used('dataIndex'),
    jobsService: used('jobsService'),
    events: eventRouting(
      workflow,
      [platform, shared?.platform].filter((p): p is PlatformResource => p !== undefined),
      flow.events.filter(({ kind }) => kind !== 'produced'),
    ),
    flow,
    replicas: podTemplate.replicas ?? 1,
    image: own || chosenImage(landscape, workflow, profile, platform),
    ownImage: own !== '',
    userConfigMapName: userConfigMapName(name),
    managedConfigMapName: `${name}-managed-props`,
    managedFileName: dev ? 'application-dev.properties' : 'application-prod.properties',
    userConfigMap: landscape.object('ConfigMap', namespace, userConfigMapName(name)),
    routeHost: dev ? routeHost(landscape, name, namespace) : undefined,
    monitored: platform?.spec.monitoring?.enabled === true,
  });
}

/** A Route that is there already keeps its host. */
function routeHost(landscape: Landscape, name: string, namespace: string): string | undefined {
  const { openshift, routeDomain } = landscape.facts;
  if (!openshift) return undefined;
  const given = asText(asObject(landscape.object('Route', namespace, name)?.spec).host);
  return given || (routeDomain === undefined ? undefined : `${name}-${namespace}.${routeDomain}`);
}

/** A word that is no profile means preview. */
export function declaredProfile(workflow: WorkflowResource): WorkflowProfile {
  const word = workflow.metadata.annotations[PROFILE_ANNOTATION];
  return Object.values(WorkflowProfile).find((profile) => profile === word) ?? WorkflowProfile.PREVIEW;
}

/** In development the operator never runs a workflow as a Knative Service. */
export function deploymentModelOf(workflow: WorkflowResource): DeploymentModelWord {
  const isKnative = workflow.spec.podTemplate?.deploymentModel === 'knative' && effectiveProfile(workflow) !== WorkflowProfile.DEV;
  return isKnative ? 'knative' : 'kubernetes';
}

function effectiveProfile(workflow: WorkflowResource): WorkflowProfile {
  const declared = declaredProfile(workflow);
  return declared === WorkflowProfile.PREVIEW && ownImage(workflow) !== '' ? WorkflowProfile.GITOPS : declared;
}

/**
 * A workflow that says anything about persistence decides alone: `{}` is none.
 *
 * @see operator-behaviour 3.4
 */
function workflowDatabase(workflow: WorkflowResource, platform: PlatformResource | undefined): DatabaseBinding | undefined {
  const own = workflow.spec.persistence;
  const postgresql = own ? own.postgresql : platform?.spec.persistence?.postgresql;
  return postgresql && bindDatabase(postgresql, own ? PersistenceSource.OWN : PersistenceSource.PLATFORM, workflow.metadata);
}
