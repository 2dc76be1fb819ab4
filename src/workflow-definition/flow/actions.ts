import { FlowGraph } from './graph';
import { FlowState } from './states';
import { isGiven, Mention, textOf } from './values';
import { FieldPath } from '../../json/field-path';
import { isJsonObject, JsonObject } from '../../json/json';
import { asList, asObject } from '../../json/lenient';

/** An action of a state that the engine builds. */
export interface FlowAction {
  readonly action: Partial<JsonObject>;
  readonly path: FieldPath;
  readonly state: FlowState;
  /** Name of the element, where the action is done for each of a list. */
  readonly iterationParam?: string;
}

/** All actions, in the order of the states. */
export function flowActions({ built }: FlowGraph): FlowAction[] {
  return built.flatMap((state) => {
    const { state: given, type, path } = state;
    const each = (holder: Partial<JsonObject>, at: FieldPath) => asList(holder.actions).map((item, i): FlowAction => ({
      action: asObject(item), path: [...at, 'actions', i], state, iterationParam: type === 'foreach' ? textOf(given.iterationParam) : undefined,
    }));
    const within = (field: string) => asList(given[field]).flatMap((item, i) => each(asObject(item), [...path, field, i]));
    switch (type) {
      case 'operation': case 'foreach': return each(given, path);
      case 'parallel': return within('branches');
      case 'event': return within('onEvents');
      case 'callback': return isGiven(given.action) ? [{ action: asObject(given.action), path: [...path, 'action'], state }] : [];
      default: return [];
    }
  });
}

/** A call of a function. */
export interface FunctionCall extends Mention {
  readonly action: FlowAction;
  readonly args: unknown;
}

/** An action does the first of these that it has. */
export type ActionKind = 'functionRef' | 'eventRef' | 'subFlowRef';

export function kindOf({ action }: FlowAction): ActionKind | undefined {
  return (['functionRef', 'eventRef', 'subFlowRef'] as const).find((field) => isGiven(action[field]));
}

export function functionCalls(actions: readonly FlowAction[]): FunctionCall[] {
  return actions.filter((action) => kindOf(action) === 'functionRef').map((action) => {
    const { functionRef } = action.action;
    const path = [...action.path, 'functionRef'];
    if (!isJsonObject(functionRef)) return { name: textOf(functionRef) ?? '', path, action, args: undefined };
    const named = isGiven(functionRef.refName);
    return { name: textOf(functionRef.refName) ?? '', path: named ? [...path, 'refName'] : path, action, args: functionRef.arguments };
  });
}

/** The workflows that are called, by their ids. */
export function subflowCalls(actions: readonly FlowAction[]): Mention[] {
  return actions.filter((action) => kindOf(action) === 'subFlowRef').map(({ action: { subFlowRef }, path: at }) => {
    const path = [...at, 'subFlowRef'];
    if (!isJsonObject(subFlowRef)) return { name: textOf(subFlowRef) ?? '', path };
    return { name: textOf(subFlowRef.workflowId) ?? '', path: isGiven(subFlowRef.workflowId) ? [...path, 'workflowId'] : path };
  });
}
