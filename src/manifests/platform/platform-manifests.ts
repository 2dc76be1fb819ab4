import { defaultPlatform } from './default-platform';
import { kanikoCache } from './kaniko-cache';
import { deployedPlatforms, isDeployed } from '../../model/cluster-platform';
import { existingObject } from '../../model/existing-object';
import { Landscape } from '../../model/landscape';
import { hasDatabases, MigrationPlan, migrationPlan } from '../../model/migration';
import { isReadable, PLATFORM_STEPS, platformObstacles, PlatformStep, SERVICE_STEPS } from '../../model/obstacles/platform';
import { platformModel, PlatformModel } from '../../model/platform';
import { PlatformResource } from '../../model/resource';
import { ALL_SERVICE_KINDS, ServiceKind } from '../../model/service';
import { withGivenMetadata } from '../parts/given-metadata';
import { Manifest } from '../parts/manifest';
import { migrationJob } from '../parts/migration-job';
import { inTurn, Makers } from '../parts/steps';
import { serviceMakers } from '../service/service-manifests';

/**
 * All objects that the operator makes of the platforms of a namespace.
 *
 * @see operator-behaviour 1.6, 2.1
 */
export function platformManifests(landscape: Landscape, namespace: string): Manifest[] {
  if (!landscape.corrected && !landscape.platforms(namespace).every(isReadable)) return [];
  const platforms = deployedPlatforms(landscape, namespace).filter(({ context }) => !context).map((platform) => platformModel(landscape, platform));
  const made = landscape.corrected ? [] : defaultPlatform(landscape, namespace);
  let migrated = false;
  const others = platforms.flatMap((platform) => {
    const manifests = onePlatform(landscape, platform, migrated);
    migrated ||= migrationPlan(landscape, platform) !== undefined;
    return manifests;
  });
  return [...made, ...others.filter((manifest) => !made.some((known) => isSame(known, manifest)))];
}

function isSame(a: Manifest, b: Manifest): boolean {
  return a.kind === b.kind && a.apiVersion === b.apiVersion && a.metadata.name === b.metadata.name && a.metadata.namespace === b.metadata.namespace;
}

/** All objects that the operator makes of one platform; none of a duplicate or of another operator's. */
export function manifestsOfPlatform(landscape: Landscape, platform: PlatformResource): Manifest[] {
  if (!isDeployed(landscape, platform)) return [];
  return onePlatform(landscape, platformModel(landscape, platform), false);
}

/** @param migrated another platform of the namespace has the migration Job, of which there is only one */
function onePlatform(landscape: Landscape, platform: PlatformModel, migrated: boolean): Manifest[] {
  const { name, namespace, resource } = platform;
  const plan = migrationPlan(landscape, platform);
  return withGivenMetadata(landscape, resource.metadata, [
    ...landscape.corrected ? [] : kanikoCache(landscape, { name, namespace, build: resource.spec.build }),
    ...inTurn(PLATFORM_STEPS, platformObstacles(landscape, platform, plan), landscape.corrected, {
      migration: () => plan && (landscape.corrected || !migrated) ? jobs(landscape, platform, plan) : [],
      ...servicesMakers(landscape, platform, plan),
    }),
  ]);
}

type ServicesStep = Exclude<PlatformStep, 'migration'>;

function servicesMakers(landscape: Landscape, platform: PlatformModel, plan: MigrationPlan | undefined): Makers<ServicesStep> {
  const makersOf = (kind: ServiceKind): ReadonlyArray<[ServicesStep, () => readonly Manifest[]]> => {
    const service = platform[kind];
    const makers = service && serviceMakers(landscape, platform, service, plan);
    return SERVICE_STEPS.map((step) => [`${kind}.${step}`, makers?.[step] ?? (() => [])]);
  };
  return Object.fromEntries(ALL_SERVICE_KINDS.flatMap(makersOf)) as Makers<ServicesStep>;
}

/** A Job that is there is left as it is; a corrected rendering makes none that could not be told what to do. */
function jobs(landscape: Landscape, platform: PlatformModel, plan: MigrationPlan): Manifest[] {
  if (landscape.corrected) return hasDatabases(plan) ? [migrationJob(landscape, platform, plan)] : [];
  const job = migrationJob(landscape, platform, plan);
  return existingObject(landscape, { apiVersion: 'batch/v1', kind: 'Job', name: plan.jobName, namespace: platform.namespace }) ? [] : [job];
}
