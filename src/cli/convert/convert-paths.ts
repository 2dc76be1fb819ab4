import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { groupBy } from '../../json/group-by';
import { JsonObject } from '../../json/json';
import { asObject, asText } from '../../json/lenient';
import { isResource } from '../../loader/resource-kinds';

/** Paths of one kind, as they were given or found in a directory that was. */
export interface ConvertPaths {
  /** Directories of `kn workflow`. */
  readonly projects: readonly string[];
  /** Directories with manifests. */
  readonly directories: readonly string[];
  /** Files, and standard input. */
  readonly files: readonly string[];
}

const DEFINITION = /\.sw\.(?:ya?ml|json)$/;
const MANIFEST = /\.(?:ya?ml|json)$/;

/** What is at the paths of a command line; a directory without manifests of its own stands for those in it. */
export function sortPaths(paths: readonly string[]): ConvertPaths {
  const all = paths.flatMap((path) => isDirectory(path) && namesIn(path).every((name) => !MANIFEST.test(name)) ? directoriesIn(path) : [path]);
  const directories = all.filter(isDirectory);
  const isProject = (path: string) => namesIn(path).some((name) => DEFINITION.test(name));
  return {
    projects: directories.filter(isProject),
    directories: directories.filter((path) => !isProject(path)),
    files: all.filter((path) => !directories.includes(path)),
  };
}

/** Those that hold something to convert; the directory itself if none does. */
function directoriesIn(path: string): string[] {
  const inner = namesIn(path).map((name) => join(path, name)).filter((one) => isDirectory(one) && namesIn(one).some((name) => MANIFEST.test(name)));
  return inner.length > 0 ? inner : [path];
}

function isDirectory(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function namesIn(path: string): string[] {
  return readdirSync(path).filter((name) => !name.startsWith('.')).sort();
}

/** Whether directories hold the same custom resources, so that they are environments and not parts of one cluster. */
export function areEnvironments(directories: ReadonlyArray<readonly JsonObject[]>): boolean {
  const names = directories.flatMap((objects, i) => objects
    .filter(({ apiVersion, kind }) => isResource({ apiVersion: asText(apiVersion), kind: asText(kind) }))
    .map(({ kind, metadata }) => ({ identity: `${asText(kind)} ${asText(asObject(metadata).name)}`, directory: i })));
  const isShared = (same: typeof names) => new Set(same.map(({ directory }) => directory)).size > 1;
  return directories.length > 1 && [...groupBy(names, ({ identity }) => identity).values()].some(isShared);
}

/** What environments are called: the last part of the path in which they differ. */
export function environmentNames(directories: readonly string[]): string[] {
  const parts = directories.map((path) => path.split(/[\\/]+/).filter((part) => part !== '' && part !== '.'));
  for (let back = 1; back <= Math.max(...parts.map(({ length }) => length)); back++) {
    const names = parts.map((words) => words.at(-back) ?? '').map((word) => word.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, ''));
    if (new Set(names).size === names.length && names.every((name) => name !== '')) return names;
  }
  return directories.map((path, i) => `${basename(path)}-${i + 1}`);
}
