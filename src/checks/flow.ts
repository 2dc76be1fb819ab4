import { Check, Violation, WorkflowSubject } from './check';
import { yaml } from './example';
import { Severity } from '../findings/finding';
import { list, quote, suggest } from '../findings/words';
import { fieldName, FieldPath } from '../json/field-path';
import { declared, flowReferences } from '../workflow-definition/flow-references';
import { flowStart, flowStates, isDeadEnd, Mention, unreachableStates } from '../workflow-definition/flow-states';

const inFlow = (path: FieldPath) => fieldName(['spec', 'flow', ...path]);

function unknownName(what: string, { name, path }: Mention, names: readonly string[], otherwise: string): Violation {
  return {
    field: inFlow(path),
    given: quote(name),
    allowed: names.length === 0 ? `no ${what} is declared` : `${what}: ${list(names)}`,
    fix: names.length === 0 ? otherwise : suggest(name, names),
  };
}

const start: Check<WorkflowSubject> = {
  id: 'SF-FLOW-START',
  severity: Severity.ERROR,
  title: 'A start that names no state',
  why: 'Every schema takes it; the workflow fails when it is built or started.',
  wrong: yaml`
    kind: SonataFlow
    spec:
      flow:
        start: Gret
        states:
          - {name: Greet, type: inject, data: {}, end: true}
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      flow:
        start: Greet
        states:
          - {name: Greet, type: inject, data: {}, end: true}
  `,
  check: ({ resource: { spec: { flow } } }) => {
    const names = flowStates(flow).map(({ name }) => name);
    const given = flowStart(flow);
    return !given || names.includes(given.name) ? [] : [unknownName('a state', given, names, 'declare the state')];
  },
};

const transition: Check<WorkflowSubject> = {
  id: 'SF-FLOW-TRANSITION',
  severity: Severity.ERROR,
  title: 'A transition to a state that is not there',
  why: 'Every schema takes it; the workflow fails when it is built or started.',
  wrong: yaml`
    kind: SonataFlow
    spec:
      flow:
        states:
          - {name: Greet, type: inject, data: {}, transition: Finsh}
          - {name: Finish, type: inject, data: {}, end: true}
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      flow:
        states:
          - {name: Greet, type: inject, data: {}, transition: Finish}
          - {name: Finish, type: inject, data: {}, end: true}
  `,
  check: ({ resource: { spec: { flow } } }) => {
    const states = flowStates(flow);
    const names = states.map(({ name }) => name);
    return states.flatMap(({ transitions }) => transitions).filter(({ name }) => !names.includes(name))
      .map((given) => unknownName('a state', given, names, 'declare the state'));
  },
};

const reference: Check<WorkflowSubject> = {
  id: 'SF-FLOW-REF',
  severity: Severity.ERROR,
  title: 'A reference to something that the flow does not declare',
  why: 'Functions, events, retries, errors, auth and secrets are used by name. Every schema takes a wrong one; the workflow fails when it is built or started.',
  wrong: yaml`
    kind: SonataFlow
    spec:
      flow:
        functions:
          - {name: greet, type: custom, operation: 'service:java:org.acme.Greeter::greet'}
        states:
          - name: Greet
            type: operation
            actions:
              - functionRef: grete
            end: true
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      flow:
        functions:
          - {name: greet, type: custom, operation: 'service:java:org.acme.Greeter::greet'}
        states:
          - name: Greet
            type: operation
            actions:
              - functionRef: greet
            end: true
  `,
  check: ({ resource: { spec: { flow } } }) => {
    const lists = new Map<string, string[]>();
    return flowReferences(flow).flatMap((given) => {
      let names = lists.get(given.list);
      if (!names) lists.set(given.list, names = declared(flow, given.list).map(({ name }) => name));
      return names.includes(given.name) ? [] : [unknownName(`a name of ${given.list}`, given, names, `declare it in ${given.list}`)];
    });
  },
};

const duplicate: Check<WorkflowSubject> = {
  id: 'SF-FLOW-DUPLICATE',
  severity: Severity.ERROR,
  title: 'Two states, functions or events of one name',
  why: 'Every schema takes it; the workflow fails when it is built, or one of the two is never used.',
  wrong: yaml`
    kind: SonataFlow
    spec:
      flow:
        states:
          - {name: Greet, type: inject, data: {}, transition: Greet}
          - {name: Greet, type: inject, data: {}, end: true}
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      flow:
        states:
          - {name: Greet, type: inject, data: {}, transition: Finish}
          - {name: Finish, type: inject, data: {}, end: true}
  `,
  check: ({ resource: { spec: { flow } } }) => {
    const of = (what: string, all: readonly Mention[]) => all.flatMap(({ name, path }, i) => {
      const first = all.findIndex((other) => other.name === name);
      return name === '' || first === i ? [] : [{
        field: inFlow(path), given: `the ${what} ${quote(name)} again`, allowed: `each name once: ${inFlow(all[first].path)} has it`, fix: 'give one of them another name',
      }];
    });
    return [...of('state', flowStates(flow)), ...of('function', declared(flow, 'functions')), ...of('event', declared(flow, 'events'))];
  },
};

const unreachable: Check<WorkflowSubject> = {
  id: 'SF-FLOW-UNREACHABLE',
  severity: Severity.WARNING,
  title: 'A state to which no way leads',
  why: 'It never runs. Most often a transition names another state than was meant.',
  wrong: yaml`
    kind: SonataFlow
    spec:
      flow:
        states:
          - {name: Greet, type: inject, data: {}, end: true}
          - {name: Finish, type: inject, data: {}, end: true}
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      flow:
        states:
          - {name: Greet, type: inject, data: {}, transition: Finish}
          - {name: Finish, type: inject, data: {}, end: true}
  `,
  check: ({ resource: { spec: { flow } } }) => unreachableStates(flow).map(({ name, path }) => ({
    field: inFlow(path), given: `the state ${quote(name)}`, allowed: 'a state that start or a transition leads to', fix: 'add a transition to it, or take it out',
  })),
};

const noEnd: Check<WorkflowSubject> = {
  id: 'SF-FLOW-NO-END',
  severity: Severity.WARNING,
  title: 'A state with neither end nor transition',
  why: 'The workflow fails when it is built, or stops there without being complete.',
  wrong: yaml`
    kind: SonataFlow
    spec:
      flow:
        states:
          - {name: Greet, type: inject, data: {}}
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      flow:
        states:
          - {name: Greet, type: inject, data: {}, end: true}
  `,
  check: ({ resource: { spec: { flow } } }) => flowStates(flow).filter(({ state }) => isDeadEnd(state)).map(({ name, path, state }) => ({
    field: inFlow(path),
    given: `the ${state.type === 'switch' ? 'switch ' : ''}state ${quote(name)} with neither ${state.type === 'switch' ? 'dataConditions nor eventConditions' : 'end nor transition'}`,
    allowed: 'a way on, or an end',
    fix: state.type === 'switch' ? 'add conditions' : 'add end: true, or a transition',
  })),
};

/** Rules about a flow in itself. */
export const FLOW_CHECKS: ReadonlyArray<Check<WorkflowSubject>> = [start, transition, reference, duplicate, unreachable, noEnd];
