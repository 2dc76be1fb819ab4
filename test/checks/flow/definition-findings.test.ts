import { DEFINITION_CHECKS, definitionFindings } from '../../../src/checks/flow/definition-findings';
import { Severity } from '../../../src/findings/finding';
import { fieldName } from '../../../src/json/field-path';
import { JsonObject } from '../../../src/json/json';
import { RuleId } from '../../../src/rules/rules';
import { filesBeside, judged, Verdict } from '../flow-verdicts/verdicts';

const files = filesBeside();

function findingsOf(definition: JsonObject) {
  return definitionFindings(definition, { origin: 'file', files });
}

function verdictOn(findings: ReadonlyArray<{ severity: Severity }>): Verdict {
  if (findings.some(({ severity }) => severity === Severity.ERROR)) return 'refused';
  return findings.length > 0 ? 'fails-when-run' : 'accepted';
}

/** Where the rules and the engine differ, and why that is right. */
const DIFFERENT: Readonly<Record<string, string>> = {};

describe('949 definitions that were built', () => {
  const cases = judged();
  const found = new Map(cases.flatMap(({ name, definition }) => definition ? [[name, findingsOf(definition)]] : []));
  const told = (name: string) => (found.get(name) ?? []).filter(({ severity }) => severity !== Severity.INFORMATION).map(({ rule, path = [], given }) => `${rule} ${fieldName(path)}: ${given}`);

  test('are all there', () => {
    expect(cases.length).toBe(949);
  });

  test('are refused where the build refuses them, and nowhere else', () => {
    // What is neither JSON nor YAML is refused by whoever reads it.
    const other = cases.filter(({ name }) => found.has(name) && !(name in DIFFERENT)).filter(({ name, verdict }) => {
      const mine = verdictOn(found.get(name)!);
      return verdict === 'accepted' ? mine === 'refused' : mine !== verdict;
    });
    expect(other.map(({ name, verdict }) => [name, verdict, told(name)])).toEqual([]);
  });

  test('have a warning where the build goes through in few cases only', () => {
    const warned = cases.filter(({ name, verdict }) => verdict === 'accepted' && told(name).length > 0).map(({ name }) => name.replace(/^\d+-/, ''));
    expect([...new Set(warned)]).toEqual(['runbefore-unknown']);
  });

  test('need each of the rules', () => {
    const rules = new Set([...found.values()].flat().map(({ rule }) => rule));
    expect(DEFINITION_CHECKS.map(({ rule }) => rule).filter((rule) => !rules.has(rule))).toEqual([]);
  });

  test('have one finding for one mistake', () => {
    const twice = cases.filter(({ name, verdict }) => verdict === 'refused' && new Set(told(name).map((line) => line.split(' ')[0])).size > 1);
    expect(twice.map(({ name }) => [name, told(name)])).toEqual([]);
  });
});

test('what undoes several states is told once', () => {
  const undone = (name: string, transition: string) => ({ name, type: 'inject', data: {}, compensatedBy: 'Undo', ...transition === '' ? { end: true } : { transition } });
  const undo = (name: string, transition: string) => ({ name, type: 'inject', data: {}, usedForCompensation: true, transition });
  const findings = findingsOf({ id: 'f', start: 'A', states: [undone('A', 'B'), undone('B', ''), undo('Undo', 'Again'), undo('Again', 'Undo')] });
  expect(findings.map(({ rule, path = [] }) => `${rule} ${fieldName(path)}`)).toEqual(['SF-FLOW-COMPENSATION states[3].transition']);
});

const GREET = { id: 'greet', start: 'Greet', states: [{ name: 'Greet', type: 'inject', data: {}, end: true }] };
const operation = (actions: object[], more: object = {}) => ({
  id: 'greet', start: 'Do', states: [{ name: 'Do', type: 'operation', actions, end: true }], ...more,
});

/** Beyond the corpus; what the engine does not look at has no finding. */
test.each<[string, object, Array<[RuleId, string]>]>([
  ['nothing wrong', GREET, []],
  ['an undeclared secret', operation([{ functionRef: 'f' }], { functions: [{ name: 'f', type: 'expression', operation: '$SECRET.a + $CONST.b + $WORKFLOW.id' }] }), []],
  ['undeclared retries and auth', operation([{ functionRef: 'f', retryRef: 'r', retryableErrors: ['e'] }], {
    functions: [{ name: 'f', operation: 'https://example.org/api.yaml#get', authRef: 'a' }],
  }), []],
  ['a function of an extension', operation([{ functionRef: 'camel:direct' }]), []],
  ['a chain of names that goes round', operation([{ functionRef: 'a' }], {
    functions: [{ name: 'a', type: 'expression', operation: 'fn:b' }, { name: 'b', type: 'expression', operation: '${ fn:a }' }],
  }), [['SF-FLOW-JQ', 'functions[0].operation']]],
  ['a mistake behind a name', operation([{ functionRef: 'a' }], {
    functions: [{ name: 'a', type: 'expression', operation: 'fn:b' }, { name: 'b', type: 'expression', operation: '.x +' }],
  }), [['SF-FLOW-JQ', 'functions[0].operation']]],
  ['an argument that names no function', operation([{ functionRef: { refName: 'a', arguments: { deep: [{ x: 'fn:none' }] } } }], {
    functions: [{ name: 'a', type: 'custom', operation: 'rest:get:/x' }],
  }), [['SF-FLOW-JQ', 'states[0].actions[0].functionRef.arguments.deep[0].x']]],
  ['results that are not used', operation([{ functionRef: 'a', actionDataFilter: { useResults: false, results: '.a +', toStateData: 'x' } }], {
    functions: [{ name: 'a', type: 'expression', operation: '.' }],
  }), []],
  ['a state that only runBefore names', {
    ...GREET,
    timeouts: { workflowExecTimeout: { duration: 'PT1H', runBefore: 'Tidy' } },
    states: [
      ...GREET.states, { name: 'Tidy', type: 'inject', data: {}, end: true },
    ],
  }, [['SF-FLOW-UNREACHABLE', 'states[1]'], ['SF-FLOW-REF', 'timeouts.workflowExecTimeout.runBefore']]],
  ['a misspelt operation', operation([{ functionRef: 'a' }], { functions: [{ name: 'a', operation: 'specs/stock.yaml#listArticle' }] }),
    [['SF-FLOW-OPERATION', 'functions[0].operation']]],
  ['a switch on events that starts again', {
    id: 'a',
    start: 'Wait',
    events: [{ name: 'e', type: 'e' }, { name: 'f', type: 'f' }],
    states: [
      { name: 'Wait', type: 'switch', eventConditions: [{ eventRef: 'e', end: true }, { eventRef: 'f', transition: 'Wait' }] },
    ],
  }, [['SF-FLOW-START-AGAIN', 'states[0]']]],
  ['a lone backslash behind two', {
    id: 'a',
    start: 'S',
    states: [
      { name: 'S', type: 'switch', dataConditions: [{ condition: '.a == "\\\\\\(.b)"', end: true }], defaultCondition: { end: true } },
    ],
  }, [['SF-FLOW-JAVA', 'states[0].dataConditions[0].condition']]],
  ['a name twice, and a way to it', { ...GREET, states: [...GREET.states, ...GREET.states] }, [['SF-FLOW-DUPLICATE', 'states[1]']]],
])('%s', (_what, definition, expected) => {
  expect(findingsOf(definition as JsonObject).map(({ rule, path = [] }) => [rule, fieldName(path)])).toEqual(expected);
});

test('what holds something else than it should throws nothing', () => {
  for (const odd of [null, 1, '', [], {}, [null], [1], [[]], 'x', true]) {
    for (const field of ['id', 'start', 'states', 'functions', 'events', 'errors', 'timeouts', 'extensions', 'metadata', 'annotations', 'dataInputSchema']) {
      expect(() => findingsOf({ ...GREET, [field]: odd } as JsonObject)).not.toThrow();
    }
    for (const type of ['inject', 'event', 'switch', 'parallel', 'foreach', 'callback', 'sleep', 'operation']) {
      const fields = ['name', 'actions', 'action', 'onEvents', 'branches', 'dataConditions', 'eventConditions', 'defaultCondition', 'onErrors', 'transition', 'end', 'timeouts',
        'stateDataFilter', 'eventDataFilter', 'duration', 'compensatedBy'];
      expect(() => findingsOf({ id: 'a', start: 'A', states: [{ name: 'A', type, ...Object.fromEntries(fields.map((field) => [field, odd])) }] } as JsonObject)).not.toThrow();
    }
  }
});
