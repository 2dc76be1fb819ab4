import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertText } from './conversions';
import { compiled, convertAll, escapes, isTaken, renderings } from './converted-cases';
import { readCases } from '../conformance/cases';
import { textOf } from '../docs/repository';

/** Of each kind of thing one case; all of them are in cases.corpus.ts. */
const SAMPLE = [
  '042-di-platform-pg-full', '051-di-mig-job-own', '072-di-js-broker', '110-evt-wf-consumed', '150-wf-gitops', '163-wf-dev-resources',
  '180-wf-timeout-callback', '214-wf-many', '253-clu-third-namespace', '260-pdb-wf-min-3',
];

const STYLES_FOLDER = join(__dirname, 'styles');
const STYLES = ['argocd-app', 'cluster-dump', 'gen-manifest', 'helm-output', 'kustomize-output', 'rhdh-orchestrator', 'yq-persistence'];

const RELEASE = '1.x';
const cases = readCases(RELEASE).filter(({ name }) => SAMPLE.includes(name));
const converted = convertAll(cases, RELEASE);

test('check takes all of them', () => {
  expect(cases.filter((given) => !isTaken(given, RELEASE)).map(({ name }) => name)).toEqual([]);
  expect(cases.map(({ name }) => name)).toEqual(SAMPLE);
});

/** The compiler takes its time for the library, so it is run once for all that is not a test of its own. */
test('the programs compile, those for the styles of public repositories and the code of the page among them', () => {
  const styles = STYLES.map((style): [string, string] => [style, readdirSync(join(STYLES_FOLDER, style)).sort()
    .map((file) => readFileSync(join(STYLES_FOLDER, style, file), 'utf8')).join('\n---\n')]);
  const modules = styles.flatMap(([style, text]) => convertText(text).files.filter(([path]) => path.endsWith('.ts'))
    .map(([path, content]) => [`${style}/${path}`, String(content)] as const));
  const page = [...textOf('docs/bring-what-you-have.md').matchAll(/^```ts\n([^]*?)^```$/gm)].map(([, code], i) => [`page/${i}.ts`, code] as const);
  expect([modules.length > 20, page.length > 0]).toEqual([true, true]);
  expect(compiled(converted, [...modules, ...page])).toEqual([]);
});

test.each(converted.map((one) => [one.name, one] as const))('%s: the program says the same, and in properties', (_name, one) => {
  const { source, program } = renderings(one, RELEASE);
  expect(program).toEqual(source);
  expect(escapes(one)).toEqual([]);
});
