import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertText, programOf, synthesize, writeConversion } from './conversions';
import { factsOf } from './converted-cases';
import { dumpOf } from './dumps';
import { run } from '../cli/run';
import { readCases } from '../conformance/cases';

/** Each profile, each service, Knative, a database with its migration, a cluster platform, builds with a cache, pods that are disrupted or scaled. */
const DUMPED = [
  '051-di-mig-job-own', '073-di-js-broker-pg', '089-plat-kaniko-cache', '101-plat-flow-properties', '109-evt-wf-both', '129-evt-wf-other-ns', '153-wf-preview', '161-wf-dev-knative-model',
  '174-wf-persistence-own', '189-wf-user-props', '199-wf-disc-other-workflow', '221-wf-dev-numbers', '236-clu-basic', '289-hpa-di-active', '296-pdb-realistic',
];

const FACTS = ['--built-image', 'example.org/{namespace}/{name}:built'];
const cases = readCases('1.x');
const folder = mkdtempSync(join(tmpdir(), 'dumps-'));

test.each(DUMPED)('%s: a dump of the cluster is the same program, and `diff` says no difference', (name) => {
  const given = cases.find((one) => one.name === name)!;
  const facts = factsOf(given);
  const dump = dumpOf(given.input, '1.x', { ...facts, builtImage: FACTS[1] });
  const [conversion, plain] = [dump, given.input].map((text) => convertText(text, { operator: '1.x', facts }));
  expect(programOf(conversion)).toEqual(programOf(plain));
  const output = join(folder, name);
  mkdirSync(output);
  writeConversion(output, conversion);
  writeFileSync(join(output, 'dist.yaml'), synthesize(output, conversion));
  writeFileSync(join(output, 'dump.yaml'), dump);
  const { out, err } = run('diff', '--operator', '1.x', ...FACTS, ...given.flags, join(output, 'dump.yaml'), join(output, 'dist.yaml'));
  expect([err, out.trimEnd().split('\n').at(-1)]).toEqual(['', 'no difference']);
});
