import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { COMMANDS as TABLE } from '../../src/cli/commands';
import { run, Run } from '../cli/run';

/** All ways to have something said about a file. */
export const COMMANDS: readonly string[][] = [
  ['check'],
  ['check', '--format', 'json', '--operator', '1.x'],
  ['render'],
  ['render', '--no-corrections'],
  ['explain', '--workflow', 'greet', '--format', 'json'],
  ['explain', '--workflow', 'greet'],
  ['diff', '--to', '1.x', '--format', 'markdown'],
  ['upgrade-plan', '--from', 'osl-1.36', '--to', 'osl-1.38'],
  ['images'],
];

/** How each command that reads files is called, but for its format. */
const CALLS: Readonly<Record<string, readonly string[][]>> = {
  'check': [[]],
  'render': [[], ['--no-corrections']],
  'explain': [['--workflow', 'greet'], ['--service', 'jobs-service', '--operator', '1.x']],
  'convert': ['typescript', 'python'].map((language) => ['--dry-run', '--output', 'new', '--language', language]),
  'diff': [['--to', '1.x'], ['--to', '1.x', '--corrections']],
  'upgrade-plan': [['--from', 'osl-1.36', '--to', 'osl-1.38']],
  'images': [[]],
  'graph': [[], ['--workflow', 'greet']],
};

/** Each command that reads files, in each of its formats. */
export function everyWay(): string[][] {
  return TABLE.filter(({ usage }) => usage.includes('<file...>')).flatMap(({ name, define }) => {
    const command = new Command(name);
    define(command, { out: () => undefined, err: () => undefined, coloured: { out: false, err: false } }, () => undefined);
    const formats = command.options.find(({ long }) => long === '--format')?.argChoices?.map((format) => ['--format', format]) ?? [[]];
    return formats.flatMap((format) => CALLS[name]!.map((call) => [name, ...call, ...format]));
  });
}

/** How a command may end that is called rightly: some have a status of their own for trouble with the input. */
export function statuses([command = '']: readonly string[]): readonly number[] {
  return ['diff', 'upgrade-plan'].includes(command) ? [0, 1, 2] : [0, 1];
}

/**
 * The messages of a command: what it writes beside what it was asked to write; of a graph also that, in which no value has a place but on its
 * page.
 */
export function messages(command: readonly string[], { out, err }: Run): string {
  return command[0] === 'check' || (command[0] === 'graph' && !isPage(command)) ? out + err : err;
}

/** Whether it writes the page that shows values of properties and variables. */
export function isPage(command: readonly string[]): boolean {
  return command.includes('html');
}

/** Runs all commands on a text. */
export function runAll(text: string, commands = COMMANDS): Array<readonly [command: readonly string[], result: Run]> {
  return commands.map((command) => [command, runOn(text, ...command)] as const);
}

/** Runs one command on a text, which is in a file for that long. */
export function runOn(text: string, ...command: string[]): Run {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  try {
    const file = join(folder, 'input.yaml');
    writeFileSync(file, text);
    return run(...command, file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
