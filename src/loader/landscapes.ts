import { dirname, relative, resolve, sep } from 'node:path';
import { isForCluster, mayBeForCluster } from './cluster-content';
import { Source } from './files';
import { unpack } from './lists';
import { objectProblems, withNamespace } from './objects';
import { parsed } from './parsed';
import { groupOf } from '../kubernetes/kinds';

/** What belongs together: the files for one cluster. */
export interface SourceLandscape {
  /** The folder that makes it one, as it is seen from the working directory; nothing where there is only one. */
  readonly folder?: string;
  readonly sources: readonly Source[];
}

/**
 * One object in two folders of which none is in the other, such as `overlays/dev` and `overlays/prod`, is meant for two clusters: each of the two
 * folders is a landscape, with all that is in no such folder.
 */
export function landscapesOf(sources: readonly Source[]): SourceLandscape[] {
  const placed = sources.map((source) => ({ source, steps: stepsTo(source) }));
  const apart = foldersApart(placed);
  if (apart.size === 0) return [{ sources }];
  const innermost = [...apart].filter((folder) => ![...apart].some((other) => other.startsWith(`${folder}/`))).sort();
  return innermost.map((folder) => ({
    folder: shown(folder),
    sources: placed.filter(({ steps }) => !pathsOf(steps).some((path) => apart.has(path) && !isIn(folder, path))).map(({ source }) => source),
  }));
}

interface PlacedSource {
  readonly source: Source;
  /** The names of the folders that lead to a file, from the root on. */
  readonly steps: readonly string[];
}

/** The folders that part two of the same objects: below the last one that both have in common. */
function foldersApart(placed: readonly PlacedSource[]): ReadonlySet<string> {
  const apart = new Set<string>();
  if (new Set(placed.map(({ steps }) => steps.join('/'))).size < 2) return apart;
  const places = new Map<string, FolderTree>();
  for (const { source, steps } of placed) {
    for (const identity of identitiesIn(source)) {
      let tree = places.get(identity);
      if (!tree) places.set(identity, tree = new FolderTree());
      tree.add(steps);
    }
  }
  for (const tree of places.values()) tree.partsInto(apart);
  return apart;
}

/** The folders of one object. */
class FolderTree {
  private readonly children = new Map<string, FolderTree>();

  add(steps: readonly string[]): void {
    const [first, ...rest] = steps;
    if (first === undefined) return;
    let child = this.children.get(first);
    if (!child) this.children.set(first, child = new FolderTree());
    child.add(rest);
  }

  partsInto(apart: Set<string>, path = ''): void {
    for (const [name, child] of this.children) {
      const below = `${path}${name}`;
      if (this.children.size > 1) apart.add(below);
      child.partsInto(apart, `${below}/`);
    }
  }
}

/** Standard input is above all folders. */
function stepsTo({ file }: Source): readonly string[] {
  return file === '-' ? [] : dirname(resolve(file)).split(sep).filter((step) => step !== '');
}

function* identitiesIn(source: Source): Generator<string> {
  if (source.inFolder && !mayBeForCluster(source)) return;
  for (const document of parsed(source).documents) {
    if (source.inFolder && !isForCluster(document.object)) continue;
    for (const item of unpack(document)) {
      if (!('object' in item) || objectProblems(item.object).length > 0) continue;
      const { apiVersion, kind, metadata: { namespace, name } } = withNamespace(item.object, 'default');
      yield JSON.stringify([groupOf(apiVersion), kind, namespace, name]);
    }
  }
}

function pathsOf(steps: readonly string[]): string[] {
  return steps.map((_step, i) => steps.slice(0, i + 1).join('/'));
}

/** Whether a folder is another one, or in it. */
function isIn(folder: string, other: string): boolean {
  return folder === other || folder.startsWith(`${other}/`);
}

function shown(folder: string): string {
  return relative(process.cwd(), `${sep}${folder}`).split(sep).join('/') || '.';
}
