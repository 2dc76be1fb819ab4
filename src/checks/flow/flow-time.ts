import { DefinitionCheck, DefinitionSubject } from './definition-subject';
import { expressionProblem } from './expression-problem';
import { Severity } from '../../findings/finding';
import { quote } from '../../findings/words';
import { FieldPath } from '../../json/field-path';
import { isJsonObject } from '../../json/json';
import { asList, asObject } from '../../json/lenient';
import { Violation } from '../../rules/found';
import { isIsoDuration, isTimerDuration } from '../../workflow-definition/flow/durations';
import { FlowState } from '../../workflow-definition/flow/states';
import { isGiven, textOf } from '../../workflow-definition/flow/values';

const ISO = 'a duration of ISO 8601 without weeks, months and years, such as PT5M';

/** The build fails, or for the time limit of the flow each start. What the engine does not look at may say anything. */
export const flowTime: DefinitionCheck = {
  rule: 'SF-FLOW-TIME',
  check: (subject) => [
    ...subject.graph.built.filter(({ type }) => type === 'sleep').flatMap(({ name, path, state }) => isGiven(state.duration)
      ? timer(state.duration, [...path, 'duration'], subject)
      : [{ path, given: `the sleep state ${quote(name)} without duration`, allowed: ISO, fix: 'add duration' }]),
    ...subject.actions.flatMap(({ action, path }) => ['before', 'after'].flatMap((field) => {
      const value = asObject(action.sleep)[field];
      return isGiven(value) && value !== '' ? timer(value, [...path, 'sleep', field], subject) : [];
    })),
    ...eventTimeouts(subject),
    ...execTimeout(subject),
  ],
};

function timer(value: unknown, path: FieldPath, subject: DefinitionSubject): Violation[] {
  const text = textOf(value);
  if (text === undefined || text.includes('#{') || isTimerDuration(text) || !expressionProblem(subject, text)) return [];
  return [{ path, given: quote(text), allowed: `${ISO}, or an expression`, fix: 'write the duration in this form' }];
}

/** Each is looked at where an event is awaited, the flow's where the state has none. */
function eventTimeouts(subject: DefinitionSubject): Violation[] {
  const { definition, graph } = subject;
  const limits = new Map<string, { value: unknown; path: FieldPath }>();
  for (const flowState of graph.built.filter((one) => isLimited(one, graph.start?.name))) {
    const own = asObject(flowState.state.timeouts).eventTimeout;
    const path = [...isGiven(own) ? flowState.path : [], 'timeouts', 'eventTimeout'];
    limits.set(path.join('/'), { path, value: isGiven(own) ? own : asObject(definition.timeouts).eventTimeout });
  }
  return [...limits.values()].flatMap(({ path, value }) => {
    const text = textOf(value);
    if (text === undefined || (text.startsWith('P') && isIsoDuration(text)) || !expressionProblem(subject, text)) return [];
    return [{ path, given: quote(text), allowed: `${ISO}, or an expression`, fix: 'write the duration in this form' }];
  });
}

function isLimited({ type, name, conditions, otherwise, state }: FlowState, start: string | undefined): boolean {
  if (type === 'switch') return otherwise !== undefined && conditions.length > 0 && asList(state.eventConditions).length > 0;
  return type === 'callback' || (type === 'event' && name !== start);
}

function execTimeout({ definition }: DefinitionSubject): Violation[] {
  const limit = asObject(definition.timeouts).workflowExecTimeout;
  const path = ['timeouts', 'workflowExecTimeout', ...isJsonObject(limit) ? ['duration'] : []];
  const text = textOf(isJsonObject(limit) ? limit.duration : limit);
  if (text === undefined || isIsoDuration(text)) return [];
  return [{ path, given: quote(text), allowed: `${ISO}: each start fails`, fix: 'write the duration in this form', severity: Severity.WARNING }];
}
