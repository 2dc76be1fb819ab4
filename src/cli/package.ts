import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bundled, compiled and as a source this file lies in folders of different depth. */
const ROOTS = ['..', '../..', '../../..'].map((path) => join(__dirname, path));

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
