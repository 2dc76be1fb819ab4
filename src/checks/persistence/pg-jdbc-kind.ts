import { jdbcUrlProblem } from '../../values/persistence/postgre-sql-rules';
import { forEachDatabase } from '../database-places';

/** Only PostgreSQL is supported. Of an empty URL it is told where it stops the operator. */
export const pgJdbcKind = forEachDatabase('SF-PG-JDBC-KIND', ({ jdbcUrl }, path) => {
  const problem = !jdbcUrl ? undefined : jdbcUrlProblem(jdbcUrl);
  return problem && { ...problem, path: [...path, 'jdbcUrl'] };
});
