import { FieldPath } from '../json/field-path';
import { isJsonObject, JsonObject } from '../json/json';
import { asList, asObject, asText } from '../json/lenient';

/** A place in a flow that names something: a state, a function, an event and so on. */
export interface Mention {
  readonly name: string;
  /** In the flow. */
  readonly path: FieldPath;
}

export interface FlowState extends Mention {
  readonly state: Partial<JsonObject>;
  /** The states that may follow, in the order in which they are written. */
  readonly transitions: readonly Mention[];
}

/** The states of a flow with the ways between them, whatever the flow holds: what is not of the right shape is left out. */
export function flowStates(flow: unknown): FlowState[] {
  return asList(asObject(flow).states).map((item, i): FlowState => {
    const state = asObject(item);
    const path = ['states', i];
    return { name: asText(state.name), path, state, transitions: transitionsOf(state, path) };
  });
}

/** The state with which a flow begins: the first one if it says nothing. */
export function flowStart(flow: unknown): Mention | undefined {
  const { start, states } = asObject(flow);
  if (start === undefined) {
    const [first] = asList(states);
    return first === undefined ? undefined : { name: asText(asObject(first).name), path: ['states', 0, 'name'] };
  }
  return mention(start, 'stateName', ['start']);
}

/** A state that says neither where to go nor that all ends there. */
export function isDeadEnd({ end, transition, type, usedForCompensation, dataConditions, eventConditions }: Partial<JsonObject>): boolean {
  if (usedForCompensation === true) return false;
  if (type === 'switch') return asList(dataConditions).length === 0 && asList(eventConditions).length === 0;
  return transition === undefined && (end === undefined || end === false);
}

/** The states to which no way leads from the start. */
export function unreachableStates(flow: unknown): FlowState[] {
  const states = flowStates(flow);
  const byName = new Map(states.map((state) => [state.name, state]));
  const start = flowStart(flow);
  const waiting = [start && byName.get(start.name)];
  if (!waiting[0]) return [];
  const reached = new Set<FlowState>();
  for (let state = waiting.pop(); state; state = waiting.pop()) {
    reached.add(state);
    for (const { name } of state.transitions) {
      const next = byName.get(name);
      if (next && !reached.has(next)) waiting.push(next);
    }
  }
  // Of several states of one name only one can be meant; the others are another mistake.
  return states.filter((state) => !reached.has(state) && byName.get(state.name) === state);
}

function transitionsOf(state: Partial<JsonObject>, path: FieldPath): Mention[] {
  const inList = (field: string) => asList(state[field]).map((item, i) => mention(asObject(item).transition, 'nextState', [...path, field, i, 'transition']));
  const { defaultCondition } = state;
  return [
    mention(state.transition, 'nextState', [...path, 'transition']),
    ...inList('dataConditions'),
    ...inList('eventConditions'),
    typeof defaultCondition === 'string'
      ? mention(defaultCondition, 'nextState', [...path, 'defaultCondition'])
      : mention(asObject(defaultCondition).transition, 'nextState', [...path, 'defaultCondition', 'transition']),
    ...inList('onErrors'),
    mention(state.compensatedBy, 'nextState', [...path, 'compensatedBy']),
  ].filter((found) => found !== undefined);
}

/** A name that is written alone, or as a field of an object. */
export function mention(value: unknown, field: string, path: FieldPath): Mention | undefined {
  if (typeof value === 'string') return { name: value, path };
  if (!isJsonObject(value) || typeof value[field] !== 'string') return undefined;
  return { name: value[field], path: [...path, field] };
}
