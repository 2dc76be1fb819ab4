import { DefinitionCheck } from './definition-subject';
import { unknownName } from './unknown-name';
import { FlowGraph } from '../../workflow-definition/flow/graph';
import { Mention } from '../../workflow-definition/flow/values';

/** The build fails. */
export const flowTransition: DefinitionCheck = {
  rule: 'SF-FLOW-TRANSITION',
  check: ({ graph }) => {
    const names = graph.states.map(({ name }) => name);
    return lostTransitions(graph).map((given) => unknownName('a state', given, names, 'declare the state'));
  },
};

/** Transitions that lead to no state; a condition that also ends does so then. */
function lostTransitions({ built, byName }: FlowGraph): Mention[] {
  return built.flatMap(({ own, otherwise, conditions, errors }) => [
    own, ...otherwise ? [otherwise] : [],
    ...[...conditions, ...errors.filter((way) => way.errors.length > 0)].filter(({ ends }) => !ends),
  ]).flatMap(({ to }) => to && (to.name === '' || !byName.has(to.name)) ? [to] : []);
}
