import { FlowState, flowStart, flowStates, WayOut } from './states';
import { Mention } from './values';

/** How the states of a flow hang together. */
export interface FlowGraph {
  readonly states: readonly FlowState[];
  /** Of several of one name the last. */
  readonly byName: ReadonlyMap<string, FlowState>;
  readonly start?: Mention;
  /** The states that the engine builds: all of the flow, and those that compensate one of them. */
  readonly built: readonly FlowState[];
  /** The states of the flow that the start leads to. */
  readonly reached: ReadonlySet<FlowState>;
  /** The states of the flow that a way leads to, by name. */
  readonly entered: ReadonlySet<string>;
}

export function flowGraph(definition: unknown): FlowGraph {
  const states = flowStates(definition);
  const byName = new Map(states.map((state) => [state.name, state]));
  const start = flowStart(definition);
  const inFlow = states.filter(({ compensates }) => !compensates);
  const compensating = compensatingStates(inFlow, byName);
  return {
    states,
    byName,
    start,
    built: [...inFlow, ...compensating],
    // What goes wrong in a compensation may lead back into the flow.
    reached: reachedFrom([start?.name, ...compensating.flatMap(errorWays).map(({ to }) => to?.name)], byName),
    entered: new Set(inFlow.flatMap(waysOut).flatMap(({ to }) => to ? [to.name] : [])),
  };
}

/** All ways out of a state that the engine takes; of a way with both, the transition counts. */
export function waysOut(state: FlowState): WayOut[] {
  const { own, conditions, otherwise } = state;
  return [own, ...conditions, ...otherwise ? [otherwise] : [], ...errorWays(state)];
}

/** One that names no error is not looked at, and with an end its transition is not. */
export function errorWays({ errors }: FlowState): WayOut[] {
  return errors.filter((way) => way.errors.length > 0).map((way) => way.ends ? { ...way, to: undefined } : way);
}

function reachedFrom(names: ReadonlyArray<string | undefined>, byName: ReadonlyMap<string, FlowState>): Set<FlowState> {
  const reached = new Set<FlowState>();
  const waiting = [...names];
  while (waiting.length > 0) {
    const state = byName.get(waiting.pop() ?? '');
    if (!state || reached.has(state) || state.compensates) continue;
    reached.add(state);
    waiting.push(...waysOut(state).map(({ to }) => to?.name));
  }
  return reached;
}

function compensatingStates(inFlow: readonly FlowState[], byName: ReadonlyMap<string, FlowState>): FlowState[] {
  const all = new Set<FlowState>();
  for (const { compensatedBy } of inFlow) {
    if (compensatedBy) compensationOf(compensatedBy.name, byName, all).forEach((state) => all.add(state));
  }
  return [...all];
}

/**
 * The states that undo something, in their order, each once; it ends where a transition leads elsewhere.
 *
 * @param known states with which it ends as well: what comes behind them is known
 */
export function compensationOf(name: string, byName: ReadonlyMap<string, FlowState>, known: Pick<ReadonlySet<FlowState>, 'has'> = new Set()): FlowState[] {
  const chain = new Set<FlowState>();
  for (let state = byName.get(name); state && state.compensates && !chain.has(state) && !known.has(state); state = byName.get(state.own.to?.name ?? '')) chain.add(state);
  return [...chain];
}
