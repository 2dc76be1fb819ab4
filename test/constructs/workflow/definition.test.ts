import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart, IResolver, Lazy, ResolutionContext, Testing } from 'cdk8s';
import { SonataFlowTesting, WorkflowConstruct, WorkflowConstructProps, WorkflowDefinition, WorkflowProfile, WorkflowResources } from '../../../src';
import { messageOf, testChart } from '../../support';

const folder = mkdtempSync(join(tmpdir(), 'built-'));
let count = 0;
const file = (text: string) => {
  const path = join(folder, `w${++count}.sw.yaml`);
  writeFileSync(path, text);
  return WorkflowDefinition.fromFile(path);
};

const workflow = (definition: WorkflowDefinition, profile = WorkflowProfile.GITOPS, more: Partial<WorkflowConstructProps> = {}, chart = testChart('orders')) => (
  new WorkflowConstruct(chart, 'W', {
    definition, profile, podTemplate: profile === WorkflowProfile.GITOPS ? { container: { image: 'example.org/w:1' } } : undefined, ...more,
  })
);
const flowOf = ({ apiObject }: WorkflowConstruct) => apiObject.toJson().spec.flow;
const told = ({ findings }: WorkflowConstruct) => findings.filter(({ rule }) => rule.startsWith('SF-FLOW')).map(({ severity, rule, field }) => `${severity} ${rule} ${field}`);

const STATES = 'states: [{name: A, type: inject, data: {}, end: true}]';

describe('what the custom resource has no place for', () => {
  const EXTENSIONS = `id: notify
start: Send
extensions:
  - {extensionid: workflow-uri-definitions, definitions: {mail: 'https://specs.example.org/mail.yaml', log: specs/log.yaml}}
functions:
  - {name: sendMail, operation: 'mail#send'}
  - {name: note, operation: 'log#note'}
  - {name: other, operation: 'specs/other.yaml#do'}
states:
  - {name: Send, type: operation, actions: [{functionRef: sendMail}, {functionRef: note}], end: true}
`;

  test('is in the image that is built of the file', () => {
    const built = workflow(file(EXTENSIONS));
    expect(told(built)).toEqual(['information SF-FLOW-LEFT-OUT extensions']);
    expect(flowOf(built)).not.toHaveProperty('extensions');
  });

  test.each([WorkflowProfile.DEV, WorkflowProfile.PREVIEW])('is gone in %s, for each function that uses it', (profile) => {
    const { findings } = workflow(file(EXTENSIONS), profile);
    expect(findings.filter(({ rule }) => rule === 'SF-FLOW-LEFT-OUT').map(({ severity, field, fix }) => `${severity} ${field} ${fix}`)).toEqual([
      'warning functions[0].operation write "specs/mail.yaml#send", and give the file as a resource',
      'warning functions[1].operation write "specs/log.yaml#note", and give the file as a resource',
    ]);
  });

  test('namespaces of functions, schemas of the output and what nobody uses', () => {
    const text = `id: a
start: A
extensions:
  - {extensionid: workflow-function-namespaces, namespaces: [rpc]}
  - {extensionid: workflow-output-schema, outputSchema: {schema: a.json, failOnValidationErrors: true}}
  - {extensionid: workflow-uri-definitions, definitions: {}}
states: [{name: A, type: operation, actions: [{functionRef: 'rpc:divide'}], end: true}]
`;
    expect(told(workflow(file(text), WorkflowProfile.PREVIEW))).toEqual([
      'warning SF-FLOW-LEFT-OUT states[0].actions[0].functionRef', 'warning SF-FLOW-LEFT-OUT extensions[1]', 'information SF-FLOW-LEFT-OUT extensions[2]',
    ]);
  });

  test('and what the operator does not take is left out as well, where the image has the file', () => {
    const built = workflow(file(`id: a\nstart: A\nerrors: errors.json\nretries: [{name: r, maxAttempts: 3, multiplier: 2}]\nconstants: {a: 1}\n${STATES}\n`));
    expect(told(built)).toEqual(['information SF-FLOW-LEFT-OUT retries']);
    expect(flowOf(built)).toEqual({ start: 'A', states: [{ name: 'A', type: 'inject', data: {}, end: true }] });
  });

  test('and is an error where the operator builds', () => {
    expect(told(workflow(file(`id: a\nstart: A\nerrors: errors.json\n${STATES}\n`), WorkflowProfile.PREVIEW))).toEqual([]);
    expect(workflow(file(`id: a\nstart: A\nerrors: errors.json\n${STATES}\n`), WorkflowProfile.PREVIEW).findings).toMatchObject([
      { rule: 'SF-SCHEMA', field: 'spec.flow.errors', severity: 'error' },
    ]);
  });
});

describe('a mistake', () => {
  const NO_END = 'id: a\nstart: A\nstates: [{name: A, type: inject, data: {}}]\n';

  test('in the file that goes into the image is an error, with its line', () => {
    const definition = file(NO_END);
    const built = workflow(definition);
    expect(told(built)).toEqual(['error SF-FLOW-NO-END states[0]']);
    expect(messageOf(() => Testing.synth(Chart.of(built)))).toContain(`w${count}.sw.yaml:3:10: SF-FLOW-NO-END: states[0]: `);
  });

  test('in a custom resource of which no image is built is a warning', () => {
    expect(told(workflow(WorkflowDefinition.fromString(NO_END)))).toEqual(['warning SF-FLOW-NO-END spec.flow.states[0]']);
  });

  test('of the file alone, which the operator mends', () => {
    expect(told(workflow(file(`id: a\n${STATES}\n`)))).toEqual(['error SF-FLOW-START undefined']);
    expect(told(workflow(file(`id: a\n${STATES}\n`), WorkflowProfile.PREVIEW))).toEqual([]);
  });

  test('that was noticed when it was read', () => {
    expect(workflow(file(`id: a\nid: b\nstart: A\n${STATES}\n`)).findings).toContainEqual(expect.objectContaining({ rule: 'SF-INPUT-YAML', severity: 'warning' }));
  });
});

describe('resources beside an image', () => {
  const definition = () => file(`id: a
start: A
functions: [{name: pay, operation: 'specs/pay.yaml#pays'}]
states: [{name: A, type: operation, actions: [{functionRef: pay}], end: true}]
`);
  const spec = WorkflowResources.fromString('pay.yaml', 'openapi: 3.1.0\npaths: {/pay: {post: {operationId: pay}}}\n', { workflowPath: 'specs' });

  test('are looked at and not written', () => {
    const built = workflow(definition(), WorkflowProfile.GITOPS, { resources: [spec] });
    expect(built.findings).toContainEqual(expect.objectContaining({ rule: 'SF-FLOW-OPERATION', field: 'functions[0].operation', fix: 'did you mean "pay"?' }));
    expect(built.findings.map(({ rule }) => rule)).not.toContain('SF-RESOURCES-IGNORED');
    expect(built.configMaps).toEqual([]);
    expect(built.apiObject.toJson().spec).not.toHaveProperty('resources');
  });

  test('may be given in part', () => {
    expect(told(workflow(definition(), WorkflowProfile.GITOPS, { resources: [WorkflowResources.fromString('other.txt', 'x')] }))).toEqual([]);
  });
});

describe('what is known late', () => {
  const TOKEN = '${Token[HOST.1]}';
  class Cloud implements IResolver {
    public resolve(context: ResolutionContext) {
      const { value } = context;
      if (typeof value === 'string' && value.includes(TOKEN)) context.replaceValue(value.replace(TOKEN, 'orders.example.org'));
    }
  }
  const late = (url: unknown) => WorkflowDefinition.fromObject({ id: 'w', start: 'A', states: [{ name: 'A', type: 'inject', data: { url }, end: true }] });
  const urlOf = (built: WorkflowConstruct) => SonataFlowTesting.objectNamed(Chart.of(built), 'SonataFlow', 'w').spec;

  test('a Lazy has its value at each synth', () => {
    let host = 'a';
    const built = workflow(late(Lazy.any({ produce: () => `http://${host}` })));
    expect(urlOf(built)).toMatchObject({ flow: { states: [{ data: { url: 'http://a' } }] } });
    host = 'b';
    expect(urlOf(built)).toMatchObject({ flow: { states: [{ data: { url: 'http://b' } }] } });
  });

  test('a token is resolved as the app does it', () => {
    const chart = new Chart(new App({ resolvers: [new Cloud()] }), 'c', { namespace: 'orders' });
    const built = workflow(late(`https://${TOKEN}/x`), WorkflowProfile.GITOPS, {}, chart);
    expect(urlOf(built)).toMatchObject({ flow: { states: [{ data: { url: 'https://orders.example.org/x' } }] } });
  });

  test('what becomes something odd is a finding', () => {
    expect(told(workflow(late(Lazy.any({ produce: () => new Set() }))))).toEqual(['error SF-FLOW-DEFINITION states[0].data.url']);
  });
});
