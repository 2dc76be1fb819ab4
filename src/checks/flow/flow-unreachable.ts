import { DefinitionCheck } from './definition-subject';
import { waysWithoutAim } from './flow-no-end';
import { lostTransitions } from './flow-transition';
import { quote } from '../../findings/words';

/** The build fails. Where a way leads nowhere, that is the mistake. */
export const flowUnreachable: DefinitionCheck = {
  rule: 'SF-FLOW-UNREACHABLE',
  check: ({ graph }) => {
    const { start, states, byName, reached } = graph;
    if (!start || !byName.has(start.name) || lostTransitions(graph).length > 0 || waysWithoutAim(graph).length > 0) return [];
    return states.filter((state) => !state.compensates && byName.get(state.name) === state && !reached.has(state)).map(({ name, path }) => ({
      path, given: `the state ${quote(name)}`, allowed: 'a state that start or a transition leads to', fix: 'add a transition to it, or take it out',
    }));
  },
};
