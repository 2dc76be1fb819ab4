import Module, { register } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

// All that can be loaded is transformed at once: one file after the other takes several times as long.
const { outputFiles } = await build({
  absWorkingDir: ROOT,
  entryPoints: ['src', 'imports', 'projenrc', 'test', 'examples'].map((folder) => `${folder}/**/*.ts`),
  outbase: ROOT,
  outdir: ROOT,
  format: 'cjs',
  platform: 'node',
  target: `node${process.versions.node}`,
  sourcemap: 'inline',
  sourcesContent: false,
  write: false,
});
const transformed = new Map(outputFiles.map((file) => [file.path.replace(/\.js$/, '.ts'), file]));

process.setSourceMapsEnabled(true);
Module._extensions['.ts'] = (module, path) => module._compile(transformed.get(path).text, path);

// What is imported as this package is its sources.
const { _resolveFilename } = Module;
Module._resolveFilename = (request, ...rest) => _resolveFilename(request === 'cdk8s-sonataflow' ? join(ROOT, 'src/index.ts') : request, ...rest);

// Suites are imported.
const load = "export const load = (url, ...rest) => /\\.ts(\\?|$)/.test(url) ? { format: 'commonjs', shortCircuit: true } : rest[1](url, rest[0]);";
register(`data:text/javascript,${encodeURIComponent(load)}`);
