import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Severity } from '../findings/finding';
import { inFile, LocatedFinding } from '../findings/place';
import { Manifest } from '../manifests/parts/manifest';
import { writeYaml } from '../yaml/writing';

export function toYaml(manifests: readonly Manifest[]): string {
  return manifests.map(writeYaml).join('---\n');
}

/**
 * One file for each object: `<namespace>/<kind>[.<group>].<name>.yaml`.
 *
 * @returns why not, where they cannot be written
 */
export function writeFiles(folder: string, manifests: readonly Manifest[]): LocatedFinding[] {
  try {
    for (const manifest of manifests) {
      const file = join(folder, fileName(manifest));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, toYaml([manifest]));
    }
  } catch (error) {
    const { code, path = folder } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return [{
      rule: 'SF-OUTPUT-FILE',
      severity: Severity.ERROR,
      ...inFile(path),
      given: `a place that cannot be written (${code})`,
      allowed: 'a directory, or a name that is free',
      fix: 'give another directory with --output',
    }];
  }
  return [];
}

/** Without corrections a name can be anything, so whatever means something in a path is encoded. */
function fileName({ apiVersion, kind, metadata: { namespace, name } }: Manifest): string {
  const group = apiVersion.includes('/') ? [apiVersion.split('/')[0]] : [];
  const file = `${[kind, ...group, name].join('.')}.yaml`;
  return join(typeof namespace === 'string' ? encodeURIComponent(namespace) : '', encodeURIComponent(file));
}
