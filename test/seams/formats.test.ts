import { join } from 'node:path';
import { ApiObject, App, Chart, Include, JsonPatch, YamlOutputType } from 'cdk8s';
import { Checks, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition } from '../../src';
import { inFolder, platform, writeFiles } from '../cli/files';
import { run } from '../cli/run';

/** What an app wrote, judged by the command line: each feature in each output mode of cdk8s, and in each format of `check`. */

const FLOW = {
  id: 'waits',
  version: '1.0',
  start: 'W',
  states: [{ name: 'W', type: 'sleep', duration: 'PT5S', end: true }],
};
const INCLUDED = join(__dirname, '..', 'constructs', 'app', 'objects', 'included.yaml');
const NONE = 'warning SF-PLATFORM-NONE';
const NO_JOBS = 'warning SF-TIMEOUT-NO-JOBS';

interface Feature {
  /** What is done in code. */
  readonly use?: (chart: Chart, workflow: WorkflowConstruct) => void;
  readonly args?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  /** Severity and rule of what is found. */
  readonly found: readonly string[];
  readonly status?: number;
  readonly judgedFor?: string;
}

const known = (severity: string) => `${severity} SF-TIMEOUT-NO-JOBS`;
const FEATURES: Readonly<Record<string, Feature>> = {
  'as it is': { found: [NONE, NO_JOBS] },
  'strict': { args: ['--strict'], found: [NONE, NO_JOBS], status: 1 },
  'acknowledged in code': { use: (_chart, workflow) => { Checks.acknowledge(workflow, 'SF-TIMEOUT-NO-JOBS', 'short ones'); }, found: [NONE, known('information')] },
  'acknowledged by a patched annotation': {
    use: (_chart, workflow) => { ApiObject.of(workflow).metadata.addAnnotation('acknowledge.cdk8s-sonataflow/SF-TIMEOUT-NO-JOBS', 'short ones'); },
    found: [NONE, known('information')],
  },
  'acknowledged on the command line': { args: ['--acknowledge', 'SF-TIMEOUT-NO-JOBS:shop/*=short ones'], found: [NONE, known('information')] },
  'acknowledged in the configuration': {
    files: { '.sonataflowrc': 'acknowledgements: [{rule: SF-TIMEOUT-*, namespace: shop, reason: short ones}]\n' }, found: [NONE, known('information')],
  },
  'patched': {
    use: (_chart, workflow) => { ApiObject.of(workflow).addJsonPatch(JsonPatch.replace('/spec/podTemplate/container/image', 'example.org/waits')); },
    found: [NONE, NO_JOBS, 'information SF-IMAGE-LATEST'],
  },
  'with an external platform': { use: (chart) => { SonataFlowPlatformConstruct.fromPlatformName(chart, 'Hub', 'hub'); }, found: [NONE, NO_JOBS] },
  'with an external platform that is in the cluster': {
    use: (chart) => { SonataFlowPlatformConstruct.fromPlatformName(chart, 'Hub', 'hub'); },
    args: ['--cluster-facts', 'cluster.yaml'],
    files: { 'cluster.yaml': platform('shop', '{services: {jobService: {}}}') },
    found: [],
  },
  'with a declared platform': { use: (chart) => { new SonataFlowPlatformConstruct(chart, 'Hub'); }, found: [NO_JOBS] },
  'with an included workflow': { use: (chart) => { new Include(chart, 'I', { url: INCLUDED }); }, found: [NONE, NONE, NO_JOBS] },
  'against a baseline': {
    args: ['--baseline', 'known.json', '--strict'],
    files: { 'known.json': '{"findings": [{"rule": "SF-TIMEOUT-NO-JOBS", "object": "SonataFlow shop/waits", "field": "spec.flow"}]}' },
    found: [NONE],
    status: 1,
  },
  'configured': {
    files: { '.sonataflowrc': 'operator: 1.x\nstrict: true\nclusterFacts: {file: cluster.yaml}\n', 'cluster.yaml': platform() },
    found: [NO_JOBS],
    status: 1,
    judgedFor: '1.x (.sonataflowrc)',
  },
};

const MODES = Object.values(YamlOutputType).filter((mode): mode is YamlOutputType => typeof mode === 'number');
const SEVERITIES: Readonly<Record<string, string>> = { note: 'information', notice: 'information' };
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, severity = '', rule = '']) => `${SEVERITIES[severity] ?? severity} ${rule}`);

/** What each format says, as severity and rule. */
const FORMATS: Readonly<Record<string, (out: string) => string[]>> = {
  text: (out) => matches(out, /^\S+: (error|warning|information): (SF-[A-Z-]+):/gm),
  json: (out) => (JSON.parse(out) as Array<{ severity: string; rule: string }>).map(({ severity, rule }) => `${severity} ${rule}`),
  github: (out) => matches(out, /^::(error|warning|notice) .*?title=(SF-[A-Z-]+)::/gm),
  markdown: (out) => matches(out, /^\| (error|warning|information) \| \[(SF-[A-Z-]+)\]/gm),
  sarif: (out) => (JSON.parse(out).runs[0].results as Array<{ level: string; ruleId: string }>).map(({ level, ruleId }) => `${SEVERITIES[level] ?? level} ${ruleId}`),
};

function synthesized<T>({ use, files = {} }: Feature, mode: YamlOutputType, act: () => T): T {
  return inFolder({}, () => {
    const app = new App({ outdir: 'dist', yamlOutputType: mode, recordConstructMetadata: true });
    const chart = new Chart(app, 'shop', { namespace: 'shop' });
    const workflow = new WorkflowConstruct(chart, 'W', { definition: WorkflowDefinition.fromObject(FLOW), podTemplate: { container: { image: 'example.org/waits:1' } } });
    use?.(chart, workflow);
    app.synth();
    writeFiles('.', files);
    return act();
  });
}

describe.each(Object.entries(FEATURES))('%s', (_what, feature) => {
  const { args = [], found, status = 0, judgedFor = '10.1.0 (default; say --operator)' } = feature;

  test.each(MODES.map((mode) => [YamlOutputType[mode], mode] as const))('%s', (_name, mode) => {
    // What is written in one mode tells no format more than what is written in another.
    const formats = mode === YamlOutputType.FILE_PER_APP ? Object.keys(FORMATS) : ['json'];
    synthesized(feature, mode, () => {
      for (const format of formats) {
        const result = run('check', '--format', format, ...args, 'dist');
        expect([format, result.status, FORMATS[format](result.out).sort()]).toEqual([format, status, [...found].sort()]);
        expect(result.out + result.err).toContain(`judged for ${judgedFor}`);
      }
    });
  });
});
