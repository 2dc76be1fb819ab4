import { DefinitionCheck, DefinitionSubject } from './definition-subject';
import { quote } from '../../findings/words';
import { asList, asObject } from '../../json/lenient';
import { Violation } from '../../rules/found';
import { FlowState, givenFilter } from '../../workflow-definition/flow/states';
import { isGiven } from '../../workflow-definition/flow/values';

/** The build fails. */
export const flowSwitch: DefinitionCheck = {
  rule: 'SF-FLOW-SWITCH',
  check: (subject) => subject.graph.built.filter(({ type }) => type === 'switch').flatMap((state) => problems(state, subject)),
};

function problems(flowState: FlowState, { definition }: DefinitionSubject): Violation[] {
  const { name, path, state, conditions, otherwise, own } = flowState;
  const [data, events] = [asList(state.dataConditions), asList(state.eventConditions)];
  if (data.length > 0 && events.length > 0) {
    return [{ path, given: `the switch ${quote(name)} on data and on events`, allowed: 'one kind of conditions', fix: 'make two states of it' }];
  }
  if (conditions.length === 0) {
    return [{ path, given: `the switch ${quote(name)} without conditions`, allowed: 'dataConditions or eventConditions', fix: 'add conditions, or write another type' }];
  }
  const filter = givenFilter(state);
  if (filter) {
    return [{
      path: [...path, 'stateDataFilter', filter],
      given: `a filter of the switch ${quote(name)}`,
      allowed: 'none: the build takes the filter for the switch',
      fix: 'filter in the state in front of it, or in the conditions',
    }];
  }
  const found: Violation[] = data.flatMap((condition, i) => isGiven(asObject(condition).condition) ? [] : [{
    path: [...path, 'dataConditions', i], given: 'a condition on data without condition', allowed: 'an expression', fix: 'add condition',
  }]);
  if (conditions.length + (otherwise ? 1 : 0) + (own.to ? 1 : 0) + (own.ends ? 1 : 0) < 2) {
    found.push({ path, given: `the switch ${quote(name)} with one way out`, allowed: 'at least two ways', fix: 'add a condition or a defaultCondition, or write another type' });
  }
  const limited = isGiven(asObject(state.timeouts).eventTimeout) || isGiven(asObject(definition.timeouts).eventTimeout);
  if (events.length > 0 && otherwise && !limited) {
    found.push({
      path: otherwise.path,
      given: `the default of a switch on events, ${quote(name)}, without a time limit`,
      allowed: 'a default after timeouts.eventTimeout',
      fix: 'add timeouts: {eventTimeout: PT1H} to the state',
    });
  }
  return found;
}
