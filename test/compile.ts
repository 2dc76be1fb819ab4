import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..');
const COMPILER = join(ROOT, 'node_modules/typescript-7/bin/tsc');

/** As strict as a new repository is; the library is its sources, and what is beside the files in the repository is beside them here. */
const options = (folder: string) => ({
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: 'es2022',
  lib: ['es2022'],
  types: ['node', 'jest'],
  typeRoots: [join(ROOT, 'node_modules/@types')],
  module: 'commonjs',
  moduleResolution: 'bundler',
  resolveJsonModule: true,
  rootDirs: [folder, ROOT],
  paths: { 'cdk8s-sonataflow': [join(ROOT, 'src/index.ts')], '*': ['@types/*', '*'].map((path) => join(ROOT, 'node_modules', path)) },
});

/** What the compiler says to texts, as one program; their paths are relative to the repository. */
export function compile(texts: ReadonlyArray<readonly [path: string, text: string]>): Array<{ path: string; line: number; message: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'compile-'));
  try {
    for (const [path, text] of texts) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const files = texts.map(([path]) => path);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options(folder), files }));
    const { stdout, stderr, status } = spawnSync(process.execPath, [COMPILER, '--pretty', 'false', '-p', folder], { cwd: folder, encoding: 'utf8' });
    if (status !== 0 && stdout === '') throw new Error(stderr);
    return problemsIn(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `file.ts(1,2): error TS1: message`; further lines of a message are indented. */
function problemsIn(output: string): Array<{ path: string; line: number; message: string }> {
  const problems = output.split(/\n(?=\S)/).filter((text) => text !== '');
  return problems.map((text) => {
    const [, path = '', line = '0', message = text] = /^(.*?)\((\d+),\d+\): error TS\d+: (.*)$/s.exec(text.trimEnd()) ?? [];
    return { path, line: Number(line), message };
  });
}
