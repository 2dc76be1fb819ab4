import { schemaNameProblem } from '../../values/persistence/postgre-sql-rules';
import { forEachDatabase } from '../database-places';

/** PostgreSQL refuses or cuts the name, or it ends the URL that it stands in. */
export const pgName = forEachDatabase('SF-PG-NAME', ({ serviceRef }, path) => {
  const problem = serviceRef?.databaseSchema ? schemaNameProblem(serviceRef.databaseSchema) : undefined;
  return problem && { ...problem, path: [...path, 'serviceRef', 'databaseSchema'] };
});
