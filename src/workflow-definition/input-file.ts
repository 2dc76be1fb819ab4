import { readFileSync } from 'node:fs';
import { Finding, Severity } from '../findings/finding';
import { FindingsError } from '../findings/findings-error';

/**
 * The bytes of a file that a user names.
 *
 * @param allowed what the file is to be, such as `a file with a workflow definition`
 * @throws SF-INPUT-FILE when it cannot be read
 */
export function readInputFile(path: string, allowed: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new FindingsError([inputFileFinding(path, `a file that cannot be read (${errorCode(error)})`, allowed)]);
  }
}

/** What is wrong with a path that a user names. */
export function inputFileFinding(
  path: string, given: string, allowed: string, fix = 'correct the path, or use path.join(__dirname, ...)',
): Finding {
  return { rule: 'SF-INPUT-FILE', severity: Severity.ERROR, where: path, given, allowed: `${allowed}, relative to the working directory`, fix };
}

/** Such as `ENOENT`; the message beside it has the absolute path. */
export function errorCode(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
