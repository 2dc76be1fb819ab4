import { Finding } from '../../findings/finding';
import { FindingsError } from '../../findings/findings-error';
import { foundAt } from '../../rules/found';
import { throwIfAny } from '../../rules/value-problem';
import { givenProblem } from '../../values/given';
import { readRegular } from '../../yaml/limited-read';
import { MAX_FILE_BYTES } from '../../yaml/limits';

/**
 * The bytes of a file that a user names.
 *
 * @param allowed what the file is to be, such as `a file with a workflow definition`
 * @throws SF-INPUT-FILE when it cannot be read, is no regular file or is too large
 */
export function readInputFile(path: string, allowed: string): Buffer {
  throwIfAny(allowed, [givenProblem('the path', path, 'text')]);
  const content = attempt(path, allowed, () => readRegular(path));
  if (content === 'irregular') throw new FindingsError([inputFileFinding(path, 'a directory, a pipe or a device in place of a file', allowed)]);
  if (content !== 'too large') return content;
  throw new FindingsError([inputFileFinding(path, 'a file that is too large', `${allowed} of at most ${MAX_FILE_BYTES / 1024 / 1024} MiB`)]);
}

function attempt<T>(path: string, allowed: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new FindingsError([inputFileFinding(path, `a file that cannot be read (${errorCode(error)})`, allowed)]);
  }
}

/** What is wrong with a path that a user names. */
export function inputFileFinding(
  path: string, given: string, allowed: string, fix = 'correct the path, or use path.join(__dirname, ...)',
): Finding {
  return foundAt('SF-INPUT-FILE', { where: path }, { given, allowed: `${allowed}, relative to the working directory`, fix });
}

/** Such as `ENOENT`; the message beside it has the absolute path. */
export function errorCode(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
