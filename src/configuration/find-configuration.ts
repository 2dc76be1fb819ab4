import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Configuration, NO_CONFIGURATION, parseConfiguration } from './configuration';
import { inFile, LocatedFinding } from '../findings/place';
import { foundAt } from '../rules/found';
import { tooLarge } from '../yaml/decoding';
import { readLimited, readRegular } from '../yaml/limited-read';

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

interface ReadConfiguration {
  readonly configuration: Configuration;
  readonly findings: LocatedFinding[];
}

/** What a configuration says that somebody named, and what is wrong with it. It is called as it is seen from a folder. */
export function readConfiguration(file: string, folder: string): ReadConfiguration {
  return readWith((path) => readLimited(path) ?? 'too large', file, folder);
}

function readWith(read: typeof readRegular, file: string, folder: string): ReadConfiguration {
  const shown = relative(folder, resolve(folder, file)) || file;
  const unread = (given: string) => ({ configuration: NO_CONFIGURATION, findings: [unreadable(shown, given)] });
  try {
    const content = read(resolve(folder, file));
    if (content === 'irregular') return unread('a directory, a pipe or a device in place of a file');
    return content === 'too large' ? { configuration: NO_CONFIGURATION, findings: [tooLarge(shown)] } : parseConfiguration(content, shown);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return unread(code === 'ENOENT' ? 'a path that does not exist' : `a file that cannot be read (${code})`);
  }
}

/** The configuration that counts in a folder, and what is wrong with it. */
export function configurationIn(folder: string): ReadConfiguration {
  const file = findConfiguration(folder);
  return file === undefined ? { configuration: NO_CONFIGURATION, findings: [] } : readWith(readRegular, file, folder);
}

/** The file with what is in the cluster, as it is seen from a folder: the configuration names it from its own. */
export function clusterFactsPath({ clusterFactsFile, file }: Configuration, folder: string): string | undefined {
  if (clusterFactsFile === undefined || file === undefined) return clusterFactsFile;
  const path = relative(folder, resolve(folder, dirname(file), clusterFactsFile)) || clusterFactsFile;
  // Standard input is for the command line.
  return path === '-' ? `.${sep}-` : path;
}

function unreadable(file: string, given: string): LocatedFinding {
  return foundAt('SF-CONFIGURATION', inFile(file), {
    given,
    allowed: 'a file with a configuration in YAML',
    fix: 'check the path',
  });
}
