import { DefinitionCheck } from './definition-subject';
import { quote } from '../../findings/words';
import { asList, asObject } from '../../json/lenient';
import { FlowState } from '../../workflow-definition/flow/states';
import { isGiven } from '../../workflow-definition/flow/values';

const ENTERED_ONCE: ReadonlySet<string> = new Set(['inject', 'sleep', 'switch', 'parallel']);

/** The build fails: some states take one way in, and the start is one already. */
export const flowStartAgain: DefinitionCheck = {
  rule: 'SF-FLOW-START-AGAIN',
  check: ({ graph: { start, byName, entered } }) => {
    const first = start && byName.get(start.name);
    if (!first || !entered.has(first.name) || !isEnteredOnce(first)) return [];
    return [{
      path: first.path,
      given: `a transition back to ${quote(first.name)}, with which the flow starts`,
      allowed: `one way into a state ${first.state.stateDataFilter ? 'with an input filter' : `of type ${first.type}`}`,
      fix: 'start with another state, such as an operation without actions that leads here',
    }];
  },
};

function isEnteredOnce({ type, state }: FlowState): boolean {
  if (ENTERED_ONCE.has(type) || isGiven(asObject(state.stateDataFilter).input)) return true;
  const onEvents = asList(state.onEvents);
  return type === 'event' && onEvents.length === 1 && asList(asObject(onEvents[0]).eventRefs).length === 1;
}
