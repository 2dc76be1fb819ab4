import { isJsonObject, Json, JsonObject } from '../json/json';
import { asList, asObject, asText } from '../json/lenient';

/** What the operator looks at in a flow. */
export interface FlowFacts {
  /** Timers may be set while it runs, so it needs a Jobs Service. */
  readonly hasTimeouts: boolean;
  readonly producesEvents: boolean;
  readonly consumesEvents: boolean;
  readonly events: readonly FlowEvent[];
  readonly functions: readonly FlowFunction[];
}

export interface FlowEvent {
  readonly name: string;
  readonly type: string;
  /** `consumed` when nothing is said. */
  readonly kind: string;
}

export interface FlowFunction {
  readonly name: string;
  readonly operation: string;
  /** `rest` when nothing is said. */
  readonly type: string;
}

/** Where a state of a type may set a timer; delays and the time limits of states, branches and actions do not count. */
const TIMERS: Readonly<Record<string, StateTimers>> = {
  callback: { eventTimeout: true, actions: ['action'] },
  event: { eventTimeout: true, actions: ['onEvents', 'actions'] },
  foreach: { actions: ['actions'] },
  operation: { actions: ['actions'] },
  parallel: { actions: ['branches', 'actions'] },
  sleep: { always: true },
  switch: { eventTimeout: true },
};

interface StateTimers {
  readonly always?: boolean;
  /** Its `timeouts.eventTimeout` counts. */
  readonly eventTimeout?: boolean;
  /** The way to its actions, through lists where there are any; an action that sleeps counts. */
  readonly actions?: readonly string[];
}

/**
 * The facts of a flow, whatever it holds: what is not of the right shape is taken as absent.
 *
 * @see operator-behaviour 7.1, 7.4
 */
export function flowFacts(flow: unknown): FlowFacts {
  const { timeouts, states, events, functions } = asObject(flow);
  const flowEvents = asList(events).map(asObject).map(({ name, type, kind }) => ({ name: asText(name), type: asText(type), kind: asText(kind, 'consumed') }));
  return {
    hasTimeouts: limitsFlow(asObject(timeouts)) || asList(states).some((state) => setsTimer(asObject(state))),
    producesEvents: flowEvents.some(({ kind }) => kind === 'produced'),
    consumesEvents: flowEvents.some(({ kind }) => kind === 'consumed'),
    events: flowEvents,
    functions: asList(functions).map(asObject).map(({ name, operation, type }) => (
      { name: asText(name), operation: asText(operation), type: asText(type, 'rest') }
    )),
  };
}

/** A limit without a duration is one: unlimited. */
function limitsFlow({ workflowExecTimeout: limit, eventTimeout }: Partial<JsonObject>): boolean {
  const duration = isJsonObject(limit) ? asText(limit.duration, 'unlimited') : asText(limit);
  return duration !== '' || asText(eventTimeout) !== '';
}

function setsTimer(state: Partial<JsonObject>): boolean {
  const { always = false, eventTimeout = false, actions } = TIMERS[asText(state.type)] ?? {};
  return always
    || (eventTimeout && asText(asObject(state.timeouts).eventTimeout) !== '')
    || (actions !== undefined && follow(state, actions).some(sleeps));
}

function follow(from: Json | Partial<JsonObject> | undefined, path: readonly string[]): readonly unknown[] {
  return path.reduce<readonly unknown[]>((places, field) => places.flatMap((place) => asObject(place)[field] ?? []), [from]);
}

function sleeps(action: unknown): boolean {
  const { before, after } = asObject(asObject(action).sleep);
  return asText(before) !== '' || asText(after) !== '';
}
