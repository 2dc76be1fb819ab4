import { writeFileSync } from 'node:fs';
import { inFile, LocatedFinding } from '../../findings/place';
import { compareBytes } from '../../go/compare-bytes';
import { isJsonObject, Json } from '../../json/json';
import { foundAt } from '../../rules/found';
import { readLimited } from '../../yaml/limited-read';

/** What is known of a finding that outlives the lines of its file. */
export interface BaselineEntry {
  readonly rule: string;
  /** Kind, namespace and name of the object, or the file where there is none. */
  readonly object: string;
  readonly field?: string;
  /**
   * The folder that makes a landscape of its own of an object that is in several.
   * @default - whichever it is in
   */
  readonly folder?: string;
}

/** A baseline is a start for who has many findings: it knows those of today, and only new ones count. */
export interface Baseline {
  /** Those that are not in it. */
  readonly fresh: readonly LocatedFinding[];
  readonly known: number;
}

function entryOf({ rule, object, place, where, field }: LocatedFinding, folders: ReadonlySet<string>): BaselineEntry {
  const of = object ? `${object.kind} ${object.namespace}/${object.name}` : place?.file ?? where;
  const folder = object && place && folderOf(place.file, folders);
  return { rule, object: of, ...field !== undefined && { field }, ...folder !== undefined && { folder } };
}

/** The nearest of some folders in which a file is. */
function folderOf(file: string, folders: ReadonlySet<string>): string | undefined {
  if (folders.size === 0) return undefined;
  for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1)) if (folders.has(file.slice(0, at))) return file.slice(0, at);
  return undefined;
}

/**
 * The text of a baseline: each entry once, in one order.
 *
 * @param folders those that make several landscapes of the files
 */
export function baselineText(findings: readonly LocatedFinding[], folders: readonly string[]): string {
  const apart = new Set(folders);
  const entries = new Map(findings.map((finding) => entryOf(finding, apart)).map((entry) => [identity(entry), entry]));
  const sorted = [...entries].sort(([a], [b]) => compareBytes(a, b)).map(([, entry]) => entry);
  return `${JSON.stringify({ findings: sorted }, undefined, 2)}\n`;
}

export function applyBaseline(findings: readonly LocatedFinding[], folders: readonly string[], entries: readonly BaselineEntry[]): Baseline {
  const known = new Set(entries.map(identity));
  const apart = new Set(folders);
  const fresh = findings.filter((finding) => {
    const entry = entryOf(finding, apart);
    return !known.has(identity(entry)) && !known.has(identity({ ...entry, folder: undefined }));
  });
  return { fresh, known: findings.length - fresh.length };
}

/** The entries of a file, or why there are none. */
export function readBaseline(file: string): { readonly entries: readonly BaselineEntry[] } | LocatedFinding {
  let content: Json;
  try {
    const text = readLimited(file);
    if (!text) return unusable(file, 'a file that is too large');
    content = JSON.parse(text.toString()) as Json;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return unusable(file, code === 'ENOENT' ? 'a path that does not exist' : code === undefined ? 'no JSON' : `a file that cannot be read (${code})`);
  }
  const findings = isJsonObject(content) ? content.findings : undefined;
  if (!Array.isArray(findings) || !findings.every(isEntry)) return unusable(file, 'something else than --write-baseline writes');
  return { entries: findings };
}

export function writeBaseline(file: string, findings: readonly LocatedFinding[], folders: readonly string[]): LocatedFinding | undefined {
  try {
    writeFileSync(file, baselineText(findings, folders));
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return foundAt('SF-OUTPUT-FILE', inFile(file), {
      given: `a place that cannot be written (${code})`,
      allowed: 'a file, or a name that is free',
      fix: 'give another file with --baseline',
    });
  }
}

function isEntry(value: Json): value is Json & BaselineEntry {
  return isJsonObject(value) && typeof value.rule === 'string' && typeof value.object === 'string' && [value.field, value.folder].every((text) => ['undefined', 'string'].includes(typeof text));
}

function identity({ rule, object, field = '', folder = '' }: BaselineEntry): string {
  return JSON.stringify([rule, object, field, folder]);
}

function unusable(file: string, given: string): LocatedFinding {
  return foundAt('SF-INPUT-FILE', inFile(file), {
    given,
    allowed: 'a baseline, as check --write-baseline writes it',
    fix: 'write it with --write-baseline, or check the path',
  });
}
