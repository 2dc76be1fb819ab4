import { Expected } from '../given';
import { PostgreSql } from './postgre-sql';

/** A database, wherever one is taken. */
export const DATABASE_GIVEN: Expected = { of: PostgreSql, by: 'PostgreSql.fromService or fromJdbcUrl' };

/** How its tables come to be, of a service or a workflow. */
export const MIGRATION_OPTIONS_GIVEN: Expected = { fields: { dbMigrationStrategy: 'text' } };
