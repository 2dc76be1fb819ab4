import { factsOf, Graph, GraphBuilder } from './graph';
import { LocatedFinding } from '../findings/place';
import { fieldName } from '../json/field-path';
import { valueAt, Json } from '../json/json';
import { asList, asObject, asText } from '../json/lenient';
import { Flow } from '../model/resource';
import { FlowAction, flowActions, functionCalls, subflowCalls } from '../workflow-definition/flow/actions';
import { flowGraph } from '../workflow-definition/flow/graph';
import { flowReferences, Reference } from '../workflow-definition/flow/references';
import { ErrorWay, FlowState, WayOut } from '../workflow-definition/flow/states';
import { textOf } from '../workflow-definition/flow/values';

const START = 'start';
const END = 'end';

/** The part of a workflow that its states are drawn of. */
export interface DrawnWorkflow {
  readonly flow: Flow;
  readonly findings: readonly LocatedFinding[];
}

/** The states of a workflow and the ways between them, as the engine takes them. */
export function workflowGraph({ flow, findings }: DrawnWorkflow): Graph {
  const builder = new GraphBuilder();
  const graph = flowGraph(flow);
  const actions = flowActions(graph);
  const references = flowReferences(graph, actions, functionCalls(actions));
  if (graph.states.length > 0) builder.add({ id: START, kind: 'start', name: 'start', findings: findings.filter((finding) => !isInStates(finding)) });
  for (const state of graph.states) addState(builder, state, actions, references, findings);
  const first = graph.start?.name ?? graph.states[0]?.name;
  if (first !== undefined) builder.connect(START, targetOf(builder, first), 'leadsTo', graph.start ? fieldName(['spec', 'flow', ...graph.start.path]) : 'spec.flow.states[0]');
  for (const state of graph.states) addWays(builder, state, flow);
  return builder.graph;
}

function stateId(name: string): string {
  return `state ${name}`;
}

/** A state that is not there is drawn all the same. */
function targetOf(builder: GraphBuilder, name: string): string {
  return builder.add({ id: stateId(name), kind: 'state', name: name || '(no name)', marks: ['no such state'] });
}

function isInStates({ field = '' }: LocatedFinding): boolean {
  return field.startsWith('spec.flow.states[');
}

function addState(
  builder: GraphBuilder, { name, type, path, compensates, state }: FlowState, actions: readonly FlowAction[], references: readonly Reference[],
  findings: readonly LocatedFinding[],
): void {
  const field = fieldName(['spec', 'flow', ...path]);
  const own = actions.filter((action) => action.state.name === name);
  const events = references.filter((reference) => reference.list === 'events' && fieldName(reference.path).startsWith(`${fieldName(path)}.`));
  builder.add({
    id: stateId(name),
    kind: 'state',
    name: name || '(no name)',
    facts: factsOf({
      type,
      'calls': namesOf(functionCalls(own)),
      'runs': namesOf(subflowCalls(own)),
      'waits for': namesOf(events.filter(({ awaited }) => awaited)),
      'sends': namesOf(events.filter(({ awaited }) => !awaited)),
      'for each of': type === 'foreach' ? textOf(state.inputCollection) : undefined,
      'duration': type === 'sleep' ? textOf(state.duration) : undefined,
      'event timeout': textOf(asObject(state.timeouts).eventTimeout),
    }),
    marks: compensates ? ['only undoes'] : [],
    findings: findings.filter(({ field: at = '' }) => `${at}.`.startsWith(`${field}.`) || at.startsWith(`${field}[`)),
  });
}

function namesOf(mentions: ReadonlyArray<{ readonly name: string }>): string {
  return [...new Set(mentions.map(({ name }) => name))].join(', ');
}

function addWays(builder: GraphBuilder, state: FlowState, flow: Flow): void {
  const from = stateId(state.name);
  addWay(builder, from, state.own);
  state.conditions.forEach((way) => addWay(builder, from, way, conditionLabel(flow, way)));
  if (state.otherwise) addWay(builder, from, state.otherwise, 'otherwise');
  for (const way of state.errors) addErrorWay(builder, from, way);
  if (state.compensatedBy) {
    builder.connect(from, targetOf(builder, state.compensatedBy.name), 'compensates', fieldName(['spec', 'flow', ...state.compensatedBy.path]));
  }
}

function addWay(builder: GraphBuilder, from: string, { to, ends, path }: WayOut, label?: string): void {
  if (to) builder.connect(from, targetOf(builder, to.name), 'leadsTo', fieldName(['spec', 'flow', ...to.path]), label);
  else if (ends) builder.connect(from, endOf(builder), 'leadsTo', fieldName(['spec', 'flow', ...path, 'end']), label);
}

/** An error that nobody names is not looked at, and an end goes before a transition. */
function addErrorWay(builder: GraphBuilder, from: string, { errors, to, ends, path }: ErrorWay): void {
  if (errors.length === 0) return;
  const label = errors.map(({ name }) => name).join(', ');
  const said = fieldName(['spec', 'flow', ...path]);
  if (ends) builder.connect(from, endOf(builder), 'onError', said, label);
  else if (to) builder.connect(from, targetOf(builder, to.name), 'onError', said, label);
}

function endOf(builder: GraphBuilder): string {
  return builder.add({ id: END, kind: 'end', name: 'end' });
}

/** By what a way of a switch is taken: its name, else its event or condition. */
function conditionLabel(flow: Flow, { path }: WayOut): string {
  const { name, eventRef, condition } = asObject(valueAt(flow as Json, path));
  return asText(name) || asText(eventRef) || asText(condition) || String(asList(path).at(-1));
}
