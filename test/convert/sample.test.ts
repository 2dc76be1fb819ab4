import { compiled, convertAll, escapes, isTaken, renderings } from './converted-cases';
import { readCases } from '../conformance/cases';

/** Of each kind of thing one case; all of them are in cases.corpus.ts. */
const SAMPLE = [
  '042-di-platform-pg-full', '051-di-mig-job-own', '072-di-js-broker', '110-evt-wf-consumed', '150-wf-gitops', '163-wf-dev-resources',
  '180-wf-timeout-callback', '214-wf-many', '253-clu-third-namespace', '260-pdb-wf-min-3',
];

const RELEASE = '1.x';
const cases = readCases(RELEASE).filter(({ name }) => SAMPLE.includes(name));
const converted = convertAll(cases, RELEASE);

test('check takes all of them', () => {
  expect(cases.filter((given) => !isTaken(given, RELEASE)).map(({ name }) => name)).toEqual([]);
  expect(cases.map(({ name }) => name)).toEqual(SAMPLE);
});

test('the programs compile', () => expect(compiled(converted)).toEqual([]));

test.each(converted.map((one) => [one.name, one] as const))('%s: the program says the same, and in properties', (_name, one) => {
  const { source, program } = renderings(one, RELEASE);
  expect(program).toEqual(source);
  expect(escapes(one)).toEqual([]);
});
