import { declaredAt, ServiceDeclaration } from './declaration';
import { LocatedFinding } from '../../findings/place';
import { DatabaseBinding } from '../../model/database';
import { found } from '../../rules/found';

/** @param database what the service has nevertheless */
export function cannotOptOut({ where, ephemeral }: ServiceDeclaration, database: DatabaseBinding | undefined): LocatedFinding[] {
  if (!ephemeral || !database) return [];
  return [found('SF-PG-OPT-OUT', declaredAt(where), {
    given: 'ServicePersistence.ephemeral() under a platform with a database',
    allowed: 'the platform\'s database or one of the service\'s own: the custom resource cannot say that a service has none',
    fix: 'move the database from the platform to the services and workflows that need it',
  })];
}
