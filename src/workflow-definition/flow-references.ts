import { Mention, mention } from './flow-states';
import { FieldPath } from '../json/field-path';
import { Json, JsonObject } from '../json/json';
import { asList, asObject, asText } from '../json/lenient';

/** What a flow declares in a list of that name, to be referred to by name. */
export type Declarations = 'functions' | 'events' | 'retries' | 'errors' | 'auth' | 'secrets';

export interface Reference extends Mention {
  /** The list in which it should be. */
  readonly list: Declarations;
}

/** Names that a flow declares; a secret is declared by its name alone. */
export function declared(flow: unknown, list: Declarations): Mention[] {
  const given = asObject(flow)[list];
  // One that stands alone needs no list.
  const items = Array.isArray(given) || given === undefined ? asList(given) : [given];
  return items.map((item, i) => mention(item, 'name', [list, i])).filter((found) => found !== undefined);
}

/** The places at which a flow refers to what it declares. */
export function flowReferences(flow: unknown): Reference[] {
  const { states, functions } = asObject(flow);
  return [
    ...asList(functions).flatMap((item, i) => references('auth', mention(asObject(item).authRef, 'name', ['functions', i, 'authRef']))),
    ...asList(states).flatMap((item, i) => stateReferences(asObject(item), ['states', i])),
    ...secretReferences(asObject(flow)),
  ];
}

function references(list: Declarations, ...found: ReadonlyArray<Mention | undefined>): Reference[] {
  return found.flatMap((one) => one && one.name !== '' ? [{ ...one, list }] : []);
}

function stateReferences(state: Partial<JsonObject>, path: FieldPath): Reference[] {
  const each = (field: string, visit: (item: Partial<JsonObject>, at: FieldPath) => Reference[]) => (
    asList(state[field]).flatMap((item, i) => visit(asObject(item), [...path, field, i]))
  );
  const conditions = (item: Partial<JsonObject>, at: FieldPath) => [
    ...references('events', mention(item.eventRef, '', [...at, 'eventRef'])), ...produced(item, at),
  ];
  return [
    ...actions(state, path),
    ...each('branches', actions),
    ...each('onEvents', (item, at) => [...names('events', item, 'eventRefs', at), ...actions(item, at)]),
    ...state.action === undefined ? [] : actionReferences(asObject(state.action), [...path, 'action']),
    ...references('events', mention(state.eventRef, '', [...path, 'eventRef'])),
    ...each('eventConditions', conditions),
    ...each('dataConditions', produced),
    ...produced(asObject(state.defaultCondition), [...path, 'defaultCondition']),
    ...each('onErrors', (item, at) => [
      ...references('errors', mention(item.errorRef, '', [...at, 'errorRef'])), ...names('errors', item, 'errorRefs', at), ...produced(item, at),
    ]),
    ...produced(state, path),
  ];
}

function actions(holder: Partial<JsonObject>, path: FieldPath): Reference[] {
  return asList(holder.actions).flatMap((item, i) => actionReferences(asObject(item), [...path, 'actions', i]));
}

function actionReferences(action: Partial<JsonObject>, path: FieldPath): Reference[] {
  const { functionRef, eventRef, retryRef } = action;
  return [
    ...references('functions', mention(functionRef, 'refName', [...path, 'functionRef'])),
    ...references('events', ...['triggerEventRef', 'resultEventRef'].map((field) => mention(asObject(eventRef)[field], '', [...path, 'eventRef', field]))),
    ...references('retries', mention(retryRef, '', [...path, 'retryRef'])),
    ...names('errors', action, 'retryableErrors', path),
    ...names('errors', action, 'nonRetryableErrors', path),
  ];
}

/** The events that are sent on the way out of something. */
function produced(holder: Partial<JsonObject>, path: FieldPath): Reference[] {
  return ['transition', 'end'].flatMap((field) => asList(asObject(holder[field]).produceEvents).flatMap((item, i) => (
    references('events', mention(asObject(item).eventRef, '', [...path, field, 'produceEvents', i, 'eventRef']))
  )));
}

function names(list: Declarations, holder: Partial<JsonObject>, field: string, path: FieldPath): Reference[] {
  return references(list, ...asList(holder[field]).map((item, i) => mention(item, '', [...path, field, i])));
}

/** Expressions read secrets as `$SECRET.name`. */
function secretReferences(flow: Partial<JsonObject>): Reference[] {
  return texts(flow as JsonObject, []).flatMap(({ name: text, path }) => (
    [...text.matchAll(/\$SECRET\.([A-Za-z_]\w*)/g)].map(([, name = '']) => ({ name, path, list: 'secrets' as const }))
  ));
}

function texts(value: Json, path: FieldPath): Mention[] {
  if (typeof value === 'string') return [{ name: value, path }];
  if (Array.isArray(value)) return value.flatMap((item, i) => texts(item, [...path, i]));
  return Object.entries(asObject(value)).flatMap(([field, child]) => texts(child as Json, [...path, field]));
}

/** What an action or a function needs beside the definition. */
export interface NeededFile extends Mention {
  /** A workflow that is called by its id; else a file by its path. */
  readonly subflow: boolean;
}

/** Functions whose operation is no path of a file. */
const WITHOUT_FILE = ['custom', 'expression'];

/** The files and workflows to which a flow refers by relative paths and by ids. */
export function neededFiles(flow: unknown): NeededFile[] {
  const { functions, states, dataInputSchema } = asObject(flow);
  const operations = asList(functions).map(asObject).flatMap(({ operation, type }, i) => (
    WITHOUT_FILE.includes(asText(type)) ? [] : file(asText(operation).replace(/#.*/s, ''), ['functions', i, 'operation'])
  ));
  const { schema } = asObject(dataInputSchema);
  return [
    ...operations,
    ...file(asText(schema), ['dataInputSchema', 'schema']),
    ...asList(states).flatMap((state, i) => subflows(state as Json, ['states', i])),
  ];
}

function file(name: string, path: FieldPath): NeededFile[] {
  return /^[^:]+\.\w+$/.test(name) ? [{ name, path, subflow: false }] : [];
}

function subflows(value: Json, path: FieldPath): NeededFile[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => subflows(item, [...path, i]));
  return Object.entries(asObject(value)).flatMap(([field, child]): NeededFile[] => {
    const at = [...path, field];
    if (field === 'data' || field === 'arguments' || field === 'metadata') return [];
    if (field !== 'subFlowRef') return subflows(child as Json, at);
    const found = mention(child, 'workflowId', at);
    return found ? [{ ...found, subflow: true }] : [];
  });
}
