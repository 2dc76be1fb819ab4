import { Dirent, readdirSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { GitIgnore } from './git-ignore';
import { isKustomization, patchesOf } from './kustomization';
import { PassedOver, PassedOverPath } from './passed-over';

/** What is read of a folder. */
export const EXTENSIONS = ['.json', '.yaml', '.yml'];

/** What is in a folder. */
export interface Folder {
  /** Files that may hold objects, in the order of their names. */
  readonly files: readonly string[];
  /** Pipes, sockets and devices with such a name. */
  readonly irregular: readonly string[];
  readonly passedOver: readonly PassedOverPath[];
}

/**
 * Goes through a folder and, if asked to, through those in it.
 *
 * @throws what the file system says of a folder that cannot be read
 */
export function folderOf(folder: string, recursive: boolean): Folder {
  const walk = new Walk(recursive);
  walk.enter(folder, GitIgnore.in(folder));
  return walk.found;
}

const CHART_FILES = ['Chart.yaml', 'Chart.yml'];
const TOOLS = ['node_modules'];
/** What each of them builds is beside it. */
const BUILDS: Readonly<Record<string, string>> = { 'pom.xml': 'target', 'build.gradle': 'build', 'build.gradle.kts': 'build' };

class Walk {
  private readonly files: string[] = [];
  private readonly irregular: string[] = [];
  private readonly passedOver: PassedOverPath[] = [];
  private readonly patches = new Set<string>();

  constructor(private readonly recursive: boolean) {}

  /** A kustomization may name files of other folders. */
  get found(): Folder {
    const isPatch = (path: string) => this.patches.has(normalize(path));
    const patches = this.files.filter(isPatch).map((path) => ({ path, reason: PassedOver.PATCH }));
    return { files: this.files.filter((path) => !isPatch(path)), irregular: this.irregular, passedOver: [...this.passedOver, ...patches] };
  }

  enter(folder: string, ignored: GitIgnore): void {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1);
    if (entries.some((entry) => CHART_FILES.includes(entry.name))) {
      this.pass(folder, PassedOver.CHART);
      return;
    }
    for (const { name } of entries.filter((entry) => entry.isFile() && isKustomization(entry.name))) {
      for (const patch of patchesOf(folder, name)) this.patches.add(normalize(patch));
    }
    const tools = [...TOOLS, ...entries.flatMap(({ name }) => Object.hasOwn(BUILDS, name) ? BUILDS[name] ?? [] : [])];
    for (const entry of entries) this.take(join(folder, entry.name), entry, ignored, tools);
  }

  private take(path: string, entry: Dirent, ignored: GitIgnore, tools: readonly string[]): void {
    if (entry.isDirectory()) this.takeFolder(path, entry.name, ignored, tools);
    else if (this.recursive && entry.isSymbolicLink() && leadsToDirectory(path)) this.pass(path, PassedOver.LINK);
    else if (!EXTENSIONS.some((extension) => entry.name.endsWith(extension))) return;
    else if (ignored.ignores(path, false)) this.pass(path, PassedOver.GIT);
    else if (entry.isSymbolicLink()) this.pass(path, PassedOver.LINK);
    else if (entry.isFile()) this.files.push(path);
    else this.irregular.push(path);
  }

  private takeFolder(path: string, name: string, ignored: GitIgnore, tools: readonly string[]): void {
    if (!this.recursive) return;
    if (name === '.git') return;
    if (name.startsWith('.') || tools.includes(name)) this.pass(path, PassedOver.FOLDER);
    else if (ignored.ignores(path, true)) this.pass(path, PassedOver.GIT);
    else this.enter(path, ignored.within(path));
  }

  private pass(path: string, reason: PassedOver): void {
    this.passedOver.push({ path, reason });
  }
}

/** What a link leads to that leads nowhere, or to itself, is none. */
function leadsToDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
