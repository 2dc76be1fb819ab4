import { DefinitionCheck } from './definition-subject';
import { quote } from '../../findings/words';
import { textOf } from '../../workflow-definition/flow/values';

const NEEDED = { iterationParam: 'a name for the element', inputCollection: 'an expression that gives the list' } as const;

/** The build fails. */
export const flowForeach: DefinitionCheck = {
  rule: 'SF-FLOW-FOREACH',
  check: ({ graph: { built } }) => built.filter(({ type }) => type === 'foreach').flatMap(({ name, path, state }) => (
    (['iterationParam', 'inputCollection'] as const).filter((field) => (textOf(state[field]) ?? '') === '').map((field) => ({
      path, given: `the foreach state ${quote(name)} without ${field}`, allowed: NEEDED[field], fix: `add ${field}`,
    }))
  )),
};
