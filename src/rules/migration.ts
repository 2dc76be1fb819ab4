import { error, information, judgement, warning } from './rule';

/** Rules about the migration of databases. */
export const MIGRATION_RULES = {
  'SF-MIGRATION-ADDRESS': judgement('A migration Job for the platform\'s database in another namespace or on another port', 'migrationAddress'),
  'SF-MIGRATION-DOWNTIME': information('Services that are deleted and made anew around each migration (1.x)', 'migrationOrder'),
  'SF-MIGRATION-FAILED': warning('A migration Job that failed', 'operatorStops'),
  'SF-MIGRATION-HALF': error('Only one of the two services migrates by Job (10.1.0)', 'migrationBlanks'),
  'SF-MIGRATION-KEYS': error('A migration Job without the keys of the Secret (10.1.0)', 'migrationKeys'),
  'SF-MIGRATION-NO-PG': error('A migration Job for a service without PostgreSQL'),
  'SF-MIGRATION-UNKNOWN': judgement('A word that is no migration strategy'),
} as const;
