import { DefinitionCheck } from './definition-subject';
import { unknownName } from './unknown-name';
import { quote } from '../../findings/words';
import { Violation } from '../../rules/found';
import { compensationOf, FlowGraph, waysOut } from '../../workflow-definition/flow/graph';
import { FlowState } from '../../workflow-definition/flow/states';

/** The build fails. */
export const flowCompensation: DefinitionCheck = {
  rule: 'SF-FLOW-COMPENSATION',
  check: ({ graph }) => {
    const compensating = graph.states.filter(({ compensates }) => compensates).map(({ name }) => name);
    const seen = new Set<FlowState>();
    return graph.states.filter(({ compensates }) => !compensates)
      .flatMap((state) => [...compensation(state, graph, compensating, seen), ...intoCompensation(state, graph)]);
  },
};

/** @param seen the compensating states that have been looked at: several states may be compensated by one, and the rest of its chain is the same */
function compensation({ compensatedBy }: FlowState, { byName }: FlowGraph, compensating: readonly string[], seen: Set<FlowState>): Violation[] {
  if (!compensatedBy) return [];
  const first = byName.get(compensatedBy.name);
  if (!first?.compensates) {
    return [unknownName('a state with usedForCompensation', compensatedBy, compensating, first ? `add usedForCompensation: true to ${quote(first.name)}` : 'declare the state')];
  }
  const chain = compensationOf(compensatedBy.name, byName, seen);
  const places = new Map(chain.map((state, i) => [state, i]));
  return chain.flatMap((state, i) => {
    seen.add(state);
    if (state.compensatedBy) return [{ path: state.compensatedBy.path, given: 'a compensation of a compensation', allowed: 'none', fix: 'take compensatedBy out' }];
    const next = byName.get(state.own.to?.name ?? '');
    if (!next) return [];
    if (!next.compensates) return [leads(state, `leads to ${quote(next.name)}, which is part of the flow`)];
    return (places.get(next) ?? Infinity) <= i ? [leads(state, `leads back to ${quote(next.name)}`)] : [];
  });
}

function leads({ path, own }: FlowState, what: string): Violation {
  return { path: own.to?.path ?? path, given: `a compensating state that ${what}`, allowed: 'other states with usedForCompensation, each once', fix: 'take the transition out' };
}

function intoCompensation(state: FlowState, { byName }: FlowGraph): Violation[] {
  return waysOut(state).flatMap(({ to }) => to && byName.get(to.name)?.compensates ? [{
    path: to.path, given: `a transition to ${quote(to.name)}, which is used for compensation`, allowed: 'a state of the flow', fix: 'use compensatedBy, or take usedForCompensation out',
  }] : []);
}
