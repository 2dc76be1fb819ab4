import { FlowAction, FunctionCall, kindOf } from './actions';
import { customOperation, DeclaredFunction } from './declarations';
import { FlowGraph } from './graph';
import { producedEvents } from './references';
import { FlowState, isDataBased } from './states';
import { flagOf, isGiven, textOf } from './values';
import { FieldPath } from '../../json/field-path';
import { firstBy } from '../../json/group-by';
import { isJsonObject, JsonObject } from '../../json/json';
import { asList, asObject } from '../../json/lenient';

/**
 * When the engine reads an expression: when the image is built, when it is evaluated, or never as an expression, but then it looks whether
 * it names a function.
 */
export type Reading = 'build' | 'run' | 'name';

/** An expression of a definition. */
export interface FlowExpression {
  readonly text: string;
  readonly path: FieldPath;
  readonly reading: Reading;
  /** `fn:name` stands for an expression function. */
  readonly names: boolean;
  /** What is no expression is JSON. */
  readonly orJson?: boolean;
  /** The engine writes it into Java without escaping its backslashes. */
  readonly inJava?: boolean;
  /** Names of the elements where it is evaluated for each of a list. */
  readonly params: readonly string[];
}

interface Place {
  readonly path: FieldPath;
  readonly params: readonly string[];
}

/** The expressions that the engine looks at. */
export function flowExpressions(
  graph: FlowGraph, actions: readonly FlowAction[], calls: readonly FunctionCall[], functions: readonly DeclaredFunction[],
): FlowExpression[] {
  const byName = firstBy(functions, ({ name }) => name);
  return [
    ...graph.built.flatMap(ofState),
    ...actions.flatMap(ofAction),
    ...ofFunctions(calls, byName),
    ...calls.flatMap((call) => {
      const called = byName.get(call.name);
      return called && takesArguments(called) ? ofArguments(call.args, [...call.action.path, 'functionRef', 'arguments'], paramsOf(call.action)) : [];
    }),
  ];
}

function paramsOf({ iterationParam }: FlowAction): string[] {
  return iterationParam === undefined || iterationParam === '' ? [] : [iterationParam];
}

function expression(holder: Partial<JsonObject>, field: string, { path, params }: Place, more: Partial<FlowExpression>): FlowExpression[] {
  const text = isGiven(holder[field]) ? textOf(holder[field]) : undefined;
  return text === undefined ? [] : [{ text, path: [...path, field], params, reading: 'build', names: true, ...more }];
}

function ofState(flowState: FlowState): FlowExpression[] {
  const { state, path } = flowState;
  const filter = { path: [...path, 'stateDataFilter'], params: [] };
  return [
    ...expression(asObject(state.stateDataFilter), 'input', filter, {}),
    ...expression(asObject(state.stateDataFilter), 'output', filter, {}),
    ...ofType(flowState),
    ...producedEvents(flowState).flatMap(({ event, path: at }) => (
      expression(asObject(event), 'data', { path: at, params: [] }, { reading: 'run', orJson: true })
    )),
  ];
}

function ofType({ state, type, path }: FlowState): FlowExpression[] {
  const here = { path, params: [] };
  const each = (field: string, of: typeof ofEventFilter) => (
    asList(state[field]).flatMap((item, i) => of(asObject(item), { path: [...path, field, i], params: [] }))
  );
  switch (type) {
    case 'foreach': return [
      ...expression(state, 'inputCollection', here, { reading: 'run', names: false }),
      ...expression(state, 'outputCollection', here, { names: false }),
    ];
    case 'event': return each('onEvents', ofEventFilter);
    case 'callback': return ofEventFilter(state, here);
    case 'switch': return isDataBased(state) ? each('dataConditions', ofCondition) : each('eventConditions', ofEventFilter);
    default: return [];
  }
}

function ofCondition(holder: Partial<JsonObject>, place: Place): FlowExpression[] {
  return expression(holder, 'condition', place, { reading: 'run', inJava: true });
}

function ofEventFilter(holder: Partial<JsonObject>, { path, params }: Place): FlowExpression[] {
  const filter = asObject(holder.eventDataFilter);
  if (!flagOf(filter.useData, true)) return [];
  const place = { path: [...path, 'eventDataFilter'], params };
  return [...expression(filter, 'data', place, {}), ...expression(filter, 'toStateData', place, { names: false })];
}

function ofAction(flowAction: FlowAction): FlowExpression[] {
  const { action, path } = flowAction;
  const params = paramsOf(flowAction);
  const filter = asObject(action.actionDataFilter);
  const place = { path: [...path, 'actionDataFilter'], params };
  const used = flagOf(filter.useResults, true);
  return [
    ...expression(filter, 'fromStateData', place, {}),
    ...used ? expression(filter, 'results', place, {}) : [],
    ...used ? expression(filter, 'toStateData', place, { names: false }) : [],
    ...ofCondition(action, { path, params }),
    ...kindOf(flowAction) === 'eventRef'
      ? expression(asObject(action.eventRef), 'data', { path: [...path, 'eventRef'], params }, { reading: 'run', orJson: true }) : [],
  ];
}

/** Those that are called, each once; what is evaluated for each of a list knows the element. */
function ofFunctions(calls: readonly FunctionCall[], functions: ReadonlyMap<string, DeclaredFunction>): FlowExpression[] {
  const params = new Map<string, Set<string>>();
  for (const { name, action } of calls) {
    const known = params.get(name) ?? new Set();
    paramsOf(action).forEach((param) => known.add(param));
    params.set(name, known);
  }
  return [...functions.values()].filter(({ type, name }) => type === 'expression' && params.has(name))
    .flatMap(({ given, path, name }) => expression(given, 'operation', { path: path.slice(0, 2), params: [...params.get(name)!] }, {}));
}

/** Functions whose arguments the engine reads: they may name other functions. */
export function takesArguments({ type, operation = '' }: DeclaredFunction): boolean {
  if (type !== 'custom') return ['rest', 'rpc'].includes(type);
  const { word, rest } = customOperation(operation);
  return word === 'rest' || word === 'service' || (word === 'script' && rest.toLowerCase() === 'python');
}

function ofArguments(value: unknown, path: FieldPath, params: readonly string[]): FlowExpression[] {
  if (typeof value === 'string') return [{ text: value, path, params, reading: 'name', names: true }];
  const entries = Array.isArray(value) ? [...value.entries()] : isJsonObject(value) ? Object.entries(value) : [];
  return entries.flatMap(([key, child]) => ofArguments(child, [...path, key], params));
}
