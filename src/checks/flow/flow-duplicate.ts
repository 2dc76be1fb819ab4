import { DefinitionCheck } from './definition-subject';
import { quote } from '../../findings/words';
import { fieldName } from '../../json/field-path';
import { Mention } from '../../workflow-definition/flow/values';

/** The build fails. Events, errors and branches of one name it takes. */
export const flowDuplicate: DefinitionCheck = {
  rule: 'SF-FLOW-DUPLICATE',
  check: ({ graph: { states }, functions }) => [...again('state', states.filter(({ name }) => name !== '')), ...again('function', functions)],
};

function again(what: string, all: readonly Mention[]) {
  const first = new Map([...all].reverse().map(({ name, path }) => [name, path]));
  return all.flatMap(({ name, path }) => {
    const other = first.get(name)!;
    return other === path ? [] : [{
      path, given: name === '' ? `another ${what} without a name` : `the ${what} ${quote(name)} again`, allowed: `each name once: ${fieldName(other)} has it`, fix: 'give one of them another name',
    }];
  });
}
