import { DefinitionSubject } from './definition-subject';
import { unwrapped } from '../../workflow-definition/flow/expression-functions';
import { jsonPathProblem } from '../../workflow-definition/flow/json-path';

/** Why the engine takes a text for no expression in the language of the definition; it takes any in a language that it does not know. */
export function expressionProblem({ language, jq }: Pick<DefinitionSubject, 'language' | 'jq'>, text: string): string | undefined {
  const { source } = unwrapped(text);
  if (language === 'jsonpath') return jsonPathProblem(source);
  return language === 'jq' ? jq(source).refused?.reason : undefined;
}
