import { writeFileSync } from 'node:fs';
import { Chart, Testing, Yaml } from 'cdk8s';
import { Checks, DataIndexConstruct, Finding, JobsServiceConstruct, Rendering, SonataFlowPlatformConstruct, SonataFlowTesting, WorkflowConstruct } from '../../src';
import { inFolder } from '../cli/files';
import { run } from '../cli/run';
import { definition, messageOf, testChart } from '../support';

const PREFIX = 'acknowledge.cdk8s-sonataflow/';
const annotationsOf = (chart: Chart, kind: string, name: string) => {
  const { metadata: { annotations = {} } } = SonataFlowTesting.objectNamed(chart, kind, name) as { metadata: { annotations?: object } };
  return Object.fromEntries(Object.entries(annotations).filter(([key]) => key.startsWith(PREFIX)));
};
const brief = (findings: readonly Finding[]) => findings.map(({ rule, severity }) => `${severity} ${rule}`);

function app(rendering?: Rendering) {
  const chart = testChart('shop');
  const platform = new SonataFlowPlatformConstruct(chart, 'Platform', { rendering });
  const jobs = new JobsServiceConstruct(platform, 'Jobs', { enabled: false });
  const index = new DataIndexConstruct(platform, 'Index', { enabled: false });
  const workflow = new WorkflowConstruct(platform, 'Greet', { definition: definition(), podTemplate: { container: { image: 'example.org/greet:1' } } });
  return { chart, platform, jobs, index, workflow };
}

test('what is acknowledged in code is an annotation of the custom resource that it is about', () => {
  const { chart, jobs } = app();
  expect(annotationsOf(chart, 'SonataFlowPlatform', 'sonataflow-platform')).toEqual({});
  Checks.acknowledge(jobs, 'SF-SERVICE-DISABLED', 'in the pilot');
  expect(annotationsOf(chart, 'SonataFlowPlatform', 'sonataflow-platform')).toEqual({ [`${PREFIX}SF-SERVICE-DISABLED.jobService`]: 'in the pilot' });
  Checks.acknowledge(chart, 'SF-SERVICE-DISABLED', 'everywhere');
  expect(annotationsOf(chart, 'SonataFlowPlatform', 'sonataflow-platform')).toEqual({
    [`${PREFIX}SF-SERVICE-DISABLED.jobService`]: 'in the pilot', [`${PREFIX}SF-SERVICE-DISABLED`]: 'everywhere',
  });
  expect(annotationsOf(chart, 'SonataFlow', 'greet')).toEqual({});
});

test('check says of what is written what the constructs say', () => {
  const { chart, platform, workflow, jobs } = app();
  Checks.acknowledge(jobs, 'SF-SERVICE-DISABLED', 'in the pilot');
  const text = Yaml.stringify(...Testing.synth(chart));
  inFolder({}, (folder) => {
    writeFileSync(`${folder}/chart.yaml`, text);
    const found = JSON.parse(run('check', '--format', 'json', 'chart.yaml').out) as Finding[];
    expect(brief(found).sort()).toEqual(brief([...platform.findings, ...workflow.findings]).sort());
    expect(brief(found)).toEqual(expect.arrayContaining(['information SF-SERVICE-DISABLED', 'warning SF-SERVICE-DISABLED']));
  });
});

test('what is not found any more is not acknowledged any more', () => {
  const chart = testChart('shop');
  const workflow = new WorkflowConstruct(chart, 'Greet', { definition: definition() });
  Checks.acknowledge(workflow, 'SF-PLATFORM-NONE', 'elsewhere');
  expect(annotationsOf(chart, 'SonataFlow', 'greet')).toEqual({ [`${PREFIX}SF-PLATFORM-NONE`]: 'elsewhere' });
  new SonataFlowPlatformConstruct(chart, 'Platform');
  expect(annotationsOf(chart, 'SonataFlow', 'greet')).toEqual({});
  expect(brief(workflow.findings)).toContain('information SF-ACKNOWLEDGE-UNUSED');
});

test('an annotation of one\'s own counts, and is judged', () => {
  const chart = testChart('shop');
  const workflow = new WorkflowConstruct(chart, 'Greet', { definition: definition(), metadata: { annotations: { [`${PREFIX}SF-PLATFORM-NONE`]: 'elsewhere' } } });
  expect(brief(workflow.findings)).toContain('information SF-PLATFORM-NONE');
  const other = new WorkflowConstruct(testChart('shop'), 'Greet', { definition: definition(), metadata: { annotations: { [`${PREFIX}SF-PLATFORM-NOONE`]: 'x' } } });
  expect(brief(other.findings)).toContain('error SF-ACKNOWLEDGE');
});

test('Kubernetes objects have none', () => {
  const { chart, platform, jobs } = app(Rendering.kubernetesObjects());
  Checks.acknowledge(jobs, 'SF-SERVICE-DISABLED', 'in the pilot');
  expect(brief(platform.findings)).toContain('information SF-SERVICE-DISABLED');
  expect(JSON.stringify(Testing.synth(chart))).not.toContain(PREFIX);
});

test('what the API server or the operator refuses is fixed, and acknowledging it is a finding', () => {
  const chart = testChart('shop');
  const platform = new SonataFlowPlatformConstruct(chart, 'Platform');
  const other = new SonataFlowPlatformConstruct(chart, 'Other', { metadata: { name: 'other' } });
  Checks.acknowledge(platform, 'SF-PLATFORM-TWO', 'we like both');
  Checks.acknowledge(other, 'SF-PLATFORM-TWO', 'we like both');
  expect(messageOf(() => Testing.synth(chart))).toMatch(/SF-PLATFORM-TWO[^]*SF-ACKNOWLEDGE: given an acknowledgement of SF-PLATFORM-TWO/);
});

test('an error of this library\'s judgement can be acknowledged', () => {
  const chart = testChart('shop');
  new SonataFlowPlatformConstruct(chart, 'Platform');
  const workflow = new WorkflowConstruct(chart, 'Greet', { definition: definition(), metadata: { annotations: { 'sonataflow.org/profile': 'gitopps' } } });
  expect(() => Testing.synth(chart)).toThrow('SF-PROFILE');
  Checks.acknowledge(workflow, 'SF-PROFILE', 'preview is meant');
  expect(annotationsOf(chart, 'SonataFlow', 'greet')).toEqual({ [`${PREFIX}SF-PROFILE`]: 'preview is meant' });
});

test('a pattern is for the configuration', () => {
  expect(() => Checks.acknowledge(testChart('shop'), 'SF-PLATFORM-*', 'x')).toThrow('the id of one rule');
});
