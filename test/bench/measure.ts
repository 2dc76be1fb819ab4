import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Of several runs. */
export interface Figures {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** What a command costs. */
export interface Cost {
  /** Seconds of the processor, of all its threads. */
  readonly cpu: Figures;
  /** Seconds on the clock. */
  readonly wall: Figures;
  /** The most memory of any run, in bytes; only of what runs in Node.js. */
  readonly memory?: number;
  /** The part of the time of the processor that V8 took in threads of its own, at most 1; only of what runs in Node.js. */
  readonly beside?: number;
}

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
process.on('exit', () => { rmSync(folder, { recursive: true }); });
const USAGE = join(__dirname, 'usage.cjs');

/** A file of the run, which goes with it. */
export function scratch(name: string): string {
  return join(folder, name);
}

export function written(name: string, text: string): string {
  writeFileSync(scratch(name), text);
  return scratch(name);
}

/** Runs each command in turn, as often as is said, so that all have the same noise. */
export function costsOf(commands: ReadonlyMap<string, readonly string[]>, runs: number): Map<string, Cost> {
  const measured = new Map([...commands.keys()].map((name) => [name, [] as Run[]]));
  for (let i = 0; i < runs; i++) {
    for (const [name, command] of commands) measured.get(name)?.push(runOnce(command));
  }
  return new Map([...measured].map(([name, all]) => [name, {
    cpu: figures(all.map(({ cpu }) => cpu)),
    wall: figures(all.map(({ wall }) => wall)),
    ...all.every(({ usage }) => usage !== undefined) && {
      memory: Math.max(...all.map(({ usage }) => usage?.memory ?? 0)),
      beside: figures(all.map(({ usage }) => usage?.beside ?? 0)).median,
    },
  }]));
}

interface Run {
  readonly cpu: number;
  readonly wall: number;
  /** As `usage.cjs` writes it. */
  readonly usage?: { readonly memory: number; readonly beside: number };
}

function runOnce(command: readonly string[]): Run {
  const usage = written('usage', '');
  const [program = '', ...args] = command;
  const isNode = program === process.execPath;
  const timed = ['-c', 'TIMEFORMAT="%U %S %R"; time "$@" >/dev/null 2>/dev/null', 'bash', program, ...isNode ? ['--require', USAGE] : [], ...args];
  const { stderr, status } = spawnSync('bash', timed, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', BENCH_USAGE: usage } });
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}`);
  const [user = 0, system = 0, wall = 0] = stderr.trim().split(' ').map(Number);
  const told = readFileSync(usage, 'utf8');
  return { cpu: user + system, wall, ...isNode && told !== '' && { usage: JSON.parse(told) as Run['usage'] } };
}

function figures(values: readonly number[]): Figures {
  const sorted = [...values].sort((a, b) => a - b);
  return { min: sorted[0] ?? 0, median: sorted[Math.floor(sorted.length / 2)] ?? 0, max: sorted.at(-1) ?? 0 };
}

export function isOnPath(program: string): boolean {
  return spawnSync('bash', ['-c', 'command -v "$1"', 'bash', program]).status === 0;
}
