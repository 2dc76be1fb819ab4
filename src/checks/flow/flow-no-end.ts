import { DefinitionCheck } from './definition-subject';
import { quote } from '../../findings/words';
import { Violation } from '../../rules/found';
import { FlowGraph, waysOut } from '../../workflow-definition/flow/graph';
import { FlowState, WayOut } from '../../workflow-definition/flow/states';

/** The build fails. */
export const flowNoEnd: DefinitionCheck = {
  rule: 'SF-FLOW-NO-END',
  check: ({ graph }) => {
    const lost = waysWithoutAim(graph);
    if (lost.length > 0) return lost;
    const { states, start, byName } = graph;
    const endless = !states.some((state) => !state.compensates && waysOut(state).some(({ ends }) => ends));
    return endless && start && byName.has(start.name) ? [{
      path: ['states'], given: 'a flow that never ends', allowed: 'a state with an end', fix: 'add end: true to the last state, or to a condition',
    }] : [];
  },
};

/** States of the flow, and ways out of them, with neither transition nor end. */
function waysWithoutAim({ states }: FlowGraph): Violation[] {
  return states.filter(({ compensates }) => !compensates).flatMap((state) => [
    ...state.type !== 'switch' && isLost(state.own) ? [noWay(state.own, `the state ${quote(state.name)}`)] : [],
    ...otherWays(state).filter(isLost).map((way) => noWay(way, `a way out of the state ${quote(state.name)}`)),
  ]);
}

function otherWays({ conditions, otherwise, errors }: FlowState): WayOut[] {
  return [...conditions, ...otherwise ? [otherwise] : [], ...errors.filter((way) => way.errors.length > 0)];
}

function isLost({ to, ends }: WayOut): boolean {
  return to === undefined && !ends;
}

function noWay({ path }: WayOut, what: string): Violation {
  return { path, given: `${what} with neither end nor transition`, allowed: 'a way on, or an end', fix: 'add end: true, or a transition' };
}
