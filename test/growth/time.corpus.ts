import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INPUTS } from './inputs';
import { run } from '../cli/run';
import { cpuSeconds } from '../cpu-seconds';

/** Twice is in proportion, and four times is what is looked for; the rest is for what is sorted, and for the clearing of memory. */
const MOST = 2.6;
const LONG_ENOUGH = 0.2;
const BEST_OF = 5;
const FEWEST = 2;
/** So far below the most no further run is needed. */
const CLEAR = 2.3;
/** Beyond it what is in the processor's caches no longer suffices, and that is no growth. */
const LONGEST_TEXT = 400_000;

const folder = mkdtempSync(join(tmpdir(), 'growth-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

/** Checks a file some times. @returns the processor's seconds */
function seconds(file: string, times: number): number {
  return cpuSeconds(() => {
    for (let i = 0; i < times; i++) run('check', file);
  });
}

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** How many of them take long enough, and how often so many have to be read for it where they are too much text. */
function longEnough(write: (count: number) => string): { size: number; times: number } {
  for (let size = 250; ;) {
    const file = written('some.yaml', write(size));
    // What runs for the first time takes longer.
    const once = [1, 2].reduce((best) => best < LONG_ENOUGH ? best : Math.min(best, seconds(file, 1)), Infinity);
    if (once >= LONG_ENOUGH) return { size, times: 1 };
    const next = size * Math.max(2, Math.min(16, Math.floor(LONG_ENOUGH / once)));
    if (write(2 * next).length > LONGEST_TEXT) return { size, times: Math.ceil(LONG_ENOUGH / once) };
    size = next;
  }
}

/** How much longer twice as many take, by the best of some runs of each. */
function growthOfTime(write: (count: number) => string): number {
  const { size, times } = longEnough(write);
  const [some, twice] = [written('some.yaml', write(size)), written('twice.yaml', write(2 * size))];
  const best = [Infinity, Infinity] as [number, number];
  for (let i = 0; i < BEST_OF && (i < FEWEST || best[1] / best[0] >= CLEAR); i++) {
    best[0] = Math.min(best[0], seconds(some, times));
    best[1] = Math.min(best[1], seconds(twice, times));
  }
  return best[1] / best[0];
}

/** What is built into the engine is not counted as work, such as the search in a text or a list, nor is a little of it for each two of few. */
const IN_THE_ENGINE = /^(aliases|anchors|escapes|lines|comments|keys that|merged|empty|acknowledgements|variables of|containers that|discovered workloads behind|propert|references|\w+ of one name|.* expression|fields of data)/;

/** What else a machine does may disturb all runs of a measurement: one that says too much is done again. */
function leastGrowth(write: (count: number) => string): number {
  let least = Infinity;
  for (let attempt = 0; attempt < 3 && least >= MOST; attempt++) least = Math.min(least, growthOfTime(write));
  return least;
}

test.each(Object.entries(INPUTS).filter(([what]) => IN_THE_ENGINE.test(what)))('check: twice as many %s take about twice as long', (_what, write) => {
  expect(leastGrowth(write)).toBeLessThan(MOST);
}, 240_000);
