import { DefinitionCheck } from './definition-subject';
import { quote } from '../../findings/words';
import { asList, asObject } from '../../json/lenient';
import { isGiven } from '../../workflow-definition/flow/values';

/** The build fails. */
export const flowState: DefinitionCheck = {
  rule: 'SF-FLOW-STATE',
  check: ({ definition, graph: { states, built } }) => {
    // What is there and no list is another mistake.
    if (asList(definition.states).length === 0) return Array.isArray(definition.states) || !isGiven(definition.states) ? [noStates] : [];
    return [
      ...states.filter(({ name }) => name === '').map(({ path, type }) => ({
        path, given: `a state ${type === '' ? '' : `of type ${type} `}without a name`, allowed: 'a name for each state', fix: 'add name',
      })),
      ...built.filter(({ type, state }) => type === 'inject' && !Object.hasOwn(asObject(state), 'data')).map(({ name, path }) => ({
        path, given: `the inject state ${quote(name)} without data`, allowed: 'the data that it adds', fix: 'add data, such as data: {}',
      })),
    ];
  },
};

const noStates = {
  path: ['states'],
  given: 'a definition without states',
  allowed: 'a list of at least one state',
  fix: 'add a state, such as {name: Hello, type: inject, data: {}, end: true}',
};
