import { DefinitionCheck } from './definition-subject';
import { unknownName } from './unknown-name';
import { quote } from '../../findings/words';
import { Violation } from '../../rules/found';
import { compensationOf, FlowGraph, waysOut } from '../../workflow-definition/flow/graph';
import { FlowState } from '../../workflow-definition/flow/states';

/** The build fails. */
export const flowCompensation: DefinitionCheck = {
  rule: 'SF-FLOW-COMPENSATION',
  check: ({ graph }) => graph.states.filter(({ compensates }) => !compensates)
    .flatMap((state) => [...compensation(state, graph), ...intoCompensation(state, graph)]),
};

function compensation({ compensatedBy }: FlowState, { byName, states }: FlowGraph): Violation[] {
  if (!compensatedBy) return [];
  const first = byName.get(compensatedBy.name);
  if (!first?.compensates) {
    const names = states.filter(({ compensates }) => compensates).map(({ name }) => name);
    return [unknownName('a state with usedForCompensation', compensatedBy, names, first ? `add usedForCompensation: true to ${quote(first.name)}` : 'declare the state')];
  }
  const chain = compensationOf(compensatedBy.name, byName);
  return chain.flatMap((state, i) => {
    if (state.compensatedBy) return [{ path: state.compensatedBy.path, given: 'a compensation of a compensation', allowed: 'none', fix: 'take compensatedBy out' }];
    const next = byName.get(state.own.to?.name ?? '');
    if (!next) return [];
    if (!next.compensates) return [leads(state, `leads to ${quote(next.name)}, which is part of the flow`)];
    return chain.indexOf(next) <= i && chain.includes(next) ? [leads(state, `leads back to ${quote(next.name)}`)] : [];
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
