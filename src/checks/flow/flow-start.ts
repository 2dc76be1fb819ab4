import { DefinitionCheck } from './definition-subject';
import { unknownName } from './unknown-name';

/** The build fails: nothing starts. */
export const flowStartKnown: DefinitionCheck = {
  rule: 'SF-FLOW-START',
  check: ({ graph: { start, states, byName } }) => {
    if (start === undefined) return [{ given: 'a definition without start', allowed: 'the name of the state with which it begins', fix: 'add start' }];
    const state = byName.get(start.name);
    if (start.name !== '' && state && !state.compensates) return [];
    return [unknownName('a state', start, states.filter(({ compensates }) => !compensates).map(({ name }) => name), 'declare the state')];
  },
};
