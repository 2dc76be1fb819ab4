import { flagOf, isGiven, Mention, textOf } from './values';
import { FieldPath } from '../../json/field-path';
import { isJsonObject, JsonObject } from '../../json/json';
import { asList, asObject, asText } from '../../json/lenient';

/** A way out of a state: to another, or to an end. */
export interface WayOut {
  readonly path: FieldPath;
  /** Where a transition leads; its name is empty when it names nothing. */
  readonly to?: Mention;
  readonly ends: boolean;
}

/** A way that is taken when something goes wrong. */
export interface ErrorWay extends WayOut {
  readonly errors: readonly Mention[];
}

/** A state and its ways out, as the engine takes them. */
export interface FlowState extends Mention {
  readonly state: Partial<JsonObject>;
  readonly type: string;
  /** Its own transition and end. */
  readonly own: WayOut;
  /** The ways of a switch that the engine looks at. */
  readonly conditions: readonly WayOut[];
  readonly otherwise?: WayOut;
  readonly errors: readonly ErrorWay[];
  readonly compensatedBy?: Mention;
  /** It is no part of the flow: it runs when what it compensates has to be undone. */
  readonly compensates: boolean;
}

/** The types of states that handle errors; others do not look at `onErrors`. */
const HANDLING_ERRORS: ReadonlySet<string> = new Set(['operation', 'foreach', 'callback', 'parallel', 'event']);

/** The states of a definition, whatever it holds: what is no object is left out. */
export function flowStates(definition: unknown): FlowState[] {
  return asList(asObject(definition).states).flatMap((item, i) => isJsonObject(item) ? [flowState(item, ['states', i])] : []);
}

function flowState(state: JsonObject, path: FieldPath): FlowState {
  const type = asText(state.type);
  const ways = (field: string) => asList(state[field]).map((item, i) => way(asObject(item), [...path, field, i]));
  const { compensatedBy, defaultCondition, usedForCompensation } = state;
  return {
    name: textOf(state.name) ?? '',
    path,
    state,
    type,
    own: way(state, path),
    conditions: type === 'switch' ? ways(isDataBased(state) ? 'dataConditions' : 'eventConditions') : [],
    otherwise: type === 'switch' && isGiven(defaultCondition) ? way(asObject(defaultCondition), [...path, 'defaultCondition']) : undefined,
    errors: HANDLING_ERRORS.has(type) ? asList(state.onErrors).map((item, i) => errorWay(asObject(item), [...path, 'onErrors', i])) : [],
    compensatedBy: isGiven(compensatedBy) ? { name: textOf(compensatedBy) ?? '', path: [...path, 'compensatedBy'] } : undefined,
    compensates: type !== 'event' && flagOf(usedForCompensation, false),
  };
}

/** The first field that a state's own filter has. */
export function givenFilter({ stateDataFilter }: Partial<JsonObject>): 'input' | 'output' | undefined {
  return (['input', 'output'] as const).find((field) => isGiven(asObject(stateDataFilter)[field]));
}

/** A switch is on data as soon as there is a condition on data. */
export function isDataBased({ dataConditions }: Partial<JsonObject>): boolean {
  return asList(dataConditions).length > 0;
}

function way({ transition, end }: Partial<JsonObject>, path: FieldPath): WayOut {
  return {
    path,
    to: isGiven(transition) ? target(transition, [...path, 'transition']) : undefined,
    // Anything but false is an end, whatever it says.
    ends: isGiven(end) && end !== false,
  };
}

function target(transition: unknown, path: FieldPath): Mention {
  if (isJsonObject(transition)) return { name: textOf(transition.nextState) ?? '', path: isGiven(transition.nextState) ? [...path, 'nextState'] : path };
  return { name: textOf(transition) ?? '', path };
}

function errorWay(given: Partial<JsonObject>, path: FieldPath): ErrorWay {
  const { errorRef, errorRefs } = given;
  const errors = isGiven(errorRef)
    ? [{ name: textOf(errorRef) ?? '', path: [...path, 'errorRef'] }]
    : asList(errorRefs).map((ref, i) => ({ name: textOf(ref) ?? '', path: [...path, 'errorRefs', i] }));
  return { ...way(given, path), errors };
}

/** The state with which a flow begins, if it says so. */
export function flowStart(definition: unknown): Mention | undefined {
  const { start } = asObject(definition);
  if (!isGiven(start)) return undefined;
  if (isJsonObject(start)) return { name: textOf(start.stateName) ?? '', path: isGiven(start.stateName) ? ['start', 'stateName'] : ['start'] };
  return { name: textOf(start) ?? '', path: ['start'] };
}
