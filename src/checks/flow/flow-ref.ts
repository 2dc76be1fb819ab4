import { DefinitionCheck } from './definition-subject';
import { unknownName } from './unknown-name';
import { Severity } from '../../findings/finding';
import { quote } from '../../findings/words';
import { asObject } from '../../json/lenient';
import { Violation } from '../../rules/found';
import { declared, Declared, Declarations } from '../../workflow-definition/flow/declarations';
import { FlowGraph } from '../../workflow-definition/flow/graph';
import { Reference } from '../../workflow-definition/flow/references';
import { isGiven, textOf } from '../../workflow-definition/flow/values';

const SINGULAR: Readonly<Record<Declarations, string>> = { functions: 'function', events: 'event', errors: 'error' };

/** The engine looks functions, events and errors up when it builds. Retries, auth, secrets and what an action waits for it never looks up. */
export const flowRef: DefinitionCheck = {
  rule: 'SF-FLOW-REF',
  check: ({ definition, graph, references }) => {
    const lists = { functions: declared(definition, 'functions'), events: declared(definition, 'events'), errors: declared(definition, 'errors') };
    return [
      ...references.flatMap((reference) => lookedUp(reference, lists[reference.list])),
      ...runBefore(asObject(asObject(definition.timeouts).workflowExecTimeout).runBefore, graph),
    ];
  },
};

function lookedUp({ name, path, list }: Reference, items: readonly Declared[]): Violation[] {
  // Names with a colon may be those of an extension: `rpc:x`.
  if (list === 'functions' && name.includes(':')) return [];
  const usable = items.filter((item) => item.name !== '' && (list !== 'errors' || isGiven(item.given.code)));
  const found = items.findIndex((item) => item.name === name && usable.includes(item));
  const nameless = items.findIndex((item) => !isGiven(item.given.name));
  if (name !== '' && found >= 0) {
    // The engine stops at the first without a name that it meets.
    const first = items[nameless];
    return !first || nameless > found ? [] : [{
      path: first.path, given: `${article(list)} without a name`, allowed: 'a name for each', fix: 'add name, or take it out',
    }];
  }
  const without = items.find((item) => item.name === name && name !== '');
  if (without) return [{ path: without.path, given: `the error "${name}" without a code`, allowed: 'a code: of HTTP, or a class of Java', fix: 'add code' }];
  return [unknownName(`${article(list)} of the definition`, { name, path }, usable.map((item) => item.name), `declare it in ${list}`)];
}

function article(list: Declarations): string {
  return `${list === 'functions' ? 'a' : 'an'} ${SINGULAR[list]}`;
}

const WITHOUT_EFFECT = {
  allowed: 'nothing that has an effect: this engine ends the flow at its time limit without running a state',
  fix: 'take it out, and tidy up where the flow was started',
} as const;

/** The engine does not look at it. */
function runBefore(given: unknown, { states, byName, reached }: FlowGraph): Violation[] {
  const name = textOf(given);
  const names = states.map((state) => state.name);
  if (name === undefined) return [];
  const path = ['timeouts', 'workflowExecTimeout', 'runBefore'];
  const state = byName.get(name);
  // One that is reached otherwise does what it does there.
  if (state) return [{ path, given: quote(name), ...WITHOUT_EFFECT, severity: reached.has(state) ? Severity.INFORMATION : Severity.WARNING }];
  return [{ ...unknownName('a state', { name, path }, names, 'name a state'), severity: Severity.WARNING }];
}
