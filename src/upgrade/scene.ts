import { Hop } from './releases';
import { landscapeOfSide, Side } from '../diff/side';
import { JsonObject } from '../json/json';
import { asList, asObject, asText } from '../json/lenient';
import { isForeign, deployedPlatforms } from '../model/cluster-platform';
import { ClusterObject, Landscape } from '../model/landscape';
import { migrationPlan, migratesByJob } from '../model/migration';
import { PlatformModel, platformModel } from '../model/platform';
import { ALL_SERVICE_KINDS, ServiceKind, ServiceModel } from '../model/service';
import { workflowModel, WorkflowModel } from '../model/workflow';
import { WorkflowProfile } from '../values/workflow-profile';

/** What a step is about. */
export interface Subject {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** What is to be known of it. */
  readonly note?: string;
}

/** What a step may be about as a whole. */
export const CLUSTER: readonly Subject[] = [{ kind: 'cluster', namespace: '', name: '' }];

/** A hop, and all that is known of the cluster in which it is to be made. */
export interface Scene {
  readonly hop: Hop;
  /** As the older operator sees it; as the nearest one that is known, where that one is not. */
  readonly landscape: Landscape;
  /** As the newer operator sees it; the same. */
  readonly next: Landscape;
  readonly platforms: readonly PlatformModel[];
  readonly workflows: readonly WorkflowModel[];
  /** The workflows with what the newer operator's CRD knows of them. */
  readonly nextWorkflows: readonly WorkflowModel[];
  /** The same of the platforms. */
  readonly nextPlatforms: readonly PlatformModel[];
  readonly objects: readonly ClusterObject[];
  /** Everything as it was written, status included. */
  readonly documents: readonly JsonObject[];
}

export function sceneOf(hop: Hop, before: Side, after: Side, documents: readonly JsonObject[]): Scene {
  const [landscape, next] = [landscapeOfSide(before), landscapeOfSide(after)];
  return {
    hop,
    landscape,
    next,
    platforms: platformsOf(landscape),
    workflows: workflowsOf(landscape),
    nextWorkflows: workflowsOf(next),
    nextPlatforms: platformsOf(next),
    objects: before.objects,
    documents,
  };
}

function platformsOf(landscape: Landscape): PlatformModel[] {
  return landscape.namespaces.flatMap((namespace) => deployedPlatforms(landscape, namespace)).map((platform) => platformModel(landscape, platform));
}

function workflowsOf(landscape: Landscape): WorkflowModel[] {
  return landscape.workflows.filter((workflow) => !isForeign(workflow)).map((workflow) => workflowModel(landscape, workflow));
}

export function workflowSubject({ name, namespace }: WorkflowModel, note?: string): Subject {
  return { kind: 'SonataFlow', namespace, name, ...note !== undefined && { note } };
}

export function platformSubject({ name, namespace }: PlatformModel, note?: string): Subject {
  return { kind: 'SonataFlowPlatform', namespace, name, ...note !== undefined && { note } };
}

export function objectSubject({ kind, metadata: { namespace, name } }: ClusterObject, note?: string): Subject {
  return { kind, namespace, name, ...note !== undefined && { note } };
}

export function ofProfile({ workflows }: Scene, profile: WorkflowProfile): WorkflowModel[] {
  return workflows.filter((workflow) => workflow.profile === profile);
}

/** A service of a platform that is asked for. */
export interface PlatformService {
  readonly platform: PlatformModel;
  readonly service: ServiceModel;
}

export function servicesOf({ platforms }: Pick<Scene, 'platforms'>, kinds: readonly ServiceKind[] = ALL_SERVICE_KINDS): PlatformService[] {
  return platforms.flatMap((platform) => kinds.flatMap((kind) => {
    const service = platform[kind];
    return service ? [{ platform, service }] : [];
  }));
}

/** The services that keep what they know in PostgreSQL. */
export function withDatabase(scene: Scene, kind: ServiceKind): PlatformService[] {
  return servicesOf(scene, [kind]).filter(({ service }) => service.database !== undefined);
}

/** The platforms whose databases a Job migrates. */
export function migratingPlatforms(scene: Scene): PlatformModel[] {
  return scene.platforms.filter((platform) => ALL_SERVICE_KINDS.some((kind) => {
    const service = platform[kind];
    return service !== undefined && migratesByJob(service);
  }));
}

/** What the migration Job of a platform is called. */
export function jobName(landscape: Landscape, platform: PlatformModel): string {
  return migrationPlan(landscape, platform)?.jobName ?? '';
}

/** The strategy is one that leaves the schema alone. */
export function isNotMigrated({ migratesAtStart, dbMigrationStrategy }: ServiceModel): boolean {
  return !migratesAtStart && dbMigrationStrategy !== 'job';
}

/** Instances of it may be waiting for an event or a time. */
export function mayWait({ flow, resource }: WorkflowModel): boolean {
  return flow.hasTimeouts || asList(resource.spec.flow.states).map(asObject).some(({ type, eventConditions }) => (
    ['callback', 'event', 'sleep'].includes(asText(type)) || asList(eventConditions).length > 0
  ));
}

/** The variables that a user gave to the container of a service. */
export function variablesOf({ podTemplate }: ServiceModel): readonly JsonObject[] {
  return asList(podTemplate.container?.env) as JsonObject[];
}

export function hasVariable(service: ServiceModel, name: string): boolean {
  return variablesOf(service).some((variable) => variable.name === name);
}
