import { DefinitionCheck, DefinitionSubject } from './definition-subject';
import { expressionProblem } from './expression-problem';
import { quote } from '../../findings/words';
import { asList } from '../../json/lenient';
import { Violation } from '../../rules/found';
import { FlowState } from '../../workflow-definition/flow/states';
import { textOf } from '../../workflow-definition/flow/values';

/** The build fails. */
export const flowParallel: DefinitionCheck = {
  rule: 'SF-FLOW-PARALLEL',
  check: (subject) => subject.graph.built.filter(({ type }) => type === 'parallel').flatMap((state) => [...branches(state), ...numCompleted(state, subject)]),
};

function branches({ name, path, state }: FlowState): Violation[] {
  const count = asList(state.branches).length;
  return count >= 2 ? [] : [{
    path, given: `the parallel state ${quote(name)} with ${count === 0 ? 'no branch' : 'one branch'}`, allowed: 'at least two branches', fix: 'add a branch, or write type: operation',
  }];
}

function numCompleted({ path, state }: FlowState, subject: DefinitionSubject): Violation[] {
  // What is null in a custom resource the operator writes as 0.
  const text = state.numCompleted === null && subject.origin === 'file' ? '' : textOf(state.numCompleted);
  if (state.completionType !== 'atLeast' || text === undefined || /^#\{.*\}$/s.test(text) || !expressionProblem(subject, text)) return [];
  return [{ path: [...path, 'numCompleted'], given: quote(text), allowed: 'a number, or an expression', fix: 'write how many branches have to be done' }];
}
