import { DefinitionSubject } from './definition-subject';
import { FieldPath } from '../../json/field-path';
import { asList, asObject } from '../../json/lenient';
import { FlowState } from '../../workflow-definition/flow/states';
import { isGiven } from '../../workflow-definition/flow/values';

/** How long an event is awaited. */
export interface EventLimit {
  readonly value: unknown;
  readonly path: FieldPath;
}

/** Each is looked at where an event is awaited, the flow's where the state has none. */
export function limitsOfEvents({ definition, graph }: Pick<DefinitionSubject, 'definition' | 'graph'>): EventLimit[] {
  const limits = new Map<string, EventLimit>();
  for (const flowState of graph.built.filter((one) => isLimited(one, graph.start?.name))) {
    const own = asObject(flowState.state.timeouts).eventTimeout;
    const path = [...isGiven(own) ? flowState.path : [], 'timeouts', 'eventTimeout'];
    limits.set(path.join('/'), { path, value: isGiven(own) ? own : asObject(definition.timeouts).eventTimeout });
  }
  return [...limits.values()];
}

function isLimited({ type, name, conditions, otherwise, state }: FlowState, start: string | undefined): boolean {
  if (type === 'switch') return otherwise !== undefined && conditions.length > 0 && asList(state.eventConditions).length > 0;
  return type === 'callback' || (type === 'event' && name !== start);
}
