import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Does something in a folder of its own, with files in it, and takes it away. */
export function inFolder<T>(files: Readonly<Record<string, string>>, act: (folder: string) => T): T {
  const before = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'folder-'));
  try {
    writeFiles(folder, files);
    process.chdir(folder);
    return act(folder);
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  }
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

export function platform(namespace = 'shop', spec = '{}', name = 'hub'): string {
  return `apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlowPlatform\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: ${spec}\n`;
}

/** A workflow in gitops, in which nothing is wrong but what is asked for. */
export function workflow(namespace = 'shop', name = 'greet', more: { readonly annotations?: string; readonly spec?: string; readonly states?: string } = {}): string {
  const { annotations = '', spec = '', states = '{name: A, type: inject, data: {}, end: true}' } = more;
  return `apiVersion: sonataflow.org/v1alpha08
kind: SonataFlow
metadata: {name: ${name}, namespace: ${namespace}, annotations: {sonataflow.org/profile: gitops${annotations === '' ? '' : `, ${annotations}`}}}
spec:
  podTemplate: {container: {image: example.org/${name}:1}}
  flow: {states: [${states}]}
${spec}`;
}

/** The rules and weights of what `check` found, as text. */
export function told(out: string): string[] {
  return [...out.matchAll(/^(.*?): (?:error|warning|information): (SF-[A-Z-]+):/gm)].map(([line]) => line.slice(0, -1).replace(/:\d+:\d+:/, ':'));
}
