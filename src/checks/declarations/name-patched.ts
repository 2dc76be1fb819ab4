import { declaredAt, WorkflowDeclaration } from './declaration';
import { LocatedFinding } from '../../findings/place';
import { quote } from '../../findings/words';
import { WorkflowResource } from '../../model/resource';
import { found } from '../../rules/found';

/** What is written beside the custom resource, and what others ask the construct for, has the name that it was given. */
export function namePatched({ where, name, namespace }: WorkflowDeclaration, { metadata }: WorkflowResource): LocatedFinding[] {
  const field = metadata.name !== name ? 'name' : 'namespace';
  const [written, given] = field === 'name' ? [metadata.name, name] : [metadata.namespace, namespace];
  return written === given ? [] : [found('SF-NAME-PATCHED', declaredAt(where), {
    path: ['metadata', field],
    given: `${quote(written)} by a patch, in the place of ${quote(given)}`,
    allowed: `a ${field} that the construct knows: ConfigMaps, autoscalers and Ingresses go on naming the other one`,
    fix: `give metadata.${field} to the construct, and take the patch out`,
  })];
}
