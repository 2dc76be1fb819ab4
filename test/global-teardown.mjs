import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';

/** Removes the folder of the run. */
export default function tearDown() {
  const folder = tmpdir();
  process.env.TMPDIR = dirname(folder);
  rmSync(folder, { recursive: true, force: true });
}
