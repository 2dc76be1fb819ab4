import { DefinitionCheck } from './definition-subject';
import { quote } from '../../findings/words';
import { asObject } from '../../json/lenient';
import { textOf } from '../../workflow-definition/flow/values';

/** The build fails. */
export const flowUnreachable: DefinitionCheck = {
  rule: 'SF-FLOW-UNREACHABLE',
  check: ({ definition, graph: { states, byName, reached } }) => {
    const before = textOf(asObject(asObject(definition.timeouts).workflowExecTimeout).runBefore);
    return states.filter((state) => !state.compensates && byName.get(state.name) === state && !reached.has(state)).map(({ name, path }) => ({
      path,
      given: `the state ${quote(name)}${name === before ? ', which only runBefore names' : ''}`,
      allowed: `a state that start or a transition leads to${name === before ? '; this engine does not look at runBefore' : ''}`,
      fix: name === before ? 'let a transition lead to it, or take it out together with runBefore' : 'add a transition to it, or take it out',
    }));
  },
};
