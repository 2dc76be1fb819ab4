import { quote } from '../../findings/words';
import { forEachDatabase } from '../database-places';

/**
 * Flyway creates the schema quoted, the driver folds it to lower case: the service looks in another schema and
 * cannot start.
 */
export const pgSchemaCase = forEachDatabase('SF-PG-SCHEMA-CASE', ({ serviceRef }, path) => {
  const schema = serviceRef?.databaseSchema;
  if (schema === undefined || schema === schema.toLowerCase()) return undefined;
  return {
    path: [...path, 'serviceRef', 'databaseSchema'],
    given: quote(schema),
    allowed: 'a schema in lower case',
    fix: `write ${quote(schema.toLowerCase())}`,
  };
});
