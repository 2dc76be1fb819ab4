import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INPUTS } from './inputs';
import { run } from '../cli/run';
import { cpuSeconds } from '../cpu-seconds';

/** Four times is in proportion, and sixteen times is what is looked for: no other load of a machine makes the one of the other. */
const MOST = 8;
const LONG_ENOUGH = 0.06;
/** Beyond it a file is so long that it is read more slowly, and that is no growth. */
const LARGE = 100_000;

const folder = mkdtempSync(join(tmpdir(), 'growth-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

function seconds(write: (count: number) => string, size: number, runs: number): number {
  const file = join(folder, 'input.yaml');
  writeFileSync(file, write(size));
  return Math.min(...Array.from({ length: runs }, () => cpuSeconds(() => { run('check', file); })));
}

/** What is built into the engine, such as the search in a text, is not counted as work: it takes time where texts are long and names are many. */
const IN_THE_ENGINE = /^(aliases|anchors|escapes|lines|comments|keys that|merged|empty|items|acknowledgements|variables of|propert|references|\w+ of one name|.* expression|fields of data)/;

test.each(Object.entries(INPUTS).filter(([what]) => IN_THE_ENGINE.test(what)))('check: four times as many %s take about four times as long', (_what, write) => {
  let size = 50;
  while (size < LARGE && seconds(write, size, 2) < LONG_ENOUGH) size *= 2;
  expect(seconds(write, 4 * size, 3)).toBeLessThan(MOST * Math.max(LONG_ENOUGH, seconds(write, size, 3)));
}, 120_000);
