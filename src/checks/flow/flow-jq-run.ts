import { DefinitionCheck, DefinitionSubject } from './definition-subject';
import { columnOf, notJq } from './flow-jq';
import { isJsonText } from '../../json/json-text';
import { Violation } from '../../rules/found';
import { FlowExpression } from '../../workflow-definition/flow/expressions';
import { JqProblem } from '../../workflow-definition/jq/syntax';

/** What the engine binds for each expression. */
const VARIABLES: ReadonlySet<string> = new Set(['SECRET', 'CONST', 'WORKFLOW', 'ENV', '__loc__', '__prog_args']);

/** The build takes it, and it fails when it is evaluated. */
export const flowJqRun: DefinitionCheck = {
  rule: 'SF-FLOW-JQ-RUN',
  check: (subject) => subject.language !== 'jq' ? [] : subject.expressions.filter(({ reading }) => reading !== 'name').flatMap((one) => problems(one, subject)),
};

function problems(expression: FlowExpression, { expressionFunctions, jq }: DefinitionSubject): Violation[] {
  const { text, path, reading, orJson, params } = expression;
  const found = expressionFunctions.resolved(expression);
  if (found.lost !== undefined || (orJson && isJsonText(text))) return [];
  const { refused, fails, variables, reads } = jq(found.source);
  const at = ({ offset }: Pick<JqProblem, 'offset'>) => columnOf(text, found, offset);
  const evaluated = (problem: JqProblem) => notJq(path, problem.reason, at(problem));
  if (refused) return reading === 'run' ? [evaluated(refused)] : [];
  const read = reads.map((one) => ({ ...one, field: one.fields[0] ?? '' })).find(({ field }) => params.includes(field));
  return [
    ...fails.map(evaluated),
    ...variables.filter(({ name }) => !VARIABLES.has(name) && !params.includes(name)).map(evaluated),
    ...read ? [elementAsField(path, read.field, at(read))] : [],
  ];
}

function elementAsField(path: Violation['path'], field: string, column: number): Violation {
  return {
    path,
    given: `.${field} at column ${column}`,
    allowed: `$${field} for the element of the list; .${field} is a field of the data`,
    fix: `write $${field} if the element is meant`,
  };
}
