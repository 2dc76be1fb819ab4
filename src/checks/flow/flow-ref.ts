import { DefinitionCheck } from './definition-subject';
import { unknownName } from './unknown-name';
import { Severity } from '../../findings/finding';
import { quote } from '../../findings/words';
import { firstBy } from '../../json/group-by';
import { JsonObject } from '../../json/json';
import { asObject } from '../../json/lenient';
import { Violation } from '../../rules/found';
import { declared, Declared, Declarations } from '../../workflow-definition/flow/declarations';
import { FlowGraph } from '../../workflow-definition/flow/graph';
import { Reference } from '../../workflow-definition/flow/references';
import { FlowState } from '../../workflow-definition/flow/states';
import { isGiven, textOf } from '../../workflow-definition/flow/values';

const SINGULAR: Readonly<Record<Declarations, string>> = { functions: 'function', events: 'event', errors: 'error' };

/** The engine looks functions, events and errors up when it builds. Retries, auth, secrets and what an action waits for it never looks up. */
export const flowRef: DefinitionCheck = {
  rule: 'SF-FLOW-REF',
  check: ({ definition, graph, references }) => {
    const lists = { functions: lookupIn(definition, 'functions'), events: lookupIn(definition, 'events'), errors: lookupIn(definition, 'errors') };
    return [
      ...references.flatMap((reference) => lookedUp(reference, lists[reference.list])),
      ...isGiven(definition.errors) ? [] : graph.built.flatMap(unnamedErrors),
      ...runBefore(asObject(asObject(definition.timeouts).workflowExecTimeout).runBefore, graph),
    ];
  },
};

/** Without a list of errors there is none to handle, also where none is named. */
function unnamedErrors({ errors }: FlowState): Violation[] {
  return errors.filter((way) => way.errors.length === 0).map(({ path }) => ({
    path, given: 'the handling of an error in a definition without errors', allowed: 'errors that the definition declares', fix: 'declare them in errors, or take onErrors out',
  }));
}

/** What a list declares, as the engine looks it up. */
interface Lookup {
  /** By name the first, and the first of those that can be used. */
  readonly declared: ReadonlyMap<string, Declared>;
  readonly usable: ReadonlyMap<string, Declared>;
  /** Of all that can be used. */
  readonly names: readonly string[];
  /** Those that are behind the first without a name, which the engine never gets to, and that one. */
  readonly behind: ReadonlySet<Declared>;
  readonly nameless?: Declared;
}

function lookupIn(definition: JsonObject, list: Declarations): Lookup {
  const items = declared(definition, list);
  const usable = items.filter((item) => item.name !== '' && (list !== 'errors' || isGiven(item.given.code)));
  const nameless = items.find((item) => !isGiven(item.given.name));
  return {
    declared: firstBy(items, ({ name }) => name),
    usable: firstBy(usable, ({ name }) => name),
    names: usable.map(({ name }) => name),
    behind: new Set(nameless ? items.slice(items.indexOf(nameless)) : []),
    nameless,
  };
}

function lookedUp({ name, path, list }: Reference, { declared: all, usable, names, behind, nameless }: Lookup): Violation[] {
  // Names with a colon may be those of an extension: `rpc:x`.
  if (list === 'functions' && name.includes(':')) return [];
  const found = usable.get(name);
  if (found) {
    return !nameless || !behind.has(found) ? [] : [{
      path: nameless.path, given: `${article(list)} without a name`, allowed: 'a name for each', fix: 'add name, or take it out',
    }];
  }
  const without = name === '' ? undefined : all.get(name);
  if (without) return [{ path: without.path, given: `the error "${name}" without a code`, allowed: 'a code: of HTTP, or a class of Java', fix: 'add code' }];
  return [unknownName(`${article(list)} of the definition`, { name, path }, names, `declare it in ${list}`)];
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
