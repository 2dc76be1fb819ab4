import { DefinitionFiles } from './definition-files';

/** Whether there are sources at all. */
export function hasSources({ paths }: DefinitionFiles): boolean {
  return paths.some((path) => path.endsWith('.java'));
}

/** Whether the sources have a class; one whose sources nobody has shown is not there. */
export function isJavaClass(files: DefinitionFiles, name: string): boolean {
  return sourceOf(files, name) !== undefined;
}

/** The names of a class's methods, if its sources are there. */
export function methodsOf(files: DefinitionFiles, name: string): string[] | undefined {
  const path = sourceOf(files, name);
  const text = path === undefined ? undefined : files.read(path);
  return text === undefined ? undefined : [...text.matchAll(/\bpublic\s[^;{}=]*?\b(\w+)\s*\(/g)].map(([, method = '']) => method);
}

function sourceOf({ paths }: DefinitionFiles, name: string): string | undefined {
  const file = `${name.replace(/\./g, '/')}.java`;
  return paths.find((path) => path === file || path.endsWith(`/${file}`));
}
