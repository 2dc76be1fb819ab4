import { readdirSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { DefinitionFiles } from './definition-files';
import { foundText } from '../../yaml/limited-read';

/** Who has more beside a definition has it in a folder of something else. */
const MOST_FILES = 2_000;

/** The files beside a definition that is a file; nothing where they cannot be known. */
export function filesBeside(path: string): DefinitionFiles | undefined {
  const folder = dirname(path);
  const paths = below(folder, '', []);
  return paths && { paths: paths.sort(), read: (file) => foundText(posix.join(folder, file)) };
}

/** Files that were given by their paths. */
export function filesGiven(files: Readonly<Record<string, string>>): DefinitionFiles {
  const texts = new Map(Object.entries(files).map(([path, text]) => [posix.normalize(path), String(text)]));
  return { paths: [...texts.keys()].sort(), read: (file) => texts.get(file) };
}

function below(root: string, folder: string, found: string[]): string[] | undefined {
  for (const entry of entriesOf(posix.join(root, folder))) {
    const path = posix.join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.isDirectory() && !below(root, path, found)) return undefined;
    if (entry.isFile()) found.push(path);
    if (found.length > MOST_FILES) return undefined;
  }
  return found;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
