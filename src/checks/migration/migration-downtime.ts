import { migrating } from './migrating-services';
import { Check, PlatformSubject } from '../check';

/**
 * A new version of operator 1.x deletes the Deployments of both services before its migration Job, and makes them
 * again when it has succeeded.
 */
export const migrationDowntime: Check<PlatformSubject> = {
  rule: 'SF-MIGRATION-DOWNTIME',
  check: (subject) => subject.landscape.operator.migrationDeletesServices ? migrating(subject, (_service, path) => ({
    path: [...path, 'dbMigrationStrategy'],
    given: '"job"',
    allowed: 'a new version of the operator deletes both services, migrates, and makes them again',
    fix: 'plan for the gap at each upgrade of the operator, or use "service"',
  })) : [],
};
