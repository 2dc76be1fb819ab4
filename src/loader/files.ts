import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inFile, LocatedFinding } from '../findings/place';
import { list } from '../findings/words';
import { foundAt } from '../rules/found';
import { tooLarge } from '../yaml/decoding';
import { readLimited } from '../yaml/limited-read';

/** What a file says, by the name under which it was asked for. */
export interface Source {
  readonly file: string;
  readonly text: string | Buffer;
}

/** What kubectl reads of a directory, without the directories in it. */
const EXTENSIONS = ['.json', '.yaml', '.yml'];
const STANDARD_INPUT = '-';
const STANDARD_INPUT_DESCRIPTOR = 0;

/**
 * Reads files, the YAML and JSON of directories, and standard input (`-`), in the order given and each once;
 * the files of a directory in the order of their names.
 */
export function readSources(paths: readonly string[]): { sources: Source[]; findings: LocatedFinding[] } {
  const sources: Source[] = [];
  const findings: LocatedFinding[] = [];
  const seen = new Set<string>();
  for (const file of paths.flatMap((path) => filesOf(path, findings))) {
    const identity = file === STANDARD_INPUT ? file : resolve(file);
    if (seen.has(identity)) continue;
    seen.add(identity);
    const text = attempt(file, findings, () => readFile(file));
    if (Buffer.isBuffer(text)) sources.push({ file, text });
    else if (text) findings.push(text);
  }
  return { sources, findings };
}

function filesOf(path: string, findings: LocatedFinding[]): string[] {
  if (path === STANDARD_INPUT) return [path];
  return attempt(path, findings, () => {
    if (!statSync(path).isDirectory()) return [path];
    const files = readdirSync(path, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && EXTENSIONS.some((extension) => entry.name.endsWith(extension)))
      .map((entry) => join(path, entry.name))
      .sort();
    const irregular = files.filter((file) => attempt(file, [], () => isIrregular(file)));
    for (const file of irregular) findings.push(fileProblem(file, 'a pipe, a socket or a device in a directory', 'regular files; a pipe can be named by itself'));
    if (files.length === 0) findings.push(fileProblem(path, 'a directory without YAML or JSON', `files that end in ${list(EXTENSIONS)}, not those of directories in it`));
    return files.filter((file) => !irregular.includes(file));
  }) ?? [];
}

function readFile(file: string): Buffer | LocatedFinding {
  return readLimited(file === STANDARD_INPUT ? STANDARD_INPUT_DESCRIPTOR : file) ?? tooLarge(file);
}

/** A pipe in a directory would be waited for, and a device may have no end. One that cannot be looked at is told when it is read. */
function isIrregular(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'a path that does not exist',
  ENOTDIR: 'a path that does not exist',
  EACCES: 'a file that may not be read',
  EPERM: 'a file that may not be read',
  EISDIR: 'a directory in place of a file',
  ELOOP: 'a symbolic link that leads to itself',
};

function attempt<T>(path: string, findings: LocatedFinding[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    findings.push(fileProblem(path, FILE_ERRORS[code] ?? `a file that cannot be read (${code})`, 'files and directories that can be read, or "-" for standard input'));
    return undefined;
  }
}

function fileProblem(file: string, given: string, allowed: string): LocatedFinding {
  return foundAt('SF-INPUT-FILE', inFile(file), { given, allowed, fix: 'check the path' });
}
