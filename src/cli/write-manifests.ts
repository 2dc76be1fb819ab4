import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeDirectory } from './make-directory';
import { inFile, LocatedFinding } from '../findings/place';
import { Manifest } from '../manifests/parts/manifest';
import { foundAt } from '../rules/found';
import { writeYaml } from '../yaml/writing';

export function toYaml(manifests: readonly Manifest[]): string {
  return manifests.map(writeYaml).join('---\n');
}

/**
 * One file for each object: `<namespace>/<kind>[.<group>].<name>.yaml`. A file is there as a whole or not at all.
 *
 * @returns why not, where they cannot be written
 */
export function writeFiles(folder: string, manifests: readonly Manifest[]): LocatedFinding[] {
  let written = 0;
  untilWritten();
  try {
    for (const manifest of manifests) {
      writeWhole(join(folder, fileName(manifest)), toYaml([manifest]));
      written++;
    }
  } catch (error) {
    const { code, path = folder } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return [foundAt('SF-OUTPUT-FILE', inFile(path), {
      given: `a place that cannot be written (${code})${written === 0 ? '' : `; the directory is incomplete, with ${written} of ${manifests.length} files`}`,
      allowed: 'a directory, or a name that is free',
      fix: 'give another directory with --output',
    })];
  }
  return [];
}

const INTERRUPTIONS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Who interrupts from here on is heard when the files are written: Node tells of a signal only when nothing else is to be done. */
function untilWritten(): void {
  for (const [signal, status] of Object.entries(INTERRUPTIONS)) {
    if (process.listenerCount(signal) === 0) process.once(signal, () => process.exit(status));
  }
}

/** Under another name first, which `kubectl apply` does not read. */
function writeWhole(file: string, text: string): void {
  makeDirectory(dirname(file));
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(unfinished, text);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Where the file of an object is, from the folder on. */
export function fileName({ apiVersion, kind, metadata: { namespace, name } }: Manifest): string {
  const group = apiVersion.includes('/') ? [apiVersion.split('/')[0]] : [];
  const file = `${[kind, ...group, name].join('.')}.yaml`;
  return join(typeof namespace === 'string' && namespace !== '' ? segment(namespace) : '', segment(file));
}

/** What Windows takes for a device, whatever follows behind a dot. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** Without corrections a name can be anything, so whatever means something in a path is encoded. */
function segment(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'))
    .replace(/[*'()!~]/g, encoded)
    .replace(/^\.{1,2}$/, (dots) => dots.replaceAll('.', encoded))
    .replace(/\.$/, encoded)
    .replace(DEVICE, (device) => encoded(device.charAt(0)) + device.slice(1));
}

function encoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
