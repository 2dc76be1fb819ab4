import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';

const isTypeScript = (path: string) => path.endsWith('.ts');

/** In one line why files cannot be formatted, if there are any to format. */
export function formatterProblem(paths: readonly string[]): string | undefined {
  if (!paths.some(isTypeScript) || prettier() !== undefined) return undefined;
  return 'error: prettier formats the code, and is not installed; run npm install --save-dev prettier';
}

/** Formats the TypeScript in a directory, as the package.json in it says. */
export function format(directory: string, paths: readonly string[]): void {
  const program = prettier();
  const modules = paths.filter(isTypeScript);
  if (modules.length === 0 || program === undefined) return;
  const { status, stderr } = spawnSync(process.execPath, [program, '--log-level', 'warn', '--write', ...modules], { cwd: directory, encoding: 'utf8' });
  if (status !== 0) throw new Error(`prettier: ${stderr}`);
}

/**
 * The formatter of whoever calls, else the one beside this library. It is no dependency: jsii takes none that it cannot bundle.
 *
 * @see docs/decisions/formatter.md
 */
function prettier(): string | undefined {
  try {
    return join(dirname(require.resolve('prettier/package.json', { paths: [process.cwd(), __dirname] })), 'bin', 'prettier.cjs');
  } catch {
    return undefined;
  }
}
