import { WorkflowDefinition } from '../../src';
import { messageOf } from '../support';

const definition = (data: object) => ({ id: 'a', version: '1', start: 'S', states: [{ name: 'S', type: 'inject', data, end: true }] });
const dataOf = ({ flow }: WorkflowDefinition) => (flow.states as Array<{ data: unknown }>)[0].data;

afterEach(() => { delete process.env.JSII_AGENT; });

test('None of Python is null, and not lost', () => {
  const given = definition({ none: undefined, list: [undefined] });
  expect(dataOf(WorkflowDefinition.fromObject(given))).toEqual({ list: [null] });
  process.env.JSII_AGENT = 'Python/3.11';
  expect(dataOf(WorkflowDefinition.fromObject(given))).toEqual({ none: null, list: [null] });
});

test('an integer that has lost digits is refused', () => {
  const given = definition({ amount: 2 ** 60 });
  expect(() => WorkflowDefinition.fromObject(given)).not.toThrow();
  process.env.JSII_AGENT = 'Python/3.11';
  expect(messageOf(() => WorkflowDefinition.fromObject(given))).toContain('the integer 1152921504606847000 at states[0].data.amount, which has lost digits');
  expect(WorkflowDefinition.findings(given).map(({ rule }) => rule)).toEqual(['SF-FLOW-DEFINITION']);
});
