import { list, quote, suggest } from '../../findings/words';
import { DbMigrationStrategy } from '../../values/persistence/db-migration-strategy';
import { forEachPlace } from '../database-places';

/** The CRD takes any word; one that the operator does not know migrates nothing. */
export const migrationUnknown = forEachPlace('SF-MIGRATION-UNKNOWN', ({ path, persistence }) => {
  const words = Object.values(DbMigrationStrategy) as string[];
  const given = persistence?.dbMigrationStrategy;
  if (given === undefined || words.includes(given)) return [];
  return [{ path: [...path, 'dbMigrationStrategy'], given: quote(given), allowed: list(words), fix: suggest(given, words) }];
});
