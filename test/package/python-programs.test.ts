import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCases } from '../conformance/cases';
import { convertAll, isTaken, renderings } from '../convert/converted-cases';

/** Of each kind of thing that a program says, one case. */
const SAMPLE = [
  '042-di-platform-pg-full', '051-di-mig-job-own', '065-di-sidecar', '067-di-pod-fields', '101-plat-flow-properties', '119-evt-wf-sources-mixed',
  '133-evt-services-own', '150-wf-gitops', '163-wf-dev-resources', '174-wf-persistence-own', '212-wf-labels-knative', '235-wf-realistic-orders',
  '240-clu-capabilities', '253-clu-third-namespace', '260-pdb-wf-min-3',
];

const RELEASE = '1.x';
/** Of an environment with the wheel in it. */
const { PYTHON = 'python3' } = process.env;

const cases = readCases(RELEASE).filter(({ name }) => SAMPLE.includes(name));
const converted = convertAll(cases, RELEASE, 'python');

const here = mkdtempSync(join(tmpdir(), 'program-'));
execFileSync(PYTHON, [join(__dirname, 'run_programs.py'), here, ...converted.map(({ folder }) => folder)], { stdio: ['ignore', 'ignore', 'inherit'] });

test('check takes all of them', () => {
  expect(cases.filter((given) => !isTaken(given, RELEASE)).map(({ name }) => name)).toEqual([]);
  expect(cases.map(({ name }) => name)).toEqual(SAMPLE);
});

test.each(converted.map((one) => [one.name, one] as const))('%s: the Python program says the same', (_name, one) => {
  const dist = join(one.folder, 'dist');
  const synthesized = readdirSync(dist).sort().map((file) => readFileSync(join(dist, file), 'utf8')).join('---\n');
  const { source, program } = renderings(one, RELEASE, synthesized);
  expect(program).toEqual(source);
});
