import { DefinitionCheck } from './definition-subject';
import { quote } from '../../findings/words';
import { kindOf, subflowCalls } from '../../workflow-definition/flow/actions';
import { isGiven, textOf } from '../../workflow-definition/flow/values';

/** The build fails. */
export const flowAction: DefinitionCheck = {
  rule: 'SF-FLOW-ACTION',
  check: ({ actions }) => [
    ...actions.filter((action) => kindOf(action) === undefined).map(({ action, path, state }) => ({
      path,
      given: `an action ${isGiven(action.name) ? `${quote(textOf(action.name))} ` : ''}of the state ${quote(state.name)} that does nothing`,
      allowed: 'one of functionRef, eventRef, subFlowRef',
      fix: 'say what it does, or take it out',
    })),
    ...subflowCalls(actions).filter(({ name }) => name === '').map(({ path }) => ({
      path, given: 'a subflow without workflowId', allowed: 'the id of a workflow', fix: 'add workflowId',
    })),
  ],
};
