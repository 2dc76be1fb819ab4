import { migrating } from './migrating-services';
import { quote } from '../../findings/words';
import { SERVICE_KINDS } from '../../model/service';
import { Check, PlatformSubject } from '../check';

/** The operator makes a Job whose settings are blanks. The API server refuses it, and no service is deployed. */
export const migrationNoPg: Check<PlatformSubject> = {
  rule: 'SF-MIGRATION-NO-PG',
  check: (subject) => migrating(subject, ({ database, kind, name }, path) => database ? undefined : {
    path: [...path, 'dbMigrationStrategy'],
    given: `"job" for the ${SERVICE_KINDS[kind].title} ${quote(name)}, which has no database`,
    allowed: '"job" where the service or the platform has a PostgreSQL database',
    fix: 'give the service or the platform a PostgreSQL persistence, or leave the strategy out',
  }),
};
