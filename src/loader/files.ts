import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { folderOf } from './folder';
import { PassedOverPath } from './passed-over';
import { inFile, LocatedFinding } from '../findings/place';
import { foundAt } from '../rules/found';
import { tooLarge } from '../yaml/decoding';
import { readLimited } from '../yaml/limited-read';

/** What a file says, by the name under which it was asked for. */
export interface Source {
  readonly file: string;
  readonly text: string | Buffer;
  /**
   * It was found in a folder: what is no object for a cluster is no mistake there.
   * @default false
   */
  readonly inFolder?: boolean;
}

/** What was read, what could not be read, and what was left alone. */
export interface ReadSources {
  readonly sources: readonly Source[];
  readonly findings: readonly LocatedFinding[];
  readonly passedOver: readonly PassedOverPath[];
}

export interface ReadingOptions {
  /**
   * Folders in folders are gone through.
   * @default true
   */
  readonly recursive?: boolean;
  /**
   * Pipes and devices that are named are read; somebody on the command line has who writes into them.
   * @default true
   */
  readonly pipes?: boolean;
  /**
   * Is told of each file before it is read, and how many there are.
   * @default - nobody is
   */
  readonly progress?: (file: string, done: number, total: number) => void;
}

const STANDARD_INPUT = '-';
const STANDARD_INPUT_DESCRIPTOR = 0;

/**
 * Reads files, the YAML and JSON of folders, and standard input (`-`), in the order given and each once; the files of a folder in the order of
 * their names.
 */
export function readSources(paths: readonly string[], { recursive = true, pipes = true, progress }: ReadingOptions = {}): ReadSources {
  const sources: Source[] = [];
  const findings: LocatedFinding[] = [];
  const passedOver: PassedOverPath[] = [];
  const seen = new Set<string>();
  const named = paths.flatMap((path) => filesOf(path, { recursive, pipes }, findings, passedOver));
  for (const [i, { file, inFolder }] of named.entries()) {
    const identity = file === STANDARD_INPUT ? file : resolve(file);
    if (seen.has(identity)) continue;
    seen.add(identity);
    progress?.(file, i, named.length);
    const text = attempt(file, findings, () => readFile(file));
    if (Buffer.isBuffer(text)) sources.push({ file, text, ...inFolder && { inFolder } });
    else if (text) findings.push(text);
  }
  return { sources, findings, passedOver };
}

function filesOf(
  path: string, { recursive, pipes }: Required<Pick<ReadingOptions, 'recursive' | 'pipes'>>, findings: LocatedFinding[], passedOver: PassedOverPath[],
): Array<Pick<Source, 'file' | 'inFolder'>> {
  if (path === STANDARD_INPUT) return [{ file: path }];
  return attempt(path, findings, () => {
    const status = statSync(path);
    if (!status.isDirectory()) {
      if (pipes || status.isFile()) return [{ file: path }];
      findings.push(fileProblem(path, 'a pipe, a socket or a device', 'a regular file; a pipe can be named on the command line'));
      return [];
    }
    const folder = folderOf(path, recursive);
    for (const file of folder.irregular) findings.push(fileProblem(file, 'a pipe, a socket or a device in a folder', 'regular files; a pipe can be named by itself'));
    for (const passed of folder.passedOver) passedOver.push(passed);
    return folder.files.map((file) => ({ file, inFolder: true }));
  }) ?? [];
}

function readFile(file: string): Buffer | LocatedFinding {
  return readLimited(file === STANDARD_INPUT ? STANDARD_INPUT_DESCRIPTOR : file) ?? tooLarge(file);
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
