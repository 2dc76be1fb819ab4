import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart, Testing } from 'cdk8s';
import { warningLines } from '../../../../src/constructs/app/findings/synth-warnings';
import { Finding, Severity } from '../../../../src/findings/finding';
import { Checks, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition } from '../../../../src/index';

const waiting = (id: string) => WorkflowDefinition.fromObject({
  id, events: [{ name: 'paid', type: 'paid', kind: 'consumed', source: 's' }], states: [{ name: 'W', type: 'event', onEvents: [{ eventRefs: ['paid'], actions: [] }], end: true }],
});

/** Two tenants with two workflows without a broker each. */
function tenants(app: App): Chart {
  const charts = ['tenant-01', 'tenant-02'].map((namespace) => {
    const chart = new Chart(app, namespace, { namespace });
    const platform = new SonataFlowPlatformConstruct(chart, 'Orders');
    for (const id of ['Refund', 'Return']) new WorkflowConstruct(platform, id, { definition: waiting(id.toLowerCase()) });
    return chart;
  });
  return charts[0];
}

let written: string[];
const environment = process.env;

beforeEach(() => {
  written = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  process.env = { ...environment, CDK8S_OUTDIR: mkdtempSync(join(tmpdir(), 'outdir-')), CDK8S_RECORD_CONSTRUCT_METADATA: 'false', SONATAFLOW_QUIET: '' };
});

afterEach(() => {
  process.env = environment;
  jest.restoreAllMocks();
});

const LINE = 'warning SF-EVENT-NO-BROKER ×4, first at tenant-01/Orders/Refund\n';

test('cdk8s synth shows a line for each rule, once for an app', () => {
  const app = new App();
  tenants(app);
  app.synth();
  expect(written).toEqual([LINE]);
  app.synth();
  expect(written).toEqual([LINE]);
});

test.each<[string, (app: App) => void]>([
  ['Testing.synth of an app for tests', () => Testing.synth(tenants(Testing.app()))],
  ['an app that Checks.quiet was told of', (app) => {
    Checks.quiet(tenants(app));
    app.synth();
  }],
  ['SONATAFLOW_QUIET=1', (app) => {
    process.env.SONATAFLOW_QUIET = '1';
    tenants(app);
    app.synth();
  }],
  ['a synth that a plugin reports', (app) => {
    process.env.CDK8S_RECORD_CONSTRUCT_METADATA = 'true';
    tenants(app);
    app.synth();
  }],
  ['a synth without cdk8s-cli', () => {
    delete process.env.CDK8S_OUTDIR;
    const app = Testing.app();
    tenants(app);
    app.synth();
  }],
  ['warnings that are acknowledged', (app) => {
    tenants(app);
    Checks.acknowledge(app, 'SF-EVENT-NO-BROKER', 'brokers come later');
    app.synth();
  }],
])('%s shows none', (_what, synthesize) => {
  synthesize(new App());
  expect(written).toEqual([]);
});

const finding = (rule: string, severity = Severity.WARNING): Finding => ({ rule, severity, where: `at ${rule}`, given: 'a', allowed: 'b', fix: 'c', page: 'd' });

test('of many rules ten are told, and how much more there is', () => {
  const rules = Array.from({ length: 12 }, (_, i) => `SF-${i}`);
  const lines = warningLines([...rules, ...rules.slice(10)].map((rule) => finding(rule)));
  expect(lines).toHaveLength(11);
  expect([lines[0], lines[10]]).toEqual(['warning SF-0 at at SF-0', 'and 4 warnings of 2 more rules']);
});

test('informations and errors are none', () => {
  expect(warningLines([finding('SF-A', Severity.INFORMATION), finding('SF-B', Severity.ERROR)])).toEqual([]);
});
