import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Severity } from '../findings/finding';
import { inFile, LocatedFinding } from '../findings/place';
import { list } from '../findings/words';
import { tooLarge } from '../yaml/decoding';
import { MAX_FILE_BYTES } from '../yaml/limits';

/** What a file says, by the name under which it was asked for. */
export interface Source {
  readonly file: string;
  readonly text: string | Buffer;
}

/** What kubectl reads of a directory, without the directories in it. */
const EXTENSIONS = ['.json', '.yaml', '.yml'];
const STANDARD_INPUT = '-';
const CHUNK_BYTES = 64 * 1024;
const RETRY_MILLISECONDS = 5;

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
    if (files.length === 0) findings.push(fileProblem(path, 'a directory without YAML or JSON', `files that end in ${list(EXTENSIONS)}, not those of directories in it`));
    return files;
  }) ?? [];
}

function readFile(file: string): Buffer | LocatedFinding {
  const descriptor = file === STANDARD_INPUT ? 0 : openSync(file, 'r');
  try {
    return readLimited(descriptor) ?? tooLarge(file);
  } finally {
    if (descriptor !== 0) closeSync(descriptor);
  }
}

/** Only so much is read as may be: what is no plain file does not tell its size before. */
function readLimited(descriptor: number): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let size = 0; size <= MAX_FILE_BYTES;) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const read = readWaiting(descriptor, chunk);
    if (read === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, read));
    size += read;
  }
  return undefined;
}

/** Standard input may be set to not wait for who writes it. */
function readWaiting(descriptor: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk, 0, chunk.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MILLISECONDS);
    }
  }
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
  return { rule: 'SF-INPUT-FILE', severity: Severity.ERROR, ...inFile(file), given, allowed, fix: 'check the path' };
}
