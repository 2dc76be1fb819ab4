import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { POD_CASES, PodCase } from './cases';
import { renderingFindings } from '../../../src/checks/run';
import { checkFiles } from '../../../src/cli/check/check-files';
import { readInput } from '../../../src/cli/input/read-input';
import { Severity } from '../../../src/findings/finding';
import { LocatedFinding } from '../../../src/findings/place';
import { fieldName } from '../../../src/json/field-path';
import { JsonObject } from '../../../src/json/json';
import { asObject } from '../../../src/json/lenient';
import { landscapeManifests } from '../../../src/manifests/landscape-manifests';
import { Manifest } from '../../../src/manifests/parts/manifest';
import { problemsOfKnativePod } from '../../../src/pod-rules/knative';
import { unknownToKnative } from '../../../src/pod-rules/knative-schema';
import { problemsOfPod } from '../../../src/pod-rules/table';
import { OPERATOR_RELEASES, OperatorRelease } from '../../../src/values/operator/operator-releases';

/** Run with UPDATE_FINDINGS=1 to write the table anew; then read what has changed. */
const UPDATE = process.env.UPDATE_FINDINGS === '1';
const TABLE = join(__dirname, 'errors.txt');

function errorsOf({ input }: PodCase, release: OperatorRelease): LocatedFinding[] {
  return checkFiles([input], { operator: OPERATOR_RELEASES[release], facts: {} }).findings.filter(({ severity }) => severity === Severity.ERROR);
}

const told = POD_CASES.flatMap((podCase) => podCase.releases.map((release) => ({ ...podCase, release, errors: errorsOf(podCase, release) })));
const line = ({ name, release, errors }: Pick<typeof told[number], 'name' | 'release' | 'errors'>) => `${name} (${release}): ${errors.map(({ rule, field }) => `${rule} ${field}`).join(', ')}`;

test('each refused case has the errors of the table', () => {
  const lines = told.filter(({ refused }) => refused).map(line);
  if (UPDATE) writeFileSync(TABLE, `${lines.join('\n')}\n`);
  expect(lines).toEqual(readFileSync(TABLE, 'utf8').trim().split('\n'));
});

test('each refused case has an error', () => {
  expect(told.filter(({ refused, errors }) => refused && errors.length === 0).map(line)).toEqual([]);
});

test('no accepted case has one', () => {
  expect(told.filter(({ refused, errors }) => !refused && errors.length > 0).map(line)).toEqual([]);
});

test('each error points to a field of the file, and says in a line what to do', () => {
  const errors = told.flatMap((one) => one.errors);
  expect(errors.filter(({ place, field }) => place?.line === undefined || field === undefined)).toEqual([]);
  expect(errors.filter(({ given, allowed, fix }) => /\n|undefined/.test(`${given}${allowed}${fix}`)).map(({ given, fix }) => `${given}: ${fix}`)).toEqual([]);
});

describe('rendered with corrections', () => {
  const renderings = told.map((one) => {
    const facts = { builtImage: 'example.org/{namespace}/{name}:built' };
    const { landscape, findings } = readInput([one.input], { operator: OPERATOR_RELEASES[one.release], facts });
    const errors = [...findings, ...renderingFindings(landscape)].filter(({ severity }) => severity === Severity.ERROR);
    const problems = errors.length > 0 ? [] : [...landscapeManifests(landscape)].flatMap(problemsOf);
    return { ...one, errors, letter: one.errors, problems };
  });

  test('each case has no error, or one of those of its custom resources', () => {
    const others = renderings.filter(({ errors }) => errors.length > 0)
      .filter(({ errors, letter }) => !errors.some(({ field }) => letter.some((other) => other.field === field)));
    expect(others.map(line)).toEqual([]);
  });

  test('what is without error holds nothing that is refused', () => {
    expect(renderings.filter(({ problems }) => problems.length > 0).map(({ name, problems }) => `${name}: ${problems.join(', ')}`)).toEqual([]);
    expect(renderings.filter(({ refused, errors }) => refused && errors.length === 0).length).toBeGreaterThan(20);
  });
});

/** What is refused of a rendered object. */
function problemsOf({ kind, spec }: Manifest): string[] {
  const pod = asObject(asObject(asObject(spec).template).spec) as JsonObject;
  if (kind === 'Deployment') return problemsOfPod(pod, 30).map(({ path }) => fieldName(path));
  const isKnative = kind === 'Service' && 'containers' in pod;
  return isKnative ? [...problemsOfKnativePod(pod).map(({ path }) => path), ...unknownToKnative(pod)].map(fieldName) : [];
}
