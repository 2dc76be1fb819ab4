import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, ApiObject, Chart, JsonPatch, Testing } from 'cdk8s';
import { runOn } from './commands';
import { DataIndexConstruct, JobsServiceConstruct, ServicePersistence, SonataFlowClusterPlatformConstruct, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition } from '../../src';
import { writeYaml } from '../../src/yaml/writing';
import { readYaml } from '../../src/yaml/yaml';

const INPUTS = join(__dirname, 'inputs');
const read = (name: string) => readFileSync(join(INPUTS, name), 'utf8');

test.each<[name: string, rule: string]>([
  ['no-spec.yaml', 'SF-FLOW-NONE'],
  ['no-spec-persistence.yaml', 'SF-FLOW-NONE'],
  ['no-flow.yaml', 'SF-SCHEMA'],
  ['expand-loop.yaml', 'SF-PROP-DROPPED'],
  ['expand-exp.yaml', 'SF-PROP-DROPPED'],
  ['leak-alias.yaml', 'SF-INPUT-YAML'],
  ['properties-injection.yaml', 'SF-PROP-TEXT'],
  ['quantity-exponent.yaml', 'SF-SCHEMA'],
  ['traversal.yaml', 'SF-NAME'],
])('%s has the finding %s', (name, rule) => {
  const { status, out } = runOn(read(name), 'check');
  expect(status).toBe(1);
  expect(out).toContain(`error: ${rule}:`);
});

test('a misspelt spec is told once, with what was meant', () => {
  const { out } = runOn(read('no-spec.yaml').concat('specs: {flow: {states: []}}\n'), 'check');
  expect(out).toContain('did you mean "spec"?');
  expect(out).not.toContain('SF-FLOW-NONE');
});

test('every text is read as it was written', () => {
  for (const text of JSON.parse(read('special.json')) as string[]) {
    const value = { a: text, b: [text, { c: text }], d: { [text]: text } };
    const { documents, findings } = readYaml(writeYaml(value), 'f');
    expect([findings, documents[0]?.object]).toEqual([[], value]);
  }
});

test('escapes that kubectl does not know are refused, but for JSON', () => {
  const given = (text: string) => readYaml(text, 'f').findings.map(({ rule }) => rule);
  expect(given('a: "\\/"')).toEqual(['SF-INPUT-YAML']);
  expect(given('a: "\\ud83d\\ude00"')).toEqual(['SF-INPUT-YAML']);
  expect(given('{"a": "\\/ \\ud83d\\ude00"}')).toEqual([]);
  expect(given('a: |\n  "\\/"')).toEqual([]);
});

describe('constructs of which the API server refuses something', () => {
  const chart = (
    ...[props, platformProps]: [ConstructorParameters<typeof JobsServiceConstruct>[2]?, ConstructorParameters<typeof SonataFlowPlatformConstruct>[2]?]
  ) => {
    const inNamespace = new Chart(new App({ outdir: 'never-written' }), 'c', { namespace: 'a' });
    const platform = new SonataFlowPlatformConstruct(inNamespace, 'P', platformProps);
    return { inNamespace, platform, jobs: new JobsServiceConstruct(platform, 'J', props), dataIndex: new DataIndexConstruct(platform, 'D') };
  };
  const fraction = { podTemplate: { replicas: 1.5 } };

  test('have the facts of empty ones', () => {
    const { jobs, dataIndex } = chart(fraction);
    expect([jobs.serviceName, jobs.serviceUrl]).toEqual(['sonataflow-platform-jobs-service', 'http://sonataflow-platform-jobs-service.a']);
    expect(jobs.properties.length).toBeGreaterThan(0);
    expect([dataIndex.serviceUrl, dataIndex.objects]).toEqual(['http://sonataflow-platform-data-index-service.a', []]);
  });

  test('tell it when they are synthesized', () => {
    const persistence = ServicePersistence.ephemeral();
    expect(() => Testing.synth(chart({ persistence, ...fraction }).inNamespace)).toThrow('SF-SCHEMA');
    expect(() => Testing.synth(chart({ persistence }, { metadata: { name: 'A' } }).inNamespace)).toThrow('SF-SCHEMA');
    const { inNamespace, platform } = chart();
    new SonataFlowClusterPlatformConstruct(inNamespace, 'C', { platform, metadata: { name: 'A b' } });
    expect(() => Testing.synth(inNamespace)).toThrow('SF-SCHEMA');
  });

  test('without a spec are told', () => {
    const { inNamespace, platform } = chart();
    const definition = WorkflowDefinition.fromObject({ id: 'wf', states: [{ name: 'A', type: 'sleep', duration: 'PT1S', end: true }] });
    ApiObject.of(new WorkflowConstruct(platform, 'W', { definition })).addJsonPatch(JsonPatch.remove('/spec'));
    expect(() => Testing.synth(inNamespace)).toThrow('SF-FLOW-NONE');
  });
});
