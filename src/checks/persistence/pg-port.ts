import { portProblem } from '../../values/persistence/postgre-sql-rules';
import { forEachDatabase } from '../database-places';

/** The CRD takes any integer; a port ends at 65535. */
export const pgPort = forEachDatabase('SF-PG-PORT', ({ serviceRef }, path) => {
  const problem = serviceRef?.port === undefined ? undefined : portProblem(serviceRef.port);
  return problem && { ...problem, path: [...path, 'serviceRef', 'port'] };
});
