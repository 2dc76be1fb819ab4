import { declaredAt, WorkflowDeclaration } from './declaration';
import { LocatedFinding } from '../../findings/place';
import { list, quote } from '../../findings/words';
import { found } from '../../rules/found';

/** cdk8s does not notice two objects of one identity; the cluster keeps the one that comes last. */
export function sameName({ where, name, namesakes }: WorkflowDeclaration): LocatedFinding[] {
  if (namesakes.length < 2) return [];
  return [found('SF-WORKFLOW-TWO', declaredAt(where), {
    path: ['metadata', 'name'],
    given: `workflows named ${quote(name)} in one namespace: ${list(namesakes)}`,
    allowed: 'one workflow of a name in a namespace',
    fix: 'give one of them another metadata.name',
  })];
}
