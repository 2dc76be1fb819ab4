import { DefinitionCheck } from './definition-subject';
import { quote } from '../../findings/words';
import { Violation } from '../../rules/found';
import { kindOf } from '../../workflow-definition/flow/actions';
import { FlowState } from '../../workflow-definition/flow/states';
import { textOf } from '../../workflow-definition/flow/values';

const NEEDED = { iterationParam: 'a name for the element', inputCollection: 'an expression that gives the list' } as const;

/** The build fails. */
export const flowForeach: DefinitionCheck = {
  rule: 'SF-FLOW-FOREACH',
  check: ({ graph: { built }, actions }) => [
    ...built.filter(({ type }) => type === 'foreach').flatMap(missingFields),
    ...actions.filter((action) => action.state.type === 'foreach' && kindOf(action) === 'eventRef').map(({ path }) => ({
      path: [...path, 'eventRef'],
      given: 'an event that is sent for each element',
      allowed: 'calls of functions and subflows: the build makes a class of a name that Java does not take',
      fix: 'call a subflow that sends the event',
    })),
  ],
};

function missingFields({ name, path, state }: FlowState): Violation[] {
  return (
    (['iterationParam', 'inputCollection'] as const).filter((field) => (textOf(state[field]) ?? '') === '').map((field) => ({
      path, given: `the foreach state ${quote(name)} without ${field}`, allowed: NEEDED[field], fix: `add ${field}`,
    }))
  );
}
