import { declaredAt, Declaration } from './declaration';
import { LocatedFinding } from '../../findings/place';
import { found } from '../../rules/found';

/** Addresses and label values need it. */
export function namespaceMissing({ where, namespace }: Declaration, rendersObjects: boolean): LocatedFinding[] {
  if (!rendersObjects || namespace !== '') return [];
  return [found('SF-NAMESPACE-MISSING', declaredAt(where), {
    given: 'Kubernetes objects in no namespace',
    allowed: 'a namespace: addresses of services and databases have it',
    fix: 'give the chart a namespace, or metadata.namespace',
  })];
}
