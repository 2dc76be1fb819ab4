import { Finding } from './finding';

/** A place in a file; without line and column it is the file as a whole. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** The place that `file:line:column` says. */
export function parsePlace(where: string): Place {
  const [, file, line, column] = /^(.*):(\d+):(\d+)$/s.exec(where) ?? [];
  return file === undefined ? { file: where } : { file, line: Number(line), column: Number(column) };
}

/** Orders findings by file, line and column; those about a whole file come first. */
export function byPlace({ where: a }: Pick<Finding, 'where'>, { where: b }: Pick<Finding, 'where'>): number {
  const { file: fileA, line: lineA = 0, column: columnA = 0 } = parsePlace(a);
  const { file: fileB, line: lineB = 0, column: columnB = 0 } = parsePlace(b);
  return compareText(fileA, fileB) || lineA - lineB || columnA - columnB;
}

/** The same everywhere: no locale has a say. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
