import { DefinitionCheck } from './definition-subject';
import { quote } from '../../findings/words';

/** The build fails. */
export const flowUnreachable: DefinitionCheck = {
  rule: 'SF-FLOW-UNREACHABLE',
  check: ({ graph: { states, byName, reached } }) => (
    states.filter((state) => !state.compensates && byName.get(state.name) === state && !reached.has(state)).map(({ name, path }) => ({
      path, given: `the state ${quote(name)}`, allowed: 'a state that start or a transition leads to', fix: 'add a transition to it, or take it out',
    }))
  ),
};
