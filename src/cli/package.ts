import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Compiled, this file lies one folder deeper than its source. */
const ROOTS = [join(__dirname, '..', '..'), join(__dirname, '..', '..', '..')];

/** A file of this package, by its path in it. */
export function packageFile(path: string): string {
  const root = ROOTS.find((folder) => existsSync(join(folder, 'package.json'))) ?? __dirname;
  return join(root, path);
}

/** The version of this package. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string };
  return version;
}
