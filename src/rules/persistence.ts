import { error, information, warning } from './rule';

/** Rules about databases. */
export const PERSISTENCE_RULES = {
  'SF-GITOPS-EXTENSIONS': information('An image of one\'s own for a workflow with PostgreSQL'),
  'SF-INHERITED-PERSISTENCE': error('A word that is no way to write inherited persistence'),
  'SF-PG-CALLBACK': information('A callback state with a timeout and a workflow with PostgreSQL'),
  'SF-PG-EMPTY': warning('`persistence: {}` on a workflow under a platform with PostgreSQL'),
  'SF-PG-FLYWAY': warning('A workflow with PostgreSQL whose tables nobody makes'),
  'SF-PG-HIBERNATE': information('A Data Index whose tables Hibernate does not update (1.x)'),
  'SF-PG-JDBC-KIND': error('A jdbcUrl of another database, or one that the operator cannot parse'),
  'SF-PG-JDBC-SCHEMA': warning('A jdbcUrl of the platform with a schema'),
  'SF-PG-JDBC-SHARED': error('One jdbcUrl of the platform for several services or workflows'),
  'SF-PG-NAME': error('A schema name that PostgreSQL or a URL does not take'),
  'SF-PG-ONE-OF': error('Both or none of serviceRef and jdbcUrl'),
  'SF-PG-PORT': error('A port that is none'),
  'SF-PG-SCHEMA-CASE': warning('A schema name with upper case letters'),
  'SF-PG-SCHEMA-PLATFORM': error('A schema in the persistence of the platform itself'),
  'SF-PG-SCHEMA-SHARED': error('The Data Index and the Jobs Service in one schema'),
  'SF-PG-SECRET': error('A Secret, or a key of one, with a name that Kubernetes refuses'),
  'SF-PG-SERVICE': error('A construct that is no Service of a database'),
  'SF-SERVICE-EPHEMERAL': information('A supporting service without a database'),
} as const;
