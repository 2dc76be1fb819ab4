import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nextRelease } from './changelog';

const ROOT = join(__dirname, '..');

/** Writes a file for which projen's task has a variable of the environment. */
function write(variable: string, text: string): void {
  const file = join(ROOT, process.env[variable]!);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

try {
  const tags = execFileSync('git', ['tag', '--list', 'v*'], { cwd: ROOT, encoding: 'utf8' }).split('\n');
  const { version, notes } = nextRelease(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'), tags);
  const manifest = readFileSync(join(ROOT, 'package.json'), 'utf8');
  write('OUTFILE', manifest.replace('"version": "0.0.0"', `"version": "${version}"`));
  write('BUMPFILE', version);
  write('RELEASETAG', `v${version}`);
  write('CHANGELOG', `${notes}\n`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
