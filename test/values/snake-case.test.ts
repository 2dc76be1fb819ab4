import { WorkflowConstruct, SonataFlowPlatformConstruct, JobsServiceConstruct, WorkflowPodTemplate } from '../../src';
import { snakeCaseProblems } from '../../src/values/snake-case';
import { brokenRules, definition, messageOf, testChart } from '../support';

test.each<[string, unknown, string[]]>([
  ['a dict in a list', { container: { env: [{ name: 'A', value_from: { secret_key_ref: {} } }] } }, [
    '"value_from" in t.container.env[0]', '"secret_key_ref" in t.container.env[0].value_from',
  ]],
  ['camel case', { container: { env: [{ name: 'A', valueFrom: {} }], envFrom: [] } }, []],
  ['names of users', { nodeSelector: { my_node: 'a' }, container: { resources: { limits: { my_gpu: 1 } } } }, []],
  ['nothing', undefined, []],
])('%s', (_what, given, places) => {
  expect(snakeCaseProblems('t', given).map((problem) => problem.given.replace('the key ', ''))).toEqual(places);
});

test('the constructs refuse them', () => {
  const chart = testChart('orders');
  const podTemplate = { container: { env: [{ name: 'A', value_from: {} }] } } as unknown as WorkflowPodTemplate;
  expect(messageOf(() => new WorkflowConstruct(chart, 'W', { definition: definition(), podTemplate })))
    .toContain('SF-SNAKE-CASE: given the key "value_from" in podTemplate.container.env[0]; allowed: "valueFrom"');
  expect(brokenRules(() => new JobsServiceConstruct(new SonataFlowPlatformConstruct(chart, 'P'), 'J', { podTemplate }))).toEqual(['SF-SNAKE-CASE']);
});

test('of a dict from Python only the name of a variable is left', () => {
  const given = { container: { env: [{ name: 'A' }, { name: 'B', value: '' }] } };
  expect(snakeCaseProblems('t', given)).toEqual([]);
  process.env.JSII_AGENT = 'Python/3.11';
  expect(snakeCaseProblems('t', given).map((problem) => problem.given)).toEqual(['the variable "A" without a value in t.container.env[0]']);
  delete process.env.JSII_AGENT;
});
