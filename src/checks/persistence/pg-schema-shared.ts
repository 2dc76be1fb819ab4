import { Severity } from '../../findings/finding';
import { quote } from '../../findings/words';
import { deployedPlatforms } from '../../model/cluster-platform';
import { JdbcTarget, jdbcTarget } from '../../model/jdbc-url';
import { Landscape } from '../../model/landscape';
import { persistencePath, platformModel } from '../../model/platform';
import { ServiceModel } from '../../model/service';
import { Violation } from '../../rules/found';
import { Check, PlatformSubject } from '../check';

/**
 * Both keep the history of their migrations in the schema: the second one to start exits. Whoever migrates neither has other tables, and
 * they get along. It does not matter whose platforms they are of. Where both take the platform's JDBC URL, SF-PG-JDBC-SHARED says it.
 */
export const pgSchemaShared: Check<PlatformSubject> = {
  rule: 'SF-PG-SCHEMA-SHARED',
  check: ({ landscape, platform: { dataIndex, jobsService }, resource }) => {
    const inherited = resource.spec.persistence?.postgresql?.jdbcUrl;
    if (!jobsService?.database) return [];
    const target = jdbcTarget(jobsService.database.jdbcUrl);
    const shared = target && dataIndexAt(landscape, target, dataIndex);
    if (!shared) return [];
    const isOwn = shared === dataIndex;
    if (isOwn && inherited !== undefined && [dataIndex, jobsService].every(({ database }) => database?.jdbcUrl === inherited)) return [];
    const made = [shared, jobsService].some(({ dbMigrationStrategy }) => dbMigrationStrategy === 'none');
    return [violation(jobsService, target.schema, `the Data Index${isOwn ? '' : ` ${shared.namespace}/${shared.name}`}`, made)];
  },
};

const DATA_INDEXES = new WeakMap<Landscape, ReadonlyMap<string, ServiceModel>>();

/** The Data Index in a schema: that of the platform itself, else one of another namespace. */
function dataIndexAt(landscape: Landscape, target: JdbcTarget, own: ServiceModel | undefined): ServiceModel | undefined {
  if (own?.database && jdbcTarget(own.database.jdbcUrl)?.key === target.key) return own;
  let known = DATA_INDEXES.get(landscape);
  if (!known) DATA_INDEXES.set(landscape, known = dataIndexes(landscape));
  return known.get(target.key);
}

function dataIndexes(landscape: Landscape): ReadonlyMap<string, ServiceModel> {
  const platforms = landscape.namespaces.flatMap((namespace) => deployedPlatforms(landscape, namespace)).filter(({ refused }) => !refused);
  return new Map(platforms.flatMap((platform) => {
    const { dataIndex } = platformModel(landscape, platform);
    const key = dataIndex?.database && jdbcTarget(dataIndex.database.jdbcUrl)?.key;
    return dataIndex && key !== undefined ? [[key, dataIndex] as const] : [];
  }));
}

function violation(jobsService: ServiceModel, schema: string, dataIndex: string, made: boolean): Violation {
  const byUrl = !jobsService.postgresql?.serviceRef;
  return {
    path: [...persistencePath(jobsService), 'postgresql', ...byUrl ? ['jdbcUrl'] : ['serviceRef', 'databaseSchema']],
    given: `the schema ${quote(schema)} of one database for ${dataIndex} and the Jobs Service`,
    allowed: 'a schema for each: the second one to start finds the history of the other one\'s migrations, and exits',
    fix: byUrl ? 'name a schema in each jdbcUrl: ?currentSchema=data-index-service and ?currentSchema=jobs-service'
      : 'leave databaseSchema out, so that each has a schema of its own name, or give two names',
    ...made && { severity: Severity.WARNING },
  };
}
