import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratch } from './measure';

/** Whose the time of the program is, the largest part first: a package, a layer of the library, or Node.js. */
export type Shares = ReadonlyArray<readonly [who: string, share: number]>;

interface CpuProfile {
  readonly nodes: ReadonlyArray<{ readonly id: number; readonly callFrame: CallFrame; readonly children?: readonly number[] }>;
  readonly samples: readonly number[];
  /** In microseconds. */
  readonly timeDeltas: readonly number[];
}

interface CallFrame {
  readonly functionName: string;
  /** Empty for what is in V8 itself. */
  readonly url: string;
}

/** How the layers of the library are called. */
export const OURS = 'our ';

/** Runs a program of Node.js once with a profile of its main thread. */
export function sharesOf([program = '', ...args]: readonly string[], name: string): Shares {
  const folder = scratch(name.replace(/\W+/g, '-'));
  mkdirSync(folder);
  const { status } = spawnSync(program, ['--cpu-prof', '--cpu-prof-interval', '500', '--cpu-prof-dir', folder, ...args], { stdio: 'ignore' });
  const [file] = readdirSync(folder);
  if (status !== 0 || file === undefined) throw new Error(`no profile of ${name}`);
  return sharesIn(JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile);
}

function sharesIn({ nodes, samples, timeDeltas }: CpuProfile): Shares {
  const owners = ownersOf(nodes);
  const times = new Map<string, number>();
  samples.forEach((id, i) => {
    const who = owners.get(id);
    if (who !== undefined) times.set(who, (times.get(who) ?? 0) + (timeDeltas[i] ?? 0));
  });
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times].map(([who, time]) => [who, time / all] as const).sort(([, a], [, b]) => b - a);
}

/** What V8 does by itself is done for whoever called it. */
function ownersOf(nodes: CpuProfile['nodes']): ReadonlyMap<number, string | undefined> {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const owners = new Map<number, string | undefined>();
  // Parents come before their children.
  for (const { id, callFrame } of nodes) owners.set(id, ownerOf(callFrame) ?? owners.get(parents.get(id) ?? 0));
  for (const { id, callFrame: { functionName } } of nodes) if (functionName === '(idle)') owners.delete(id);
  return owners;
}

function ownerOf({ functionName, url }: CallFrame): string | undefined {
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (url === '') return functionName.startsWith('(') ? 'Node.js' : undefined;
  if (url.startsWith('node:internal/modules/')) return 'Node.js, which loads the code';
  if (url.startsWith('node:')) return 'Node.js';
  const [, packageName] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  if (packageName !== undefined) return packageName;
  if (url.includes('/imports/schemas/')) return `${OURS}schemas of the CRDs`;
  const [, layer] = /\/src\/([^/]+)\//.exec(url) ?? [];
  return layer === undefined ? 'Node.js' : `${OURS}${layer}`;
}
