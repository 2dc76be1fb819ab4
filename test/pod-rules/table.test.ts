import { ContainerPlace, samplePod } from './sample-pod';
import { POD_SAMPLES } from './samples';
import { fieldName } from '../../src/json/field-path';
import { places, podProblems, ruleTree } from '../../src/pod-rules/judge';
import { PodRule } from '../../src/pod-rules/rule';
import { POD_RULES, problemsOfPod } from '../../src/pod-rules/table';

const MINOR = 30;
const RULES: readonly PodRule[] = Object.values(POD_RULES).flat();

/** The samples of the field of a rule; a rule about the containers of one list may share those of all. */
function samplesOf({ field }: PodRule) {
  return POD_SAMPLES[field] ?? POD_SAMPLES[field.replace(/^(containers|initContainers)\[\]/, '*')] ?? [];
}

const placesOf = (field: string) => places(field).map((place) => (place.startsWith('initContainers[]') ? 'initContainers[]' : 'containers[]') as ContainerPlace);
const describe = (problems: ReturnType<typeof problemsOfPod>) => problems.map(({ kind, path, given }) => `${kind} ${fieldName(path)}: ${given}`);

test('each rule refuses a sample of its field', () => {
  const idle = RULES.filter((rule) => !samplesOf(rule).some(([refused]) => (
    podProblems(ruleTree([rule]), samplePod(rule.field, refused), MINOR).length > 0
  )));
  expect(idle.map(({ field, allowed }) => `${field}: ${allowed}`)).toEqual([]);
});

test('each sample is of a rule', () => {
  const fields = new Set(RULES.flatMap(({ field }) => [field, field.replace(/^(containers|initContainers)\[\]/, '*')]));
  expect(Object.keys(POD_SAMPLES).filter((field) => !fields.has(field))).toEqual([]);
});

const SAMPLES = Object.entries(POD_SAMPLES).flatMap(([field, samples]) => placesOf(field).map((place) => [field, place, samples] as const))
  .filter(([field, place]) => field.startsWith('*') || place === 'containers[]' || field.startsWith('initContainers'));

test.each(SAMPLES)('%s, in %s', (field, place, samples) => {
  for (const [refused, accepted] of samples) {
    const about = JSON.stringify([refused, accepted])?.slice(0, 200);
    expect([about, describe(problemsOfPod(samplePod(field, accepted, place), MINOR))]).toEqual([about, []]);
    expect([about, describe(problemsOfPod(samplePod(field, refused, place), MINOR))]).toEqual([about, [expect.any(String)]]);
  }
});
