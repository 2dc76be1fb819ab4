import { flowActions, kindOf } from './actions';
import { flowGraph } from './graph';
import { textOf } from './values';
import { asList, asObject } from '../../json/lenient';
import { flowFacts } from '../flow-facts';

/** What an instance waits for, and in which state; the name is empty where it is the flow. */
export interface Waiting {
  readonly what: 'an event' | 'a timer';
  readonly name: string;
}

/** The first place at which an instance of a flow waits. An event at the start makes an instance, and nobody waits. */
export function waitingState(flow: unknown): Waiting | undefined {
  const graph = flowGraph(flow);
  const start = graph.start?.name ?? graph.states[0]?.name;
  const event = graph.states.find(({ type, state, name }) => (
    type === 'callback'
    || (type === 'switch' && asList(state.eventConditions).length > 0)
    || (type === 'event' && (name !== start || state.exclusive === false))
  ));
  if (event) return { what: 'an event', name: event.name };
  const action = flowActions(graph).find((one) => kindOf(one) === 'eventRef' && textOf(asObject(one.action.eventRef).resultEventRef) !== undefined);
  if (action) return { what: 'an event', name: '' };
  const timer = graph.states.find(({ type }) => type === 'sleep');
  if (timer) return { what: 'a timer', name: timer.name };
  return flowFacts(flow).hasTimeouts ? { what: 'a timer', name: '' } : undefined;
}
