import { defaultPlatform } from './default-platform';
import { kanikoCache } from './kaniko-cache';
import { Finding, Severity } from '../../findings/finding';
import { quote } from '../../findings/words';
import { asObject } from '../../json/lenient';
import { deployedPlatforms } from '../../model/cluster-platform';
import { Landscape } from '../../model/landscape';
import { MigrationPlan, migrationPlan } from '../../model/migration';
import { platformModel, PlatformModel } from '../../model/platform';
import { PlatformResource } from '../../model/resource';
import { SERVICE_KINDS, ServiceModel } from '../../model/service';
import { existingObject } from '../parts/adoption';
import { migrationJob } from '../parts/migration-job';
import { noticed, Rendered, rendered, together } from '../parts/rendered';
import { inTurn, Pass } from '../parts/steps';
import { withValidNames } from '../parts/valid-names';
import { serviceManifests } from '../service/service-manifests';

/**
 * All objects that the operator makes of the platforms of a namespace.
 *
 * @see operator-behaviour 1.6, 2.1
 */
export function platformManifests(landscape: Landscape, namespace: string): Rendered {
  const platforms = deployedPlatforms(landscape, namespace).map((platform) => platformModel(landscape, platform));
  return together(
    rendered(...landscape.corrected ? [] : defaultPlatform(landscape, namespace)),
    ...platforms.map((platform, i) => {
      const before = platforms.slice(0, i).map((earlier) => migrationPlan(landscape, earlier));
      return onePlatform(landscape, platform, before.some((plan) => plan !== undefined));
    }),
  );
}

/** All objects that the operator makes of one platform; none of a duplicate or of another operator's. */
export function manifestsOfPlatform(landscape: Landscape, platform: PlatformResource): Rendered {
  if (!deployedPlatforms(landscape, platform.metadata.namespace).includes(platform)) return rendered();
  return onePlatform(landscape, platformModel(landscape, platform), false);
}

/** @param migrated another platform of the namespace has the migration Job, of which there is only one */
function onePlatform(landscape: Landscape, platform: PlatformModel, migrated: boolean): Rendered {
  const plan = migrationPlan(landscape, platform);
  if (landscape.corrected) {
    const missing = withoutDatabase(platform, plan);
    const job = plan && missing.findings.length === 0 ? [migrationJob(landscape, platform, plan)] : [];
    return withValidNames(platform.resource, together(missing, rendered(...job), services(landscape, platform, plan)));
  }
  const { name, namespace, resource } = platform;
  const cache = kanikoCache(landscape, { name, namespace, build: resource.spec.build });
  return together(rendered(...cache), inTurn([
    { obstacle: failedMigration(landscape, platform, plan), make: () => rendered(...plan && !migrated ? jobs(landscape, platform, plan) : []) },
    { make: () => services(landscape, platform, plan) },
  ]));
}

function services(landscape: Landscape, platform: PlatformModel, plan: MigrationPlan | undefined): Rendered {
  const passes: Pass[] = [];
  for (const service of [platform.dataIndex, platform.jobsService]) {
    if (service && !passes.some(({ stopped }) => stopped)) passes.push(serviceManifests(landscape, platform, service, plan));
  }
  return together(...passes);
}

/** A Job that is there is left as it is. */
function jobs(landscape: Landscape, platform: PlatformModel, plan: MigrationPlan) {
  const job = migrationJob(landscape, platform, plan);
  return existingObject(landscape, job) ? [] : [job];
}

/** A Job that failed holds the services back until somebody deletes it. */
function failedMigration(landscape: Landscape, { namespace, resource }: PlatformModel, plan: MigrationPlan | undefined): Finding | undefined {
  const job = plan && existingObject(landscape, { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: plan.jobName, namespace } });
  if (asObject(job?.status).failed !== 1) return undefined;
  return {
    rule: 'SF-MIGRATION-FAILED',
    severity: Severity.WARNING,
    where: resource.origin.locate('spec.services'),
    field: 'spec.services',
    given: `the migration Job ${quote(plan?.jobName)}, which failed`,
    allowed: 'the operator makes no services until it is deleted',
    fix: 'delete the Job when its cause is gone',
  };
}

/** Without a database there is nothing to migrate, and nothing that a Job could be told. */
function withoutDatabase({ resource, ...platform }: PlatformModel, plan: MigrationPlan | undefined): Rendered {
  return noticed(...(plan?.services ?? []).filter(({ migrates, database }) => migrates && !database).map(({ kind }) => {
    const { field, title } = SERVICE_KINDS[kind];
    const { name } = platform[kind] as ServiceModel;
    return {
      rule: 'SF-MIGRATION-NO-PG',
      severity: Severity.ERROR,
      where: resource.origin.locate(`spec.services.${field}.persistence.dbMigrationStrategy`),
      field: `spec.services.${field}.persistence.dbMigrationStrategy`,
      given: `"job" for the ${title} ${quote(name)}, which has no database`,
      allowed: '"job" where the service or the platform has a PostgreSQL database',
      fix: 'give the service or the platform a PostgreSQL persistence, or leave the strategy out',
    };
  }));
}
