import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { MAX_FILE_BYTES } from './limits';

const CHUNK_BYTES = 64 * 1024;
const RETRY_MILLISECONDS = 5;

/**
 * What a file says; nothing where it says more than may be read: what is no regular file does not tell its size before.
 *
 * @param file a path, or a descriptor that is open
 */
export function readLimited(file: string | number): Buffer | undefined {
  const descriptor = typeof file === 'number' ? file : openSync(file, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let size = 0; size <= MAX_FILE_BYTES;) {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      const read = readWaiting(descriptor, chunk);
      if (read === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, read));
      size += read;
    }
    return undefined;
  } finally {
    if (descriptor !== file) closeSync(descriptor);
  }
}

/** The same of a path that nobody opens who is to write into it: what is no regular file may have no end. */
export function readRegular(path: string): Buffer | 'irregular' | 'too large' {
  return statSync(path).isFile() ? readLimited(path) ?? 'too large' : 'irregular';
}

/** The text of a file that was found, and that nobody named: nothing where it cannot be read. */
export function foundText(path: string): string | undefined {
  try {
    const content = readRegular(path);
    return Buffer.isBuffer(content) ? content.toString() : undefined;
  } catch {
    return undefined;
  }
}

/** Standard input may be set to not wait for who writes it. */
function readWaiting(descriptor: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk, 0, chunk.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      pauseForOtherEnd();
    }
  }
}

/** Lets whoever is at the other end of a pipe go on. */
export function pauseForOtherEnd(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MILLISECONDS);
}
