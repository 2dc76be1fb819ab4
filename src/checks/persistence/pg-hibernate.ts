import { asList, asObject } from '../../json/lenient';
import { servicePath } from '../../model/service';
import { DbMigrationStrategy } from '../../values/persistence/db-migration-strategy';
import { Check, PlatformSubject } from '../check';

const VARIABLE = 'QUARKUS_HIBERNATE_ORM_DATABASE_GENERATION';

/** Older operators have Hibernate fill the gaps in the tables of the Data Index, whatever else migrates them, and whatever a user says. */
export const pgHibernate: Check<PlatformSubject> = {
  rule: 'SF-PG-HIBERNATE',
  check: ({ landscape, platform: { dataIndex } }) => {
    if (!dataIndex?.database || landscape.operator.hibernateUpdatesSchema) return [];
    const path = servicePath('dataIndex');
    return [
      ...dataIndex.dbMigrationStrategy === DbMigrationStrategy.NONE as string ? [{
        path: [...path, 'persistence', 'dbMigrationStrategy'],
        given: '"none" for the Data Index',
        allowed: 'tables that somebody else makes and migrates: this operator does not have Hibernate update them, as older ones do',
        fix: 'use "service" or "job", or migrate them with each release',
      }] : [],
      ...asList(dataIndex.podTemplate.container?.env).map(asObject).flatMap(({ name }, i) => name !== VARIABLE ? [] : [{
        path: [...path, 'podTemplate', 'container', 'env', i],
        given: VARIABLE,
        allowed: 'a value that is meant: with this operator it takes effect, while older ones overrule it with "update"',
        fix: 'take the variable out, unless it is meant',
      }]),
    ];
  },
};
