import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Testing, Yaml } from 'cdk8s';
import { installInfraRepository, MINUTES, run } from './infra-repository';
import { LoansChart } from '../../examples/infra-repo/loans';
import { pageOf } from '../../src/findings/page';
import { RULE_IDS } from '../../src/rules/rules';

/** What a user does: installs the packed library in a repository of one's own and runs the real `cdk8s synth`. */

let work: string;
let repository: string;

beforeAll(() => { ({ work, repository } = installInfraRepository()); }, 5 * MINUTES);

afterAll(() => rmSync(work, { recursive: true, force: true }));

test('cdk8s synth writes what the chart synthesizes', () => {
  run(repository, 'npx', 'cdk8s', 'synth');
  expect(readdirSync(join(repository, 'dist'))).toEqual(['loans.k8s.yaml']);
  expect(readFileSync(join(repository, 'dist', 'loans.k8s.yaml'), 'utf8'))
    .toBe(Yaml.stringify(...Testing.synth(new LoansChart(Testing.app(), 'loans', { namespace: 'loans' }))));
}, MINUTES);

test('an ES module imports it by its names', () => {
  const program = "import { WorkflowConstruct } from 'cdk8s-sonataflow'; console.log(WorkflowConstruct.name);";
  expect(run(repository, process.execPath, '--input-type=module', '--eval', program)).toBe('WorkflowConstruct\n');
}, MINUTES);

const LOADED = "console.log(Object.keys(require.cache).filter((file) => file.includes('cdk8s-sonataflow/lib/')).map((file) => path.basename(file)));";

test('what only a synth needs is not loaded before', () => {
  const program = `require('cdk8s-sonataflow'); ${LOADED}`;
  expect(run(repository, process.execPath, '--eval', program)).toBe("[ 'index.js', 'constructs.js' ]\n");
}, MINUTES);

test.each(['customResources', 'kubernetesObjects'])('a synth of %s loads no command', (rendering) => {
  const program = `
    const { App, Chart } = require('cdk8s');
    const { Rendering, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition } = require('cdk8s-sonataflow');
    const app = new App();
    const chart = new Chart(app, 'loans', { namespace: 'loans' });
    new SonataFlowPlatformConstruct(chart, 'Platform', { rendering: Rendering.${rendering}() });
    new WorkflowConstruct(chart, 'Loan', {
      definition: WorkflowDefinition.fromObject({ id: 'loan', states: [{ name: 'Given', type: 'inject', data: {}, end: true }] }),
      podTemplate: { container: { image: 'example.org/loan:1' } },
    });
    app.synthYaml();
    ${LOADED}`;
  expect(run(repository, process.execPath, '--eval', program)).toMatch(/'judgement\.js'(?![^]*'commands\.js')/);
}, MINUTES);

test('a mistake is told in the words of the API', () => {
  const program = `
    const { App, Chart } = require('cdk8s');
    const { SonataFlowPlatformConstruct } = require('cdk8s-sonataflow');
    try { new SonataFlowPlatformConstruct(new Chart(new App(), 'loans'), 'P', { broker: 'x' }); } catch ({ message }) { console.log(message); }`;
  expect(run(repository, process.execPath, '--eval', program)).toContain('given a text as broker; allowed: a Destination;');
}, MINUTES);

test('the command line comes with the library', () => {
  const rendered = run(repository, 'npx', 'cdk8s-sonataflow', 'render', 'dist');
  expect(rendered).toContain('image: quay.io/example/loanapproval:2.3.0');
  expect(rendered).toContain('kind: Deployment');
}, MINUTES);

test('the pages of the rules come with the library, and nothing else of docs', () => {
  const library = join(repository, 'node_modules', 'cdk8s-sonataflow');
  expect(readdirSync(join(library, 'docs'))).toEqual(['rules']);
  expect(RULE_IDS.filter((id) => !existsSync(join(library, pageOf(id))))).toEqual([]);
});

test('the user\'s own tests pass', () => {
  run(repository, 'npx', 'jest', '--ci');
}, MINUTES);
