import { FlowAction, FunctionCall, kindOf } from './actions';
import { Declarations } from './declarations';
import { FlowGraph } from './graph';
import { FlowState, isDataBased } from './states';
import { flagOf, isGiven, Mention, textOf } from './values';
import { FieldPath } from '../../json/field-path';
import { valueAt, Json, JsonObject, isJsonObject } from '../../json/json';
import { asList, asObject } from '../../json/lenient';

export interface Reference extends Mention {
  /** The list in which it should be. */
  readonly list: Declarations;
  /** The event is waited for. */
  readonly awaited?: boolean;
}

/** The places at which the engine looks something up that the definition declares; the name is empty where it is missing. */
export function flowReferences(graph: FlowGraph, actions: readonly FlowAction[], calls: readonly FunctionCall[]): Reference[] {
  return [
    ...graph.built.flatMap(stateReferences),
    ...calls.map(({ name, path }): Reference => ({ name, path, list: 'functions' })),
    ...actions.filter((action) => kindOf(action) === 'eventRef').map(({ action, path }) => named(asObject(action.eventRef), 'triggerEventRef', [...path, 'eventRef'])),
  ];
}

function stateReferences(flowState: FlowState): Reference[] {
  const { state, type, path, errors } = flowState;
  return [
    ...awaited(state, type, path),
    ...producedEvents(flowState).map(({ event, path: at }) => (
      isJsonObject(event) ? named(event, 'eventRef', at) : { name: textOf(event) ?? '', path: at, list: 'events' as const }
    )),
    ...errors.flatMap((way) => way.errors.map((mention): Reference => ({ ...mention, list: 'errors' }))),
  ];
}

function awaited(state: Partial<JsonObject>, type: string, path: FieldPath): Reference[] {
  switch (type) {
    case 'event': return asList(state.onEvents).flatMap((item, i) => asList(asObject(item).eventRefs).map((ref, k): Reference => ({
      name: textOf(ref) ?? '', path: [...path, 'onEvents', i, 'eventRefs', k], list: 'events', awaited: true,
    })));
    case 'callback': return [{ ...named(state, 'eventRef', path), awaited: true }];
    case 'switch': return isDataBased(state) ? [] : asList(state.eventConditions).map((item, i): Reference => (
      { ...named(asObject(item), 'eventRef', [...path, 'eventConditions', i]), awaited: true }
    ));
    default: return [];
  }
}

/** An event that is sent on a way out of a state. */
export interface ProducedEvent {
  /** What is said about it. */
  readonly event: unknown;
  readonly path: FieldPath;
  /** It is sent on a transition, which compensates what was done before. */
  readonly whileCompensating: boolean;
}

export function producedEvents({ state, path, own, conditions, otherwise, errors, compensates }: FlowState): ProducedEvent[] {
  const ways = [...compensates ? [] : [own], ...conditions, ...otherwise ? [otherwise] : [], ...errors];
  return ways.flatMap(({ path: at, to, ends }) => {
    const holder = asObject(valueAt(state as Json, at.slice(path.length)));
    return [...to && to.name !== '' ? ['transition'] : [], ...ends ? ['end'] : []].flatMap((field) => {
      const { produceEvents: events, compensate } = asObject(holder[field]);
      // The engine takes the values of an object for events.
      const entries = Array.isArray(events) ? [...events.entries()] : Object.entries(asObject(events));
      const whileCompensating = field === 'transition' && flagOf(compensate, false);
      return entries.map(([key, event]) => ({ event, path: [...at, field, 'produceEvents', key], whileCompensating }));
    });
  });
}

function named(holder: Partial<JsonObject>, field: string, path: FieldPath): Reference {
  const given = isGiven(holder[field]);
  return { name: textOf(holder[field]) ?? '', path: given ? [...path, field] : path, list: 'events' };
}
