import { quote } from '../../findings/words';
import { PersistenceSource } from '../../model/database';
import { schemaInJdbcUrl } from '../../model/jdbc-url';
import { Check, PlatformSubject } from '../check';

/** The URL of the platform goes out verbatim to all that inherit it, and so does its schema. In a URL of the service's own it is right. */
export const pgJdbcSchema: Check<PlatformSubject> = {
  rule: 'SF-PG-JDBC-SCHEMA',
  check: ({ platform: { jobsService } }) => {
    const schema = jobsService?.postgresql?.jdbcUrl ? schemaInJdbcUrl(jobsService.postgresql.jdbcUrl) : undefined;
    if (jobsService?.database?.source !== PersistenceSource.PLATFORM || !schema) return [];
    return [{
      path: ['spec', 'persistence', 'postgresql', 'jdbcUrl'],
      given: `a jdbcUrl with currentSchema=${schema}, which the Jobs Service inherits`,
      allowed: `a schema for each: each service and each workflow that inherits it uses the schema ${quote(schema)} too`,
      fix: 'give each service a persistence of its own, with a schema of its own in its jdbcUrl',
    }];
  },
};
