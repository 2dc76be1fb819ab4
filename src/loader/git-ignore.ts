import { join, relative, resolve, sep } from 'node:path';
import ignore, { Ignore } from 'ignore';
import { repositoryRoot } from '../configuration/find-configuration';
import { foundText } from '../yaml/limited-read';

/** What git ignores, by the `.gitignore` files of a repository. */
export class GitIgnore {
  /** Outside of repositories, and in what git ignores as a whole. */
  public static readonly NOTHING = new GitIgnore([]);

  /**
   * For a folder and what is in it. Whoever names a folder that git ignores wants it all the same: then nothing in it is ignored.
   */
  public static in(folder: string): GitIgnore {
    const path = resolve(folder);
    const root = repositoryRoot(path);
    if (root === undefined) return GitIgnore.NOTHING;
    let rules = new GitIgnore(rulesOf(root, join(root, '.git', 'info', 'exclude')));
    for (const at of foldersBetween(root, path)) {
      if (at !== root && rules.ignores(at, true)) return GitIgnore.NOTHING;
      rules = rules.within(at);
    }
    return rules.ignores(join(path, ANYTHING), false) ? GitIgnore.NOTHING : rules;
  }

  private constructor(private readonly rules: readonly Rules[]) {}

  /** With the rules of a folder in it. */
  public within(folder: string): GitIgnore {
    const path = resolve(folder);
    const more = this === GitIgnore.NOTHING ? [] : rulesOf(path, join(path, '.gitignore'));
    return more.length === 0 ? this : new GitIgnore([...this.rules, ...more]);
  }

  /** The rules of the nearest folder that say something decide. */
  public ignores(file: string, isFolder: boolean): boolean {
    const path = resolve(file);
    for (const { folder, matcher } of [...this.rules].reverse()) {
      const below = relative(folder, path).split(sep).join('/');
      const { ignored, unignored } = matcher.test(isFolder ? `${below}/` : below);
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}


interface Rules {
  readonly folder: string;
  readonly matcher: Ignore;
}

/** A name that nobody gives: a pattern that fits it fits all. */
const ANYTHING = '-any-file-';

function rulesOf(folder: string, file: string): Rules[] {
  const text = foundText(file);
  return text === undefined ? [] : [{ folder, matcher: ignore().add(text) }];
}

/** From the first to the second, both included. */
function foldersBetween(root: string, folder: string): string[] {
  const steps = relative(root, folder).split(sep).filter((step) => step !== '');
  return steps.reduce<string[]>((folders, step) => [...folders, join(folders.at(-1) ?? root, step)], [root]);
}
