import { DefinitionCheck } from './definition-subject';
import { quote } from '../../findings/words';
import { asObject } from '../../json/lenient';
import { Violation } from '../../rules/found';
import { FlowState, isDataBased } from '../../workflow-definition/flow/states';
import { isGiven } from '../../workflow-definition/flow/values';

const ONE_WAY: ReadonlySet<string> = new Set(['inject', 'sleep', 'parallel']);

/** The build fails. */
export const flowTwoWays: DefinitionCheck = {
  rule: 'SF-FLOW-TWO-WAYS',
  check: ({ graph: { states } }) => states.filter(({ compensates }) => !compensates).flatMap((state) => state.type === 'switch' ? ofSwitch(state) : ofOther(state)),
};

function ofOther({ name, type, path, own, state }: FlowState): Violation[] {
  const filtered = isGiven(asObject(state.stateDataFilter).output);
  if (!own.to || !own.ends || !(ONE_WAY.has(type) || filtered)) return [];
  return [{
    path,
    given: `the state ${quote(name)} with both end and transition`,
    allowed: `one of them in a state ${filtered ? 'with an output filter' : `of type ${type}`}`,
    fix: 'take one of them out',
  }];
}

/** Beside conditions on data each way has to be one of theirs. */
function ofSwitch({ name, path, own, state, conditions, otherwise }: FlowState): Violation[] {
  if (!isDataBased(state)) return [];
  const known = [...conditions, ...otherwise ? [otherwise] : []].some(({ to }) => to?.name === own.to?.name);
  return [...own.ends ? ['end'] : [], ...own.to && !known ? ['transition'] : []].map((field) => ({
    path: [...path, field],
    given: `a switch, ${quote(name)}, with ${field === 'end' ? 'an end' : 'a transition'} of its own`,
    allowed: 'the ways of its conditions',
    fix: `take it out, or write defaultCondition: {${field}: ...}`,
  }));
}
