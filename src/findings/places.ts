import { Finding } from './finding';

/** Orders findings by file, line and column; those about a whole file come first. */
export function byPlace(a: Finding, b: Finding): number {
  const [fileA, lineA, columnA] = parts(a.where);
  const [fileB, lineB, columnB] = parts(b.where);
  return compareText(fileA, fileB) || lineA - lineB || columnA - columnB;
}

function parts(where: string): readonly [file: string, line: number, column: number] {
  const [, file, line, column] = /^(.*):(\d+):(\d+)$/s.exec(where) ?? [];
  return file === undefined ? [where, 0, 0] : [file, Number(line), Number(column)];
}

/** The same everywhere: no locale has a say. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
