import { existsSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { format } from './formatter';
import { inFile, LocatedFinding } from '../../findings/place';
import { foundAt } from '../../rules/found';
import { makeDirectory } from '../output/make-directory';

type Files = ReadonlyArray<readonly [path: string, content: string | Buffer]>;

/** Why a directory cannot become a repository. */
export function directoryProblem(directory: string): LocatedFinding | undefined {
  if (!existsSync(directory)) return undefined;
  if (!statSync(directory).isDirectory()) return refused(directory, 'a file in place of a directory');
  return readdirSync(directory).length > 0 ? refused(directory, 'a directory that is not empty') : undefined;
}

/**
 * Writes a repository: all of it, or nothing.
 *
 * @returns why not, where it cannot be written
 */
export function writeRepository(directory: string, files: Files): LocatedFinding | undefined {
  const unfinished = `${resolve(directory)}.${process.pid}.tmp`;
  try {
    for (const [path, content] of files) {
      makeDirectory(dirname(join(unfinished, path)));
      writeFileSync(join(unfinished, path), content);
    }
    format(unfinished, files.map(([path]) => path));
    if (existsSync(directory)) rmdirSync(directory);
    renameSync(unfinished, directory);
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return refused(directory, `a place that cannot be written (${code})`);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function refused(directory: string, given: string): LocatedFinding {
  return foundAt('SF-OUTPUT-FILE', inFile(directory), { given, allowed: 'a directory that is empty, or a name that is free', fix: 'give another directory' });
}
