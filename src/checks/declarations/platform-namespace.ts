import { declaredAt, DeclaredName } from './declaration';
import { LocatedFinding } from '../../findings/place';
import { quote } from '../../findings/words';
import { found } from '../../rules/found';

/** The operator binds by namespace, so a child belongs into its platform's. */
export function otherNamespace(where: string, namespace: string, platform: DeclaredName): LocatedFinding[] {
  if (namespace === platform.namespace) return [];
  const named = (name: string) => name === '' ? 'no namespace' : `namespace ${quote(name)}`;
  return [found('SF-PLATFORM-NAMESPACE', declaredAt(where), {
    given: `${named(namespace)}, while its platform ${quote(platform.name)} is in ${named(platform.namespace)}`,
    allowed: 'the namespace of the platform: the operator binds by namespace',
    fix: 'give both charts the same namespace; to share services with other namespaces use a cluster platform (services only, never persistence)',
  })];
}
