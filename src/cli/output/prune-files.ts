import { lstatSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileName } from './write-manifests';
import { inFile, LocatedFinding } from '../../findings/place';
import { isJsonObject, JsonObject } from '../../json/json';
import { Manifest } from '../../manifests/parts/manifest';
import { foundAt } from '../../rules/found';
import { readYaml } from '../../yaml/yaml';

/**
 * Removes from a folder the files of objects that are not rendered any more: those that hold one object and have the name that render gives to its
 * file. What somebody else put there stays.
 *
 * @param written the names of those that are rendered
 * @returns why not, where they cannot be removed
 */
export function pruneFiles(folder: string, written: ReadonlySet<string>): LocatedFinding[] {
  try {
    for (const path of filesIn(folder)) {
      if (!written.has(path) && isRendered(folder, path)) rmSync(join(folder, path));
    }
    for (const name of foldersIn(folder)) if (readdirSync(join(folder, name)).length === 0) rmdirSync(join(folder, name));
    return [];
  } catch (error) {
    const { code, path = folder } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return [foundAt('SF-OUTPUT-FILE', inFile(path), {
      given: `a file that cannot be removed (${code})`, allowed: 'files that may be removed', fix: 'remove it yourself',
    })];
  }
}

/** The files of namespaces are one folder down. */
function filesIn(folder: string): string[] {
  return ['', ...foldersIn(folder)].flatMap((below) => readdirSync(join(folder, below)).filter((name) => name.endsWith('.yaml')).map((name) => join(below, name)));
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function isRendered(folder: string, path: string): boolean {
  const file = join(folder, path);
  if (!lstatSync(file).isFile()) return false;
  const [document, further] = readYaml(readFileSync(file), file).documents;
  return document !== undefined && further === undefined && isManifest(document.object) && fileName(document.object) === path;
}

function isManifest(object: JsonObject): object is JsonObject & Manifest {
  return typeof object.apiVersion === 'string' && typeof object.kind === 'string' && isJsonObject(object.metadata) && typeof object.metadata.name === 'string';
}
