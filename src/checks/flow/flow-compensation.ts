import { DefinitionCheck } from './definition-subject';
import { unknownName } from './unknown-name';
import { quote } from '../../findings/words';
import { fieldName } from '../../json/field-path';
import { Violation } from '../../rules/found';
import { compensationOf, errorWays, FlowGraph, waysOut } from '../../workflow-definition/flow/graph';
import { producedEvents } from '../../workflow-definition/flow/references';
import { FlowState, givenFilter } from '../../workflow-definition/flow/states';

/** The build fails. */
export const flowCompensation: DefinitionCheck = {
  rule: 'SF-FLOW-COMPENSATION',
  check: ({ graph }) => {
    const compensating = graph.states.filter(({ compensates }) => compensates).map(({ name }) => name);
    const seen = new Map<FlowState, boolean>();
    return [
      ...graph.states.filter(({ compensates }) => !compensates)
        .flatMap((state) => [...compensation(state, graph, compensating, seen), ...intoCompensation(state, graph)]),
      ...graph.built.flatMap((state) => [...errorsOfCompensation(state, graph), ...compensatedOnTheWay(state)]),
    ];
  },
};

/** @param seen the compensating states that have been looked at, with whether they are steps of several */
function compensation(
  { compensatedBy }: FlowState, { byName }: FlowGraph, compensating: readonly string[], seen: Map<FlowState, boolean>,
): Violation[] {
  if (!compensatedBy) return [];
  const first = byName.get(compensatedBy.name);
  if (!first?.compensates) {
    return [unknownName('a state with usedForCompensation', compensatedBy, compensating, first ? `add usedForCompensation: true to ${quote(first.name)}` : 'declare the state')];
  }
  const chain = compensationOf(compensatedBy.name, byName, seen);
  const places = new Map(chain.map((state, i) => [state, i]));
  const problems = [
    ...chain[0] === first ? firstProblems(first) : [],
    ...chain.flatMap((state, i): Violation[] => {
      if (state.compensatedBy) return [{ path: state.compensatedBy.path, given: 'a compensation of a compensation', allowed: 'none', fix: 'take compensatedBy out' }];
      if (state.type === 'switch') return [{ path: state.path, given: `the switch ${quote(state.name)}, which is used for compensation`, allowed: 'other states', fix: 'decide by conditions of actions' }];
      const next = byName.get(state.own.to?.name ?? '');
      if (!next) return [];
      if (!next.compensates) return [leads(state, `leads to ${quote(next.name)}, which is part of the flow`)];
      return (places.get(next) ?? Infinity) <= i ? [leads(state, `leads back to ${quote(next.name)}`)] : [];
    }),
  ];
  // The build makes each state of a chain once, and looks for it in each.
  const joined = chain.length === 0 ? first : byName.get(chain.at(-1)?.own.to?.name ?? '');
  const isShared = joined && (chain.length === 0 ? seen.get(joined) : seen.has(joined));
  chain.forEach((state) => seen.set(state, chain.length > 1 && problems.length === 0));
  if (problems.length > 0 || !isShared) return problems;
  return [{
    path: compensatedBy.path, given: `a compensation by ${quote(joined.name)}, which is a step of another one`, allowed: 'states of its own', fix: 'declare the steps once more, by other names',
  }];
}

/** The build leads the beginning of a compensation into what it makes of the state, which has to be one thing. */
function firstProblems({ name, path, type, state }: FlowState): Violation[] {
  const filter = givenFilter(state);
  if (type !== 'parallel' && !filter) return [];
  return [{
    path: filter ? [...path, 'stateDataFilter', filter] : path,
    given: filter ? `a filter of ${quote(name)}, with which a compensation begins` : `the parallel state ${quote(name)}, with which a compensation begins`,
    allowed: 'a state of another type without a filter',
    fix: 'let a compensation begin with a state such as {type: inject, data: {}}, and go on to this one',
  }];
}

/** The steps of a compensation are built one behind the other: what handles an error is none of them. */
function errorsOfCompensation(state: FlowState, { byName }: FlowGraph): Violation[] {
  return !state.compensates ? [] : errorWays(state).flatMap(({ to }) => to && byName.get(to.name)?.compensates ? [{
    path: to.path,
    given: `an error in a compensation that leads to ${quote(to.name)}`,
    allowed: 'an end, or no onErrors',
    fix: 'write end: true in the place of the transition',
  }] : []);
}

/** The build leads out of the state twice. At an end it can do both. */
function compensatedOnTheWay(flowState: FlowState): Violation[] {
  const lists = producedEvents(flowState).filter(({ whileCompensating }) => whileCompensating).map(({ path }) => path.slice(0, -1));
  const ways = new Map(lists.map((path) => [fieldName(path), path]));
  return [...ways.values()].map((path) => ({
    path, given: 'events that are sent on a transition with compensate', allowed: 'one of both', fix: 'send them by an action of the next state',
  }));
}

function leads({ path, own }: FlowState, what: string): Violation {
  return { path: own.to?.path ?? path, given: `a compensating state that ${what}`, allowed: 'other states with usedForCompensation, each once', fix: 'take the transition out' };
}

function intoCompensation(state: FlowState, { byName }: FlowGraph): Violation[] {
  return waysOut(state).flatMap(({ to }) => to && byName.get(to.name)?.compensates ? [{
    path: to.path, given: `a transition to ${quote(to.name)}, which is used for compensation`, allowed: 'a state of the flow', fix: 'use compensatedBy, or take usedForCompensation out',
  }] : []);
}
