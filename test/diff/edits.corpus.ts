import { inCluster, rebuild, unordered } from './rebuild';
import { sideOf } from './sides';
import { differenceOf } from '../../src/diff/difference';
import { landscapeOfSide, Side } from '../../src/diff/side';
import { isJsonObject, Json, JsonObject } from '../../src/json/json';
import { landscapeManifests } from '../../src/manifests/landscape-manifests';
import { writeYaml } from '../../src/yaml/writing';
import { readCases, readObjects, RELEASES } from '../conformance/cases';

const EDITS = 500;

/** The same numbers in each run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    // eslint-disable-next-line no-bitwise -- a generator of numbers works on bits
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const random = numbers(20261126);
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)];

interface Leaf { readonly path: ReadonlyArray<string | number>; readonly value: Json }

function leaves(value: Json, path: ReadonlyArray<string | number> = []): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => leaves(item, [...path, i]));
  return isJsonObject(value) ? Object.entries(value).flatMap(([field, child]) => leaves(child, [...path, field])) : [{ path, value }];
}

/** Another value of the same kind, or none. */
function edited(value: Json): Json | undefined {
  if (random() < 0.3) return undefined;
  if (typeof value === 'number') return value + 1;
  return typeof value === 'boolean' ? !value : `${value}x`;
}

function edit(object: JsonObject, path: ReadonlyArray<string | number>, value: Json | undefined): JsonObject {
  const copy = structuredClone(object);
  const holder = path.slice(0, -1).reduce<Json>((node, step) => (node as JsonObject)[step], copy) as JsonObject;
  const last = path[path.length - 1];
  if (value !== undefined) holder[last] = value;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  return copy;
}

const known = new Map<string, Side>();

const isEdited = ({ path: [field, below] }: Leaf) => field === 'spec' || field === 'data' || (field === 'metadata' && ['labels', 'annotations', 'name'].includes(String(below)));
const cases = RELEASES.flatMap((release) => readCases(release).filter(({ outcome }) => outcome === 'ok').map((given) => ({ release, given })));

test(`${EDITS} single edits of what people write: each is seen, and none is made up`, () => {
  const seen = { same: 0, different: 0, withReason: 0, changes: 0 };
  for (let done = 0; done < EDITS;) {
    const { release, given } = pick(cases);
    const facts = { openshift: given.flags.includes('--openshift'), knative: !given.flags.includes('--no-knative') };
    const objects = readObjects(given.input) as JsonObject[];
    const place = Math.floor(random() * objects.length);
    // A Secret of another name leaves the one that was there to others.
    const places = leaves(objects[place]).filter((leaf) => isEdited(leaf) && !(objects[place].kind === 'Secret' && leaf.path.at(-1) === 'name'));
    if (places.length === 0) continue;
    const { path, value } = pick(places);
    const after = objects.map((object, i) => i === place ? edit(object, path, edited(value)) : object);
    const side = (all: readonly JsonObject[]) => sideOf(all.map(writeYaml).join('---\n'), release, facts);
    const key = `${release} ${given.name}`;
    const left = known.get(key) ?? side(objects);
    known.set(key, left);
    const right = side(after);
    if (right.resources.length < left.resources.length) continue;
    const [ofLeft, ofRight] = [left, right].map((one) => [...landscapeManifests(landscapeOfSide(one))] as JsonObject[]);
    const [before, made] = [inCluster(left.objects, ofLeft, ofRight), inCluster(right.objects, ofRight, ofLeft)];
    const difference = differenceOf(left, right);
    const where = `${given.name} ${release} ${objects[place].kind as string} ${path.join('.')}`;
    expect([where, unordered(rebuild(before, difference))]).toEqual([where, unordered(made)]);
    const isSame = JSON.stringify(unordered(before)) === JSON.stringify(unordered(made));
    // What only the order tells is seen as well.
    if (!isSame) expect([where, difference.objects.length]).not.toEqual([where, 0]);
    if (JSON.stringify(before) === JSON.stringify(made)) expect([where, difference.objects]).toEqual([where, []]);
    seen[isSame ? 'same' : 'different']++;
    for (const { changes } of difference.objects) {
      seen.changes += changes.length;
      seen.withReason += changes.filter(({ reasons }) => reasons.length > 0).length;
    }
    done++;
  }
  expect(seen.different).toBeGreaterThan(EDITS / 3);
  expect(seen.withReason).toBe(seen.changes);
});
