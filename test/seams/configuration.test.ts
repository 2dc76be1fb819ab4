import { readdirSync } from 'node:fs';
import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  Destination, JobsServiceConstruct, PodDisruptionBudget, SonataFlowPlatformConstruct, SonataFlowTesting, SonataFlowValidation, WorkflowConstruct,
} from '../../src';
import { inFolder, platform, writeFiles } from '../cli/files';
import { run } from '../cli/run';
import { definition } from '../support';

/** What a `.sonataflowrc` says counts for the constructs, for the plugin of cdk8s-cli and for `check` of what was written alike. */

type Told = readonly string[];

function appWith(make: (chart: Chart) => void): App {
  const app = new App({ outdir: 'dist', recordConstructMetadata: true });
  make(new Chart(app, 'shop', { namespace: 'shop' }));
  return app;
}

const ofConstructs = (app: App): Told => SonataFlowTesting.findings(app).map(({ severity, rule }) => `${severity} ${rule}`);

/** The plugin is asynchronous by its interface only. */
function ofPlugin(): { told: Told; submitted: readonly unknown[]; ended: Promise<void> } {
  const told: string[] = [];
  const submitted: unknown[] = [];
  const ended = new SonataFlowValidation().validate({
    manifests: readdirSync('dist').filter((name) => name.endsWith('.yaml')).map((name) => `dist/${name}`),
    logger: { log: (message) => { told.push(`information ${/SF-[A-Z-]+/.exec(message)?.[0]}`); } },
    report: {
      addViolation: ({ ruleName, recommendation }) => { told.push(`${recommendation.split(':')[0]} ${ruleName}`); },
      submit: (...report) => { submitted.push(...report); },
    },
  });
  ended.catch(() => undefined);
  return { told, submitted, ended };
}

const ofCheck = (): Told => (JSON.parse(run('check', '--format', 'json', 'dist').out) as Array<{ rule: string; severity: string }>)
  .map(({ rule, severity }) => `${severity} ${rule}`);

const alone = (chart: Chart) => { new WorkflowConstruct(chart, 'W', { definition: definition() }); };
const guarded = (chart: Chart) => {
  new WorkflowConstruct(chart, 'W', {
    definition: definition(), podTemplate: { podDisruptionBudget: PodDisruptionBudget.minAvailable(kplus.k8s.IntOrString.fromNumber(1)) },
  });
};
const withBroker = (chart: Chart) => {
  new JobsServiceConstruct(new SonataFlowPlatformConstruct(chart, 'P', { broker: Destination.broker('bus') }), 'J');
};
const DUMP = `${platform('shop', '{}', 'hub')}---\n${platform('other', '{}', 'hub')}`;
const MANAGER = `apiVersion: apps/v1
kind: Deployment
metadata: {name: manager, namespace: logic, labels: {olm.owner: logic-operator.v1.38.0}}
spec: {template: {spec: {containers: [{name: manager, env: [{name: RELATED_IMAGE_DEVMODE, value: example.org/dev:1}]}]}}}
`;

interface Case {
  readonly make: (chart: Chart) => void;
  readonly configuration: string;
  /** With which the app can be written. */
  readonly written?: string;
  readonly files?: Record<string, string>;
  readonly without: Told;
  readonly expected: Told;
  readonly status?: 'failure';
}

test.each<[string, Case]>([
  ['an acknowledgement', {
    make: alone,
    configuration: 'acknowledgements: [{rule: SF-PLATFORM-NONE, namespace: sh*, reason: elsewhere}]',
    without: ['warning SF-PLATFORM-NONE'],
    expected: ['information SF-PLATFORM-NONE'],
  }],
  ['the operator', {
    make: guarded, configuration: 'operator: 1.x', written: 'operator: 1.x', without: ['error SF-SCHEMA'], expected: ['warning SF-PDB-BLOCKS'],
  }],
  ['the operator that is in the cluster', {
    make: guarded,
    configuration: 'clusterFacts: cluster.yaml',
    written: 'operator: 1.x',
    files: { 'cluster.yaml': MANAGER },
    without: ['error SF-SCHEMA'],
    expected: ['warning SF-PDB-BLOCKS'],
  }],
  ['a fact of the cluster', {
    make: withBroker, configuration: 'clusterFacts: {knative: false}', without: [], expected: ['error SF-EVENT-NO-KNATIVE'], status: 'failure',
  }],
  ['what is in the cluster', {
    make: alone, configuration: 'clusterFacts: {file: infra/cluster.yaml}', files: { 'infra/cluster.yaml': DUMP }, without: ['warning SF-PLATFORM-NONE'], expected: [],
  }],
])('%s', (_what, { make, configuration, written = '', files = {}, without, expected, status }) => {
  const among = (told: Told) => told.filter((one) => [...without, ...expected].includes(one));
  inFolder({ ...files, '.sonataflowrc': `${written}\n` }, () => {
    appWith(make).synth();
    for (const [text, told] of [['', without], [configuration, expected]] as const) {
      writeFiles('.', { '.sonataflowrc': `${text}\n` });
      const plugin = ofPlugin();
      expect([ofConstructs(appWith(make)), plugin.told, ofCheck()].map(among)).toEqual([told, told, told]);
      if (text !== '') expect(plugin.submitted).toMatchObject([status ?? 'success', {}]);
    }
  });
});

test('strictness', () => {
  inFolder({}, () => {
    appWith(alone).synth();
    writeFiles('.', { '.sonataflowrc': 'strict: true\n' });
    expect(ofPlugin().submitted).toMatchObject(['failure', {}]);
    expect(run('check', 'dist').status).toBe(1);
    expect(() => appWith(alone).synth()).toThrow('SF-PLATFORM-NONE');
  });
});

test('one that is wrong stops all three', async () => {
  const plugin = inFolder({}, () => {
    appWith(alone).synth();
    writeFiles('.', { '.sonataflowrc': 'operater: 1.x\n' });
    expect(run('check', 'dist')).toMatchObject({ status: 2, err: expect.stringContaining('did you mean "operator"?') });
    expect(() => appWith(withBroker)).toThrow('did you mean "operator"?');
    return ofPlugin();
  });
  await expect(plugin.ended).rejects.toThrow('did you mean "operator"?');
});
