import { Severity } from '../../findings/finding';
import { quote } from '../../findings/words';
import { jdbcTarget } from '../../model/jdbc-url';
import { persistencePath } from '../../model/platform';
import { ServiceModel } from '../../model/service';
import { Violation } from '../../rules/found';
import { Check, PlatformSubject } from '../check';

/**
 * Both keep the history of their migrations in the schema: the second one to start exits. Whoever migrates neither has other tables, and
 * they get along. Where both take the platform's JDBC URL, SF-PG-JDBC-SHARED says it.
 */
export const pgSchemaShared: Check<PlatformSubject> = {
  rule: 'SF-PG-SCHEMA-SHARED',
  check: ({ platform: { dataIndex, jobsService }, resource }) => {
    const inherited = resource.spec.persistence?.postgresql?.jdbcUrl;
    if (!dataIndex?.database || !jobsService?.database) return [];
    const target = jdbcTarget(jobsService.database.jdbcUrl);
    const same = target !== undefined && target.key === jdbcTarget(dataIndex.database.jdbcUrl)?.key;
    if (!same || (inherited !== undefined && [dataIndex, jobsService].every(({ database }) => database?.jdbcUrl === inherited))) return [];
    return [violation(jobsService, target.schema, [dataIndex, jobsService].some(({ dbMigrationStrategy }) => dbMigrationStrategy === 'none'))];
  },
};

function violation(jobsService: ServiceModel, schema: string, made: boolean): Violation {
  const byUrl = !jobsService.postgresql?.serviceRef;
  return {
    path: [...persistencePath(jobsService), 'postgresql', ...byUrl ? ['jdbcUrl'] : ['serviceRef', 'databaseSchema']],
    given: `the schema ${quote(schema)} of one database for the Data Index and the Jobs Service`,
    allowed: 'a schema for each: the second one to start finds the history of the other one\'s migrations, and exits',
    fix: byUrl ? 'name a schema in each jdbcUrl: ?currentSchema=data-index-service and ?currentSchema=jobs-service'
      : 'leave databaseSchema out, so that each has a schema of its own name, or give two names',
    ...made && { severity: Severity.WARNING },
  };
}
