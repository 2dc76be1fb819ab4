import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeDirectory } from './make-directory';
import { inFile, LocatedFinding } from '../../findings/place';
import { Manifest } from '../../manifests/parts/manifest';
import { foundAt } from '../../rules/found';
import { writeYaml } from '../../yaml/writing';

/** One after the other: all of them together may be more than a text can hold. */
export function writeStream(write: (text: string) => void, manifests: Iterable<Manifest>): void {
  let separator = '';
  for (const manifest of manifests) {
    write(separator + writeYaml(manifest));
    separator = '---\n';
  }
}

/** What was written into a folder. */
export interface WrittenFiles {
  /** From the folder on. */
  readonly names: ReadonlySet<string>;
  /** Why not, where they could not be written. */
  readonly problems: readonly LocatedFinding[];
}

/** One file for each object: `<namespace>/<kind>[.<group>].<name>.yaml`. A file is there as a whole or not at all. */
export function writeFiles(folder: string, manifests: Iterable<Manifest>): WrittenFiles {
  const names = new Set<string>();
  untilWritten();
  const all = manifests[Symbol.iterator]();
  try {
    for (let next = all.next(); !next.done; next = all.next()) {
      const name = fileName(next.value);
      writeWhole(join(folder, name), writeYaml(next.value));
      names.add(name);
    }
  } catch (error) {
    const { code, path = folder } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    let left = 1;
    while (!all.next().done) left++;
    return { names, problems: [unwritten(path, code, names.size, names.size + left)] };
  }
  return { names, problems: [] };
}

function unwritten(path: string, code: string, written: number, all: number): LocatedFinding {
  return foundAt('SF-OUTPUT-FILE', inFile(path), {
    given: `a place that cannot be written (${code})${written === 0 ? '' : `; the directory is incomplete, with ${written} of ${all} files`}`,
    allowed: 'a directory, or a name that is free',
    fix: 'give another directory with --output',
  });
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
