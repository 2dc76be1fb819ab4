import { declaredAt, Declaration, DeclaredSecret } from './declaration';
import { LocatedFinding } from '../../findings/place';
import { quote } from '../../findings/words';
import { found } from '../../rules/found';

/** The custom resource has no namespace beside the name of a Secret. */
export function secretElsewhere({ where, namespace }: Declaration, secret: DeclaredSecret | undefined): LocatedFinding[] {
  if (secret?.namespace === undefined || namespace === '' || secret.namespace === namespace) return [];
  return [found('SF-PG-SECRET-NS', declaredAt(where), {
    given: `the Secret ${quote(secret.name)} of the namespace ${quote(secret.namespace)} for pods in ${quote(namespace)}`,
    allowed: `a Secret in ${quote(namespace)}: pods read those of their own namespace only`,
    fix: `make the Secret in ${quote(namespace)} too, and hand that one in`,
  })];
}
