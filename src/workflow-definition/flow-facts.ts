import { isJsonObject, Json, JsonObject } from '../values/json';

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
  const { timeouts, states, events, functions } = object(flow);
  const flowEvents = list(events).map(object).map(({ name, type, kind }) => ({ name: text(name), type: text(type), kind: text(kind, 'consumed') }));
  return {
    hasTimeouts: limitsFlow(object(timeouts)) || list(states).some((state) => setsTimer(object(state))),
    producesEvents: flowEvents.some(({ kind }) => kind === 'produced'),
    consumesEvents: flowEvents.some(({ kind }) => kind === 'consumed'),
    events: flowEvents,
    functions: list(functions).map(object).map(({ name, operation, type }) => (
      { name: text(name), operation: text(operation), type: text(type, 'rest') }
    )),
  };
}

/** A limit without a duration is one: unlimited. */
function limitsFlow({ workflowExecTimeout, eventTimeout }: Partial<JsonObject>): boolean {
  return (isJsonObject(workflowExecTimeout) && text(workflowExecTimeout.duration, 'unlimited') !== '') || text(eventTimeout) !== '';
}

function setsTimer(state: Partial<JsonObject>): boolean {
  const { always = false, eventTimeout = false, actions } = TIMERS[text(state.type)] ?? {};
  return always
    || (eventTimeout && text(object(state.timeouts).eventTimeout) !== '')
    || (actions !== undefined && follow(state, actions).some(sleeps));
}

function follow(from: Json | Partial<JsonObject> | undefined, path: readonly string[]): readonly unknown[] {
  return path.reduce<readonly unknown[]>((places, field) => places.flatMap((place) => object(place)[field] ?? []), [from]);
}

function sleeps(action: unknown): boolean {
  const { before, after } = object(object(action).sleep);
  return text(before) !== '' || text(after) !== '';
}

function object(value: unknown): Partial<JsonObject> {
  return isJsonObject(value) ? value : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown, otherwise = ''): string {
  return typeof value === 'string' ? value : otherwise;
}
