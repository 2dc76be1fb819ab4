import { schemaInJdbcUrl } from '../../model/jdbc-url';
import { persistencePath } from '../../model/platform';
import { Check, PlatformSubject } from '../check';

/** The URL goes out verbatim; a schema that another client formatted makes the pod fail. */
export const pgJdbcSchema: Check<PlatformSubject> = {
  rule: 'SF-PG-JDBC-SCHEMA',
  check: ({ platform: { jobsService } }) => {
    const schema = jobsService?.postgresql?.jdbcUrl ? schemaInJdbcUrl(jobsService.postgresql.jdbcUrl) : undefined;
    if (!jobsService || !schema) return [];
    return [{
      path: [...persistencePath(jobsService), 'postgresql', 'jdbcUrl'],
      given: `a jdbcUrl with currentSchema=${schema} for the Jobs Service`,
      allowed: 'a jdbcUrl without a schema',
      fix: 'use serviceRef with databaseSchema',
    }];
  },
};
