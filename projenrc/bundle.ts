import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, Plugin } from 'esbuild';
import { withLazyImports } from './lazy-imports';

/**
 * Makes one file of what jsii compiled and of the packages that it uses, since finding and loading hundreds of small files takes longer than
 * running them. A module in it is run where one of its names is first used, so that a program runs what it needs.
 */

const LIB = resolve(__dirname, '../lib');

/** They are large, and only read where a resource is judged. */
const schemas: Plugin = {
  name: 'schemas',
  setup: ({ onResolve }) => onResolve({ filter: /\/imports\/schemas\// }, ({ path }) => ({
    path: path.replace(/^.*(?=\/imports\/)/, '.'), external: true,
  })),
};

const lazyImports: Plugin = {
  name: 'lazy imports',
  setup: ({ onLoad }) => onLoad({ filter: /\/lib\/src\/.*\.js$/ }, ({ path }) => ({ contents: withLazyImports(readFileSync(path, 'utf8')) })),
};

/** The bundle; returns the files in it. */
async function bundle(): Promise<readonly string[]> {
  const { metafile } = await build({
    stdin: {
      contents: "exports.library = () => require('./src/index'); exports.commandLine = () => require('./src/cli/main');",
      resolveDir: LIB,
    },
    outfile: join(LIB, 'bundle.js'),
    bundle: true,
    minifyWhitespace: true,
    lineLimit: 160,
    platform: 'node',
    target: 'node20',
    // Peers are the user's own, and the others are his if he wants them.
    external: ['cdk8s', 'cdk8s-plus-28', 'constructs', '@dagrejs/dagre', 'prettier'],
    plugins: [schemas, lazyImports],
    metafile: true,
    logLevel: 'warning',
  });
  return Object.keys(metafile.inputs);
}

/** Each name by itself: Node.js finds the names that an ES module may import in the text. */
function libraryFile(): string {
  const names = Object.keys(require(join(LIB, 'src/index')) as object); // eslint-disable-line @typescript-eslint/no-require-imports
  return ["const library = require('./bundle').library();", ...names.map((name) => `exports.${name} = library.${name};`), ''].join('\n');
}

function licensesOf(files: readonly string[]): string {
  const packages = new Set(files.flatMap((file) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
  return [...packages].sort().map((folder) => {
    const license = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
    if (license === undefined) throw new Error(`${folder} has no license`);
    return `${folder.slice('node_modules/'.length)}\n\n${readFileSync(join(folder, license), 'utf8').trim()}\n`;
  }).join(`\n${'-'.repeat(80)}\n\n`);
}

async function main(): Promise<void> {
  const files = await bundle();
  writeFileSync(join(LIB, 'index.js'), libraryFile());
  writeFileSync(join(LIB, 'cli.js'), "#!/usr/bin/env node\nrequire('./bundle').commandLine();\n");
  chmodSync(join(LIB, 'cli.js'), 0o755);
  writeFileSync(join(LIB, 'THIRD-PARTY-LICENSES'), licensesOf(files));
}

void main();
