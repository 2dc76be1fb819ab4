import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { YamlOutputType } from 'cdk8s';
import { attempt, installInfraRepository, MINUTES, run, VALIDATIONS } from './infra-repository';
import { textOf } from '../docs/repository';

/** The real `cdk8s synth` in all its output modes, with the plugin and without, and the command line on what it wrote. */

const [, FIRST_EXAMPLE] = /```ts\n([\s\S]*?)```/.exec(textOf('README.md'))!;
const MODES = Object.values(YamlOutputType).filter((mode) => typeof mode === 'string');

const LOANS = `
import { App, YamlOutputType } from 'cdk8s';
import { LoansChart } from './loans';

const app = new App({ yamlOutputType: YamlOutputType[process.argv[2] as keyof typeof YamlOutputType] });
new LoansChart(app, 'loans', { namespace: 'loans' });
app.synth();
`;

const ENVIRONMENTS = `
import { App, Chart, YamlOutputType } from 'cdk8s';
import { JobsServiceConstruct, OperatorVersion, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition } from 'cdk8s-sonataflow';

const app = new App({ yamlOutputType: YamlOutputType[process.argv[2] as keyof typeof YamlOutputType] });
for (const namespace of ['dev', 'staging', 'prod']) {
  const chart = new Chart(app, namespace, { namespace });
  const platform = new SonataFlowPlatformConstruct(chart, 'Platform', { operatorVersion: OperatorVersion.KUBESMARTS_1_X });
  new JobsServiceConstruct(platform, 'JobsService');
  new WorkflowConstruct(platform, 'Waits', { definition: WorkflowDefinition.fromObject({
    id: 'waits',
    events: [{ name: 'paid', type: 'paid', kind: 'consumed', source: '/bank' }],
    states: [{ name: 'Wait', type: 'event', onEvents: [{ eventRefs: ['paid'], actions: [] }], end: true }],
  }) });
}
app.synth();
`;

let work: string;
let repository: string;

beforeAll(() => {
  ({ work, repository } = installInfraRepository());
  const files = {
    'modes.ts': LOANS, 'environments.ts': ENVIRONMENTS, 'first.ts': FIRST_EXAMPLE, 'workflows/delivery.sw.yaml': textOf('test/readme/workflows/delivery.sw.yaml'),
  };
  mkdirSync(join(repository, 'workflows'), { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    writeFileSync(join(repository, file), text);
  }
}, 5 * MINUTES);

afterAll(() => rmSync(work, { recursive: true, force: true }));

function synth(app: string, validations = '') {
  writeFileSync(join(repository, 'cdk8s.yaml'), `language: typescript\napp: npx tsx ${app}\noutput: dist\n${validations}`);
  return attempt(repository, 'npx', 'cdk8s', 'synth');
}

const manifests = () => readdirSync(join(repository, 'dist'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.k8s.yaml')).map((file) => join('dist', file));

test.each(MODES)('the infra-repo in the mode %s: synth with the plugin, check, render, explain', (mode) => {
  const { status, output } = synth(`modes.ts ${mode}`, VALIDATIONS);
  expect(output).toContain('Validations ended succesfully');
  expect(output).not.toMatch(/^warning SF-/m);
  expect(status).toBe(0);
  expect(run(repository, 'npx', 'cdk8s-sonataflow', 'check', ...manifests())).toMatch(/\b0 errors|nothing found/);
  expect(run(repository, 'npx', 'cdk8s-sonataflow', 'render', ...manifests())).toContain('image: quay.io/example/loanapproval:2.3.0');
  expect(run(repository, 'npx', 'cdk8s-sonataflow', 'explain', ...manifests(), '--workflow', 'loanapproval')).toContain('SonataFlow loans/loanapproval');
}, 2 * MINUTES);

test('a mode that would lose objects is refused, and the one to use is named', () => {
  const { status, output } = synth('environments.ts FILE_PER_RESOURCE');
  expect(status).not.toBe(0);
  expect(output).toContain('SF-OUTPUT-TWO');
  expect(output).toContain('yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE');
}, MINUTES);

test('the plugin names the right construct of each namespace, and the operator that the code says', () => {
  const { output } = synth('environments.ts FOLDER_PER_CHART_FILE_PER_RESOURCE', VALIDATIONS.replace(/ *operator:.*\n/, ''));
  for (const namespace of ['dev', 'staging', 'prod']) expect(output).toMatch(new RegExp(`Construct Path: ${namespace}/Platform/Waits/Resource$`, 'm'));
  expect(output).toMatch(/operator .*1\.x/);
}, MINUTES);

test('the first example of the README shows its warning', () => {
  const { status, output } = synth('first.ts');
  expect(output).toMatch(/^warning SF-EVENT-NO-BROKER at orders\/Platform\/Delivery$/m);
  expect(status).toBe(0);
}, MINUTES);

test('several warnings of a rule are one line', () => {
  const { output } = synth('environments.ts FILE_PER_CHART');
  expect(output).toMatch(/^warning SF-EVENT-NO-BROKER ×3, first at dev\/Platform\/Waits$/m);
}, MINUTES);
