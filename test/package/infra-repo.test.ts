import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Testing, Yaml } from 'cdk8s';
import { LoansChart } from '../../examples/infra-repo/loans';

/** What a user does: installs the packed library in a repository of one's own and runs the real `cdk8s synth`. */

const ROOT = join(__dirname, '..', '..');
const MINUTES = 60_000;

let work: string;
let repository: string;

const run = (cwd: string, command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '', JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' } });

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'infra-repo-'));
  repository = join(work, 'infra-repo');
  run(ROOT, 'npx', 'jsii', '--silence-warnings=reserved-word');
  const tarball = run(ROOT, 'npm', 'pack', '--silent', '--pack-destination', work).trim().split('\n').at(-1)!;
  cpSync(join(ROOT, 'examples', 'infra-repo'), repository, {
    recursive: true, filter: (path) => !['node_modules', 'dist'].includes(basename(path)),
  });
  run(repository, 'npm', 'install', '--silent', '--prefer-offline', '--no-audit', '--no-fund', join(work, tarball));
}, 5 * MINUTES);

afterAll(() => rmSync(work, { recursive: true, force: true }));

test('cdk8s synth writes what the chart synthesizes', () => {
  run(repository, 'npx', 'cdk8s', 'synth');
  expect(readdirSync(join(repository, 'dist'))).toEqual(['loans.k8s.yaml']);
  expect(readFileSync(join(repository, 'dist', 'loans.k8s.yaml'), 'utf8'))
    .toBe(Yaml.stringify(...Testing.synth(new LoansChart(Testing.app(), 'loans', { namespace: 'loans' }))));
}, MINUTES);

test('the command line comes with the library', () => {
  const rendered = run(repository, 'npx', 'cdk8s-sonataflow', 'render', 'dist');
  expect(rendered).toContain('image: quay.io/example/loan-approval:2.3.0');
  expect(rendered).toContain('kind: Deployment');
}, MINUTES);

test('the user\'s own tests pass', () => {
  run(repository, 'npx', 'jest', '--ci');
}, MINUTES);
