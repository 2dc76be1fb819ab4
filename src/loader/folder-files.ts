import { readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { DefinitionFiles } from '../workflow-definition/files/definition-files';
import { foundText } from '../yaml/limited-read';

/** In a project of Maven or Quarkus. What is there for its tests has what is there for the program, too. */
const MAVEN = /^(.*?)src\/(main|test)\/resources(?:\/|$)/;
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
    const [, project = '', scope] = MAVEN.exec(`${this.folder}/`) ?? [];
    const scopes = scope === undefined ? [] : scope === 'main' ? ['main'] : ['test', 'main'];
    const resources = scopes.map((one) => posix.join(project, 'src', one, 'resources'));
    this.roots = [...new Set([this.folder, ...resources].map((folder) => posix.normalize(folder)))];
    this.sources = scopes.map((one) => posix.join(project, 'src', one, 'java'));
  }

  public get paths(): readonly string[] {
    return this.all().paths;
  }

  public get partial(): boolean {
    return this.all().partial;
  }

  /** Nothing above the folder is read. */
  public readonly read = (path: string): string | undefined => {
    return this.find(path)?.text;
  };

  /** The same, with the name of the file. */
  public find(path: string): { readonly file: string; readonly text: string } | undefined {
    if (path.split('/').includes('..')) return undefined;
    for (const root of [...this.roots, ...this.sources]) {
      const file = posix.join(root, path);
      const text = foundText(file);
      if (text !== undefined) return { file, text };
    }
    return undefined;
  }

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
