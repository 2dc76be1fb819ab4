import { BESIDE, BESIDE_STEPS, SAMPLE_VOLUMES } from './samples';
import { isJsonObject, JsonObject } from '../../src/json/json';
import { PROBE_HANDLERS } from '../../src/pod-rules/probes';

/** Where the containers are that a pattern with `*` is about. */
export type ContainerPlace = 'containers[]' | 'initContainers[]';

/** The part of a pod that has a value at a pattern, and beside it what is needed there. */
export function fragment(pattern: string, value: unknown, place: ContainerPlace = 'containers[]'): JsonObject {
  return put(pattern.replace(/^\*/, place).split(/\.|(?=\[\])/).filter(Boolean), value, '', pattern.startsWith('*') ? place : undefined) as JsonObject;
}

/** A whole pod of it. */
export function samplePod(pattern: string, value: unknown, place?: ContainerPlace): JsonObject {
  const { volumes, ...part } = fragment(pattern, value, place);
  return JSON.parse(JSON.stringify({ containers: [{ name: 'main', image: 'greet:1' }], ...part, volumes: volumes ?? SAMPLE_VOLUMES })) as JsonObject;
}

function put(steps: readonly string[], value: unknown, path: string, place: ContainerPlace | undefined): unknown {
  const [step, ...rest] = steps;
  if (step === '[]') return [put(rest, value, `${path}[]`, place)];
  const beside = besideOf(path, steps, place);
  if (step === undefined) return isJsonObject(value as JsonObject) ? { ...beside, ...value as object } : value;
  return { ...beside, [step]: put(rest, value, path ? `${path}.${step}` : step, place) };
}

/** Where a path goes on with one of several, nothing but that one is needed. */
const EITHER: ReadonlyArray<readonly [end: RegExp, next: RegExp, beside: object]> = [
  [/Probe$/, new RegExp(`^(${PROBE_HANDLERS.join('|')})$`), {}],
  [/envFrom\[\]$/, /Ref$/, {}],
  [/downwardAPI\.items\[\]$/, /Ref$/, { path: 'a' }],
];

function besideOf(path: string, [next]: readonly string[], place: ContainerPlace | undefined): object {
  const isContainer = path === place;
  // What is a value says all of itself.
  if (next === undefined) return isContainer ? BESIDE[place] : {};
  const [, , alone] = EITHER.find(([end, step]) => end.test(path) && step.test(next)) ?? [];
  if (alone) return alone;
  const [, byEnd] = BESIDE_STEPS.filter(([end]) => end.test(path)).at(-1) ?? [];
  const isSidecar = place === 'initContainers[]' && isContainer && /Probe$|^lifecycle$/.test(next);
  return { ...BESIDE[isContainer || place === undefined ? path : path.replace(place, '*')], ...byEnd, ...isSidecar && { restartPolicy: 'Always' } };
}
