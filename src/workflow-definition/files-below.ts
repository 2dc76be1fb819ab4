import { readdirSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { errorCode, inputFileFinding } from './input-file';
import { FindingsError } from '../findings/findings-error';

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
    throw new FindingsError([inputFileFinding(directory, `a directory that cannot be read (${errorCode(error)})`, ALLOWED)]);
  }
  if (files.length === 0) throw new FindingsError([inputFileFinding(directory, 'a directory without files', ALLOWED)]);
  return files.sort();
}

function walk(root: string, folder: string): string[] {
  return readdirSync(posix.join(root, folder)).filter((name) => !name.startsWith('.')).flatMap((name) => {
    const path = posix.join(folder, name);
    return statSync(posix.join(root, path)).isDirectory() ? walk(root, path) : [path];
  });
}
