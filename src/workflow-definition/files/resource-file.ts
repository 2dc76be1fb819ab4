import { quote } from '../../findings/words';
import { throwIfAny, ValueProblem } from '../../rules/value-problem';

/** A file of a workflow's project. */
export interface ResourceFile {
  /** Where it comes from, for people. */
  readonly where: string;
  /** The folder in the project; empty for its root. */
  readonly folder: string;
  /** The name of the file, and its key in a ConfigMap. */
  readonly key: string;
  readonly content: Content;
}

/** What a ConfigMap holds: text, or what is no UTF-8 in base64. */
export type Content = { readonly text: string } | { readonly base64: string };

/** Kubernetes counts the values of a ConfigMap and refuses more than 1 MiB (1,048,576 bytes); the margin is for the rest of the object. */
export const LARGEST_FILE = 1_000_000;

const LONGEST_KEY = 253;

/**
 * @throws SF-RESOURCES-KEY when a ConfigMap refuses the name, SF-RESOURCES-SIZE when the file is too large for one
 */
export function resourceFile(where: string, folder: string, key: string, bytes: Buffer): ResourceFile {
  throwIfAny(where, [fileNameProblem(key), sizeProblem(key, bytes.length)]);
  return { where, folder, key, content: contentOf(bytes) };
}

function contentOf(bytes: Buffer): Content {
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes) ? { text } : { base64: bytes.toString('base64') };
}

function fileNameProblem(key: string): ValueProblem | undefined {
  if (/^[-._a-zA-Z0-9]+$/.test(key) && key.length <= LONGEST_KEY && key !== '.' && !key.startsWith('..')) return undefined;
  const better = key.replace(/[^-._a-zA-Z0-9]+/g, '-').replace(/^\.+/, '').slice(0, LONGEST_KEY);
  return {
    rule: 'SF-RESOURCES-KEY',
    given: `a file named ${quote(key)}`,
    allowed: `a key of a ConfigMap: at most ${LONGEST_KEY} letters, digits, "-", "_" and ".", not beginning with ".."`,
    fix: `rename the file${better ? `, for example to ${quote(better)}` : ''}, and its name in the definition`,
  };
}

function sizeProblem(key: string, size: number): ValueProblem | undefined {
  if (size <= LARGEST_FILE) return undefined;
  return {
    rule: 'SF-RESOURCES-SIZE',
    given: `the file ${quote(key)} of ${size} bytes`,
    allowed: `at most ${LARGEST_FILE} bytes: a ConfigMap holds 1 MiB, and a file cannot be divided`,
    fix: 'leave out of it what the workflow does not use, or build the image with the file in it (profile gitops)',
  };
}
