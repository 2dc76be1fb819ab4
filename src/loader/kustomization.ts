import { posix } from 'node:path';
import { asList, asObject } from '../json/lenient';
import { foundText } from '../yaml/limited-read';
import { readFirstDocument } from '../yaml/yaml';

/** What kustomize calls the file that says what it does with a folder. */
const FILES: ReadonlySet<string> = new Set(['kustomization.yaml', 'kustomization.yml', 'Kustomization']);

export function isKustomization(name: string): boolean {
  return FILES.has(name);
}

/**
 * The files that a kustomization applies to objects: parts of objects, which nobody applies to a cluster as they are.
 *
 * @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/
 */
export function patchesOf(folder: string, name: string): string[] {
  const file = posix.join(folder, name);
  const { document } = readFirstDocument(foundText(file) ?? '', file);
  const { patches, patchesStrategicMerge, patchesJson6902 } = document?.object ?? {};
  const named = [...asList(patchesStrategicMerge), ...[...asList(patches), ...asList(patchesJson6902)].map((patch) => asObject(patch).path)];
  return named.filter((path) => typeof path === 'string').map((path) => posix.join(folder, path));
}
