import { relative, resolve, sep } from 'node:path';
import { repositoryRoot } from '../../configuration/find-configuration';

/** How hosts of repositories call a file: from the root of the repository, with slashes. What is outside of it keeps its name. */
export function repositoryPath(file: string, folder = process.cwd()): string {
  const path = relative(repositoryRoot(folder) ?? folder, resolve(folder, file));
  return file === '-' || path.startsWith('..') ? file : path.split(sep).join('/');
}
