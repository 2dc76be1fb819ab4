import { KNATIVE_SAMPLES } from './knative-samples';
import { samplePod } from './sample-pod';
import { fieldName } from '../../src/json/field-path';
import { JsonObject } from '../../src/json/json';
import { asList, asText } from '../../src/json/lenient';
import { podProblems, ruleTree } from '../../src/pod-rules/judge';
import { KNATIVE_FEATURES, knativeRules, problemsOfKnativePod } from '../../src/pod-rules/knative';
import { Problem } from '../../src/pod-rules/rule';

/** Each volume is mounted, as it has to be; a sample of the whole pod says itself what there is. */
function mounted(field: string, pod: JsonObject): JsonObject {
  const [first, ...others] = asList(pod.containers) as JsonObject[];
  if (field === '') return { ...pod, volumes: first.volumeMounts === undefined ? [] : pod.volumes };
  const volumes = field.startsWith('volumes') ? (asList(pod.volumes) as JsonObject[]).map((volume): JsonObject => (
    field === 'volumes[].name' ? { ...volume, emptyDir: {} } : volume
  ))
    : asList(pod.volumes).slice(0, 1) as JsonObject[];
  const names = [...new Set(volumes.map((volume) => asText(volume.name)))];
  const volumeMounts = first.volumeMounts ?? names.map((name, i) => ({ name, mountPath: `/m${i}` }));
  return { ...pod, volumes, containers: [{ ...first, volumeMounts }, ...others] };
}

const describeProblems = (problems: readonly Problem[]) => problems.map(({ path, given }) => `${fieldName(path)}: ${given}`);
const FEATURES = Object.values(KNATIVE_FEATURES);
const OTHER_RULES = knativeRules(FEATURES);

test('each rule refuses a sample of its field', () => {
  const idle = OTHER_RULES.filter((rule) => !(KNATIVE_SAMPLES[rule.field] ?? []).some(([refused]) => (
    podProblems(ruleTree([rule]), mounted(rule.field, samplePod(rule.field, refused)), 0).length > 0
  )));
  expect(idle.map(({ field, allowed }) => `${field}: ${allowed}`)).toEqual([]);
});

test.each(Object.entries(KNATIVE_SAMPLES))('%s', (field, samples) => {
  for (const [refused, accepted] of samples) {
    const about = JSON.stringify([refused, accepted]).slice(0, 200);
    const told = (value: unknown) => describeProblems(problemsOfKnativePod(mounted(field, samplePod(field, value)), FEATURES));
    expect([about, told(accepted)]).toEqual([about, []]);
    expect([about, told(refused)]).toEqual([about, [expect.any(String)]]);
  }
});

/** What a field of a feature has to be, if not a text. */
const OF_FEATURES: ReadonlyArray<readonly [end: RegExp, value: unknown]> = [
  [/^(tolerations|initContainers|topologySpreadConstraints|hostAliases)$/, []], [/^(affinity|dnsConfig|securityContext|nodeSelector)$/, {}],
  [/fieldRef$/, { fieldPath: 'metadata.name' }], [/resourceFieldRef$/, { resource: 'limits.cpu' }], [/Claim$/, { claimName: 'a' }], [/add$/, ['NET_ADMIN']],
];

test.each(Object.entries(KNATIVE_FEATURES))('%s goes with %s alone', (field, feature) => {
  const [, value = 'a'] = OF_FEATURES.find(([end]) => end.test(field)) ?? [];
  const pod = mounted(field, samplePod(field, value));
  expect(describeProblems(problemsOfKnativePod(pod))).toEqual([expect.stringContaining(`: ${field.slice(field.lastIndexOf('.') + 1)}`)]);
  expect(problemsOfKnativePod(pod, [feature])).toEqual([]);
});
