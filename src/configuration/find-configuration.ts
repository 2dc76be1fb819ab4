import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { Configuration, NO_CONFIGURATION, parseConfiguration } from './configuration';
import { inFile, LocatedFinding } from '../findings/place';
import { foundAt } from '../rules/found';

export const CONFIGURATION_FILE = '.sonataflowrc';

/** The folder of the repository in which a folder is; none outside of repositories. */
export function repositoryRoot(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** The nearest configuration, from a folder up to the root of its repository; outside of repositories only that of the folder. */
export function findConfiguration(folder: string): string | undefined {
  const last = repositoryRoot(folder) ?? resolve(folder);
  for (let at = resolve(folder); ; at = dirname(at)) {
    const file = join(at, CONFIGURATION_FILE);
    if (existsSync(file)) return file;
    if (at === last) return undefined;
  }
}

/** What a configuration says, and what is wrong with it. It is called as it is seen from a folder. */
export function readConfiguration(file: string, folder: string): { configuration: Configuration; findings: LocatedFinding[] } {
  const shown = relative(folder, resolve(folder, file)) || file;
  try {
    return parseConfiguration(readFileSync(resolve(folder, file)), shown);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { configuration: NO_CONFIGURATION, findings: [unreadable(shown, code)] };
  }
}

/** The configuration that counts in a folder, and what is wrong with it. */
export function configurationIn(folder: string): { configuration: Configuration; findings: LocatedFinding[] } {
  const file = findConfiguration(folder);
  return file === undefined ? { configuration: NO_CONFIGURATION, findings: [] } : readConfiguration(file, folder);
}

/** The file with what is in the cluster, as it is seen from a folder: the configuration names it from its own. */
export function clusterFactsPath({ clusterFactsFile, file }: Configuration, folder: string): string | undefined {
  if (clusterFactsFile === undefined || file === undefined) return clusterFactsFile;
  return relative(folder, resolve(folder, dirname(file), clusterFactsFile)) || clusterFactsFile;
}

function unreadable(file: string, code: string): LocatedFinding {
  return foundAt('SF-CONFIGURATION', inFile(file), {
    given: code === 'ENOENT' ? 'a path that does not exist' : `a file that cannot be read (${code})`,
    allowed: 'a file with a configuration in YAML',
    fix: 'check the path',
  });
}
