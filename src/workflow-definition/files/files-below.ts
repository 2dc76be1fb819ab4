import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { errorCode, inputFileFinding } from './input-file';
import { FindingsError } from '../../findings/findings-error';

const ALLOWED = 'a directory with files in it';

/**
 * The files of a directory and of those in it, as paths from there with slashes, sorted; hidden ones are left out, as editors and
 * operating systems leave them behind.
 *
 * @throws SF-INPUT-FILE when a directory cannot be read or there is no file
 */
export function filesBelow(directory: string): string[] {
  let files: string[];
  try {
    files = walk(directory, '');
  } catch (error) {
    if (error instanceof FindingsError) throw error;
    throw new FindingsError([inputFileFinding(directory, `a directory that cannot be read (${errorCode(error)})`, ALLOWED)]);
  }
  if (files.length === 0) throw new FindingsError([inputFileFinding(directory, 'a directory without files', ALLOWED)]);
  return files.sort();
}

function walk(root: string, folder: string): string[] {
  return readdirSync(posix.join(root, folder)).filter((name) => !name.startsWith('.')).flatMap((name) => {
    const path = posix.join(folder, name);
    const file = posix.join(root, path);
    if (lstatSync(file).isSymbolicLink()) refuseLink(root, file);
    if (lstatSync(file).isDirectory()) return walk(root, path);
    if (!statSync(file).isFile()) throw irregular(file, 'a pipe, a socket or a device');
    return [path];
  });
}

/** What is elsewhere would travel into a ConfigMap unseen, and a directory in here is found by itself. */
function refuseLink(root: string, link: string): void {
  const target = realpathSync(link);
  if (!target.startsWith(realpathSync(root) + sep)) throw irregular(link, 'a symbolic link out of the directory');
  if (statSync(target).isDirectory()) throw irregular(link, 'a symbolic link to a directory');
}

function irregular(path: string, given: string): FindingsError {
  return new FindingsError([inputFileFinding(path, given, 'regular files below the directory', 'take it away, or put a copy of the file in its place')]);
}
