import { JsonObject } from '../../../src/json/json';
import { unreadableFlow } from '../../../src/model/flow-definition/flow-definition';
import { heldFlow } from '../../../src/model/flow-definition/held-flow';
import { judge } from '../../../src/validation/schema';
import { OPERATOR_RELEASES } from '../../../src/values/operator/operator-releases';
import { readDefinition } from '../../../src/workflow-definition/read-definition';
import { judged } from '../../checks/flow-verdicts/verdicts';

const operator = OPERATOR_RELEASES['10.1.0'];
const STATES = [{ name: 'A', type: 'inject', data: {}, end: true }];

test.each<[string, object, object, object[]]>([
  ['nothing', { states: STATES }, { states: STATES }, []],
  ['what is written back', { states: STATES, retries: [{ name: 'r', maxAttempts: 1 }], constants: { a: 1 } }, { states: STATES }, [['retries'], ['constants']]],
  ['the path of a list', { states: STATES, errors: 'errors.json' }, { states: STATES }, [['errors']]],
  ['an unknown field', { states: STATES, comment: 'x' }, { states: STATES }, [['comment']]],
  ['what is missing, with what it is missing in', { states: STATES, functions: [{ name: 'f', operation: 'a#b' }, { name: 'g' }] },
    { states: STATES, functions: [{ name: 'f', operation: 'a#b' }] }, [['functions', 1]]],
  ['what the operator cannot read', { states: [{ ...STATES[0], data: 'text' }] }, { states: [{ name: 'A', type: 'inject', end: true }] }, [['states', 0, 'data']]],
])('%s is left out', (_what, given, flow, leftOut) => {
  const before = JSON.stringify(given);
  expect(heldFlow(given as JsonObject, operator)).toEqual({ flow, leftOut });
  expect(JSON.stringify(given)).toBe(before);
});

/** Neither the API server nor the operator has a word to say against what is held of a definition that the engine takes. */
test('of each definition that was built a flow is left that the operator takes', () => {
  const wrong = judged().filter(({ verdict, definition }) => verdict !== 'refused' && definition).flatMap(({ name, definition }) => {
    const { flow } = heldFlow(readDefinition(definition!).flow, operator);
    const { problems } = judge(operator.crds, { apiVersion: 'sonataflow.org/v1alpha08', kind: 'SonataFlow', metadata: { name: 'a' }, spec: { flow } });
    const said = [...problems, ...unreadableFlow({ spec: { flow } })];
    return said.length > 0 || !Array.isArray(flow.states) ? [[name, said]] : [];
  });
  expect(wrong).toEqual([]);
});
