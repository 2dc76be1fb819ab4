import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from '../src/cli/program';

const ROOT = join(__dirname, '..');

/** The picture of the README: what the command `graph` draws of what its program wrote. */
export function readmePicture(manifests: string): string {
  let picture = '';
  program(['graph', manifests, '--format', 'svg'], { out: (text) => { picture += text; }, err: () => undefined, coloured: { out: false, err: false } });
  return picture;
}

if (require.main === module) {
  const folder = mkdtempSync(join(tmpdir(), 'picture-'));
  process.env.CDK8S_OUTDIR = folder;
  process.chdir(join(ROOT, 'test', 'readme'));
  require('../test/readme/orders'); // eslint-disable-line @typescript-eslint/no-require-imports -- it synthesizes as soon as it is loaded
  writeFileSync(join(ROOT, 'docs', 'wiring.svg'), readmePicture(folder));
  rmSync(folder, { recursive: true });
}
