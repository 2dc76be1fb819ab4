import { migrating } from './migrating-services';
import { list } from '../../findings/words';
import { PersistenceSource } from '../../model/database';
import { SERVICE_KINDS } from '../../model/service';
import { Check, PlatformSubject } from '../check';

/**
 * The Job of operator 10.1.0 has no default for userKey and passwordKey. The API server refuses the empty keys, and
 * no service is deployed.
 */
export const migrationKeys: Check<PlatformSubject> = {
  rule: 'SF-MIGRATION-KEYS',
  check: (subject) => migrating(subject, ({ kind, database, postgresql }, path) => {
    const missing = (['userKey', 'passwordKey'] as const).filter((key) => !postgresql?.secretRef[key]);
    if (subject.landscape.operator.migrationJobDefaultKeys || !database || missing.length === 0) return undefined;
    const place = database.source === PersistenceSource.OWN ? path : ['spec', 'persistence'];
    return {
      path: [...place, 'postgresql', 'secretRef'],
      given: `a secretRef without ${list(missing)} for the ${SERVICE_KINDS[kind].title}, which migrates by Job`,
      allowed: 'both keys by name: the Job has no defaults, and empty keys are refused',
      fix: `write ${missing.map((key) => `${key}: ${database[key]}`).join(' and ')}, or the keys that the Secret has`,
    };
  }),
};
