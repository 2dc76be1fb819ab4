import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { textOf } from '../docs/repository';

/** A repository that uses the packed library, as its users' do: a copy of examples/infra-repo. */

const ROOT = join(__dirname, '..', '..');

/** What the docs say of the plugin of cdk8s-cli, for a cdk8s.yaml. */
export const [, VALIDATIONS] = /```yaml\n(validations:\n[\s\S]*?)```/.exec(textOf('docs/findings.md'))!;

export const MINUTES = 60_000;

export interface Ended {
  readonly status: number | null;
  /** What it wrote to both stdout and stderr. */
  readonly output: string;
}

/** Runs a command to its end, whatever that is, as at somebody's desk: where CI is set, jest writes no snapshot. */
export function attempt(cwd: string, command: string, ...args: string[]): Ended {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', SONATAFLOW_QUIET: '', CI: 'false', JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' },
  });
  if (error) throw error;
  return { status, output: stdout + stderr };
}

/** Runs a command that has to succeed. */
export function run(cwd: string, command: string, ...args: string[]): string {
  const { status, output } = attempt(cwd, command, ...args);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: status ${status}\n${output}`);
  return output;
}

/** Packs the library as it was compiled, into a folder; returns the file. */
export function packLibrary(folder: string): string {
  run(ROOT, 'npm', 'pack', '--silent', '--pack-destination', folder);
  return join(folder, 'cdk8s-sonataflow-0.0.0.tgz');
}

/** Installs the packed library in a repository of its own, in a temporary folder that is the caller's to remove. */
export function installInfraRepository(): { readonly work: string; readonly repository: string } {
  const work = mkdtempSync(join(tmpdir(), 'infra-repo-'));
  const repository = join(work, 'infra-repo');
  const library = packLibrary(work);
  cpSync(join(ROOT, 'examples', 'infra-repo'), repository, {
    recursive: true, filter: (path) => !['node_modules', 'dist'].includes(basename(path)),
  });
  run(repository, 'npm', 'install', '--silent', '--prefer-offline', '--no-audit', '--no-fund', library);
  return { work, repository };
}
