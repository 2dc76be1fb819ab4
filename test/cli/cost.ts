import { readFileSync } from 'node:fs';
import { run } from './run';
import { cpuSeconds } from '../cpu-seconds';

export interface Cost {
  readonly cpuSeconds: number;
  /** The most that the process has taken since its start. */
  readonly megabytes: number;
}

const megabytes = () => process.resourceUsage().maxRSS / 1024;

/** Runs command lines, given as JSON on stdin, one after the other, and writes what each one cost as JSON on stdout. */
const commands = JSON.parse(readFileSync(0, 'utf8')) as string[][];
const before = megabytes();
process.stdout.write(JSON.stringify(commands.map((args): Cost => ({ cpuSeconds: cpuSeconds(() => run(...args)), megabytes: megabytes() - before }))));
