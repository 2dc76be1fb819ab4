import { readdirSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { DefinitionFiles } from '../workflow-definition/definition-files';
import { readLimited } from '../yaml/limited-read';

/** In a project of Maven or Quarkus. */
const MAVEN = /^(.*?)src\/main\/resources(?:\/|$)/;
/** What is built, or comes from elsewhere. */
const SKIPPED: ReadonlySet<string> = new Set(['node_modules', 'target']);
/** Whoever keeps definitions in a folder with more has not put their files beside them. */
const MOST_FILES = 5000;

/**
 * The files in the folder of a definition and in those below it, and in a project of Maven its resources and sources, looked at when they are
 * asked for.
 */
export class FolderFiles implements DefinitionFiles {
  private readonly folder: string;
  /** Where the engine looks, one after the other. */
  private readonly roots: readonly string[];
  private readonly sources: readonly string[];
  private found?: { readonly paths: readonly string[]; readonly partial: boolean };

  /** @param file the definition */
  public constructor(file: string) {
    this.folder = posix.dirname(file.replaceAll('\\', '/'));
    const [maven, project = ''] = MAVEN.exec(`${this.folder}/`) ?? [];
    const resources = posix.join(project, 'src/main/resources');
    this.roots = maven === undefined || resources === posix.normalize(this.folder) ? [this.folder] : [this.folder, resources];
    this.sources = maven === undefined ? [] : [posix.join(project, 'src/main/java')];
  }

  public get paths(): readonly string[] {
    return this.all().paths;
  }

  public get partial(): boolean {
    return this.all().partial;
  }

  /** Nothing above the folder is read. */
  public readonly read = (path: string): string | undefined => {
    if (path.split('/').includes('..')) return undefined;
    for (const root of [...this.roots, ...this.sources]) {
      const text = readText(posix.join(root, path));
      if (text !== undefined) return text;
    }
    return undefined;
  };

  private all(): NonNullable<FolderFiles['found']> {
    if (!this.found) {
      const paths: string[] = [];
      for (const root of [...this.roots, ...this.sources]) walk(root, '', paths);
      this.found = { paths: [...new Set(paths)], partial: paths.length >= MOST_FILES };
    }
    return this.found;
  }
}

function walk(root: string, folder: string, paths: string[]): void {
  for (const entry of entriesOf(posix.join(root, folder))) {
    if (paths.length >= MOST_FILES) return;
    if (entry.name.startsWith('.')) continue;
    const path = posix.join(folder, entry.name);
    if (entry.isFile() || entry.isSymbolicLink()) paths.push(path);
    else if (entry.isDirectory() && !SKIPPED.has(entry.name)) walk(root, path, paths);
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1);
  } catch {
    return [];
  }
}

function readText(file: string): string | undefined {
  try {
    return statSync(file).isFile() ? readLimited(file)?.toString() : undefined;
  } catch {
    return undefined;
  }
}
