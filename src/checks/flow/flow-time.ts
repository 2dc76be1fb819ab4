import { DefinitionCheck, DefinitionSubject } from './definition-subject';
import { limitsOfEvents } from './event-limits';
import { expressionProblem } from './expression-problem';
import { Severity } from '../../findings/finding';
import { quote } from '../../findings/words';
import { FieldPath } from '../../json/field-path';
import { isJsonObject } from '../../json/json';
import { asObject } from '../../json/lenient';
import { Violation } from '../../rules/found';
import { isIsoDuration, isTimerDuration } from '../../workflow-definition/flow/durations';
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

function eventTimeouts(subject: DefinitionSubject): Violation[] {
  return limitsOfEvents(subject).flatMap(({ path, value }) => {
    const text = textOf(value);
    if (text === undefined || (text.startsWith('P') && isIsoDuration(text)) || !expressionProblem(subject, text)) return [];
    return [{ path, given: quote(text), allowed: `${ISO}, or an expression`, fix: 'write the duration in this form' }];
  });
}

function execTimeout({ definition }: DefinitionSubject): Violation[] {
  const limit = asObject(definition.timeouts).workflowExecTimeout;
  const path = ['timeouts', 'workflowExecTimeout', ...isJsonObject(limit) ? ['duration'] : []];
  const text = textOf(isJsonObject(limit) ? limit.duration : limit);
  if (text === undefined || isIsoDuration(text)) return [];
  return [{ path, given: quote(text), allowed: `${ISO}: each start fails`, fix: 'write the duration in this form', severity: Severity.WARNING }];
}
