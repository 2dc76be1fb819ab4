import { migrating } from './migrating-services';
import { migratesByJob } from '../../model/migration';
import { ALL_SERVICE_KINDS, SERVICE_KINDS } from '../../model/service';
import { Check, PlatformSubject } from '../check';

/**
 * The Job of operator 10.1.0 carries blanks for the other service. The API server refuses it, and neither service is
 * deployed.
 */
export const migrationHalf: Check<PlatformSubject> = {
  rule: 'SF-MIGRATION-HALF',
  check: (subject) => {
    const [other, further] = ALL_SERVICE_KINDS.filter((kind) => !subject.platform[kind] || !migratesByJob(subject.platform[kind]));
    if (!subject.landscape.operator.migrationJobBlanks || !other || further) return [];
    return migrating(subject, ({ kind, database }, path) => database && {
      path: [...path, 'dbMigrationStrategy'],
      given: `"job" for the ${SERVICE_KINDS[kind].title} alone`,
      allowed: '"job" for both services or for none: the blanks in the Job for the other one are refused, and nothing is deployed',
      fix: `use "job" for the ${SERVICE_KINDS[other].title} too, or "service" for this one`,
    });
  },
};
