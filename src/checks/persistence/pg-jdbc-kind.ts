import { jdbcUrlProblem } from '../../values/postgre-sql-rules';
import { forEachDatabase } from '../database-places';

/** Only PostgreSQL is supported. */
export const pgJdbcKind = forEachDatabase('SF-PG-JDBC-KIND', ({ jdbcUrl }, path) => {
  const problem = jdbcUrl === undefined ? undefined : jdbcUrlProblem(jdbcUrl);
  return problem && { ...problem, path: [...path, 'jdbcUrl'] };
});
