import { Finding } from './finding';

/** A place in a file; without line and column it is the file as a whole. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** What tells one object of a cluster from all others of its API. */
export interface NamedObject {
  readonly kind: string;
  /** Empty where its kind has none. */
  readonly namespace: string;
  readonly name: string;
}

/** Where something is: in words for everybody, and as data where it is in a file. */
export interface Location {
  /** The path of a construct, or file, line and column. */
  readonly where: string;
  /** @default - it is in no file */
  readonly place?: Place;
  /**
   * The object in which it is.
   * @default - in none, or nobody said in which
   */
  readonly object?: NamedObject;
}

/** A finding that knows its place in a file, if it has one. */
export interface LocatedFinding extends Finding, Location { }

/** A place in a file. */
export function inFile(file: string, line?: number, column?: number): Location {
  return line === undefined || column === undefined ? { where: file, place: { file } } : { where: `${file}:${line}:${column}`, place: { file, line, column } };
}

/** Orders by file, line and column; what is about a whole file comes first, and what is in no file by its words. */
export function byPlace(a: Location, b: Location): number {
  const { file: fileA, line: lineA = 0, column: columnA = 0 } = a.place ?? { file: a.where };
  const { file: fileB, line: lineB = 0, column: columnB = 0 } = b.place ?? { file: b.where };
  return compareText(fileA, fileB) || lineA - lineB || columnA - columnB;
}

/** The same everywhere: no locale has a say. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
