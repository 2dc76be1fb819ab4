import { declaredAt, PlatformDeclaration } from './declaration';
import { LocatedFinding } from '../../findings/place';
import { list } from '../../findings/words';
import { SERVICE_KINDS, ServiceKind, servicePath } from '../../model/service';
import { found } from '../../rules/found';

/** The custom resource has one field for each service. */
export function tooManyServices({ where, services }: PlatformDeclaration, kind: ServiceKind): LocatedFinding[] {
  const ofKind = services[kind];
  if (ofKind.length < 2) return [];
  const { title } = SERVICE_KINDS[kind];
  return [found('SF-SERVICE-TWO', declaredAt(where), {
    path: servicePath(kind),
    given: `${ofKind.length} of the kind ${title}: ${list(ofKind.map((service) => service.where))}`,
    allowed: `one ${title} on a platform`,
    fix: 'remove all but one, or give the others a platform in another namespace',
  })];
}
