import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** Other ways to write what these say, and to show what is wired. */
export const FORMATS: readonly string[][] = [
  ...['sarif', 'github', 'markdown'].map((format) => ['check', '--format', format]),
  ...['json', 'mermaid'].map((format) => ['graph', '--format', format]),
  ['convert', '--dry-run', '--output', 'new'],
  ['upgrade-plan', '--from', '10.0.0', '--to', '10.1.0', '--format', 'json'],
];

/** Shows the values of properties and variables, which it is asked for, but not who logs in by them. */
export const PAGE = ['graph', '--format', 'html'];

/** How a command may end that is called rightly: some have a status of their own for trouble with the input. */
export function statuses([command = '']: readonly string[]): readonly number[] {
  return ['diff', 'upgrade-plan'].includes(command) ? [0, 1, 2] : [0, 1];
}

/** The messages of a command: what it writes beside what it was asked to write; of a graph also that, in which no value has a place. */
export function messages(command: readonly string[], { out, err }: Run): string {
  return ['check', 'graph'].includes(command[0] ?? '') ? out + err : err;
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
