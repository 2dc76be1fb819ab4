import { writeSync } from 'node:fs';
import { pauseForOtherEnd } from '../../yaml/limited-read';

const DESCRIPTOR = 1;

/** Standard output that waits for whoever reads it: left to a stream, all that is not read yet would gather in memory. */
export class StandardOutput {
  private isOpen = true;

  /** @param failed is told once why nothing more can be written */
  constructor(private readonly failed: (error: NodeJS.ErrnoException) => void) {}

  write(text: string): void {
    // A terminal waits by itself, and knows the characters of its user.
    if (process.stdout.isTTY) {
      process.stdout.write(text);
      return;
    }
    const bytes = Buffer.from(text);
    try {
      for (let at = 0; this.isOpen && at < bytes.length;) at += writeWaiting(bytes.subarray(at));
    } catch (error) {
      this.isOpen = false;
      this.failed(error as NodeJS.ErrnoException);
    }
  }
}

function writeWaiting(bytes: Buffer): number {
  for (;;) {
    try {
      return writeSync(DESCRIPTOR, bytes);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      pauseForOtherEnd();
    }
  }
}
