import { migrating } from './migrating-services';
import { quote } from '../../findings/words';
import { PersistenceSource } from '../../model/database';
import { SERVICE_KINDS } from '../../model/service';
import { DEFAULT_DATABASE_PORT } from '../../values/persistence/postgre-sql-rules';
import { Check, PlatformSubject } from '../check';

/**
 * The Job takes the platform's own namespace and port 5432, whatever the platform's serviceRef says: it migrates
 * another database, or fails.
 */
export const migrationAddress: Check<PlatformSubject> = {
  rule: 'SF-MIGRATION-ADDRESS',
  check: (subject) => migrating(subject, ({ kind, database, postgresql, namespace }, path) => {
    const { namespace: given, port } = postgresql?.serviceRef ?? {};
    const lost = [
      ...given && given !== namespace ? [`namespace ${quote(given)}`] : [],
      ...port !== undefined && port !== DEFAULT_DATABASE_PORT ? [`port ${port}`] : [],
    ];
    if (database?.source !== PersistenceSource.PLATFORM || lost.length === 0) return undefined;
    return {
      path: [...path, 'dbMigrationStrategy'],
      given: `"job" for the ${SERVICE_KINDS[kind].title} with the platform's database, whose ${lost.join(' and ')} the Job drops`,
      allowed: `"job" with a database in the platform's namespace on port ${DEFAULT_DATABASE_PORT}, or with a persistence of the service's own`,
      fix: 'repeat the database as the persistence of the service itself, or use "service"',
    };
  }),
};
