import { definitionFindings } from './definition-findings';
import { LocatedFinding } from '../../findings/place';
import { found } from '../../rules/found';
import { DefinitionFiles } from '../../workflow-definition/files/definition-files';
import { LoadedDocument } from '../../yaml/yaml';

/** All that the engine finds when it builds an image of a definition, without a custom resource. */
export function definitionFileFindings({ object, origin }: LoadedDocument, files?: DefinitionFiles): LocatedFinding[] {
  return definitionFindings(object, { origin: 'file', files }).map(({ rule, ...violation }) => found(rule, origin, violation));
}
