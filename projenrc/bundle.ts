import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build, BuildOptions, Metafile, Plugin } from 'esbuild';
import { withLazyImports } from './lazy-imports';

/**
 * Makes three files of what jsii compiled and of the packages that it uses, since finding and loading hundreds of small files takes longer than
 * running them. A module in them is run where one of its names is first used, so that a program runs what it needs.
 */

const ROOT = resolve(__dirname, '..');
const LIB = join(ROOT, 'lib');

/**
 * What constructs are made with is in the first file, what judges and renders them in the second, which is read when that begins, and the rest, above
 * all the commands, in the third.
 */
const PARTS = ['constructs', 'judgement', 'commands'] as const;
type Part = typeof PARTS[number];

/** By their folders in `src/`, or by the packages that they are from. */
const MODULES: Readonly<Record<Exclude<Part, 'commands'>, ReadonlySet<string>>> = {
  constructs: new Set([
    'index.js', 'json', 'kubernetes', 'go', 'findings', 'rules', 'acknowledgements', 'values', 'configuration', 'workflow-definition', 'model',
    'properties', 'constructs', 'cli/validation-plugin',
  ]),
  judgement: new Set(['loader', 'checks', 'manifests', 'pod-rules', 'validation', 'yaml', 'imports', 'node_modules/yaml', 'node_modules/js-yaml']),
};

const LIBRARY = 'lib/src/index.js';
const COMMAND_LINE = 'lib/src/cli/main.js';

/** @param module its path from the root of the repository */
function partOf(module: string): Part {
  const [, folder = ''] = /^(?:lib\/(?:src\/)?)?(cli\/validation-plugin|node_modules\/[^/]+|[^/]+)/.exec(module) ?? [];
  return PARTS.find((part) => part === 'commands' || MODULES[part].has(folder)) ?? 'commands';
}

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

/**
 * What is in the other file is asked for there.
 *
 * @param inputs all modules, with what they import: to find that again would take esbuild much longer than all else
 */
function inOtherFile(part: Part, inputs: Metafile['inputs']): Plugin {
  return {
    name: 'other file',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /./ }, ({ path, importer }) => {
        const module = inputs[relative(ROOT, importer)]?.imports.find(({ original, external }) => original === path && !external)?.path;
        if (module === undefined) return undefined;
        return partOf(module) === part ? { path: join(ROOT, module) } : { path: module, namespace: 'other file' };
      });
      onResolve({ filter: /./, namespace: 'other file' }, ({ path }) => ({ path, external: true }));
      onLoad({ filter: /./, namespace: 'other file' }, ({ path }) => ({
        contents: `module.exports = require('./${partOf(path)}')[${JSON.stringify(path)}]();`,
      }));
    },
  };
}

const OPTIONS = {
  bundle: true,
  minifyWhitespace: true,
  lineLimit: 160,
  platform: 'node',
  target: 'node20',
  // Peers are the user's own, and the others are his if he wants them.
  external: ['cdk8s', 'cdk8s-plus-28', 'constructs', '@dagrejs/dagre', 'prettier'],
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** A file in which modules are asked for by their paths. */
function entryOf(paths: Iterable<string>): BuildOptions['stdin'] {
  const contents = [...paths].map((module) => `exports[${JSON.stringify(module)}] = () => require(${JSON.stringify(`../${module}`)});`).join('\n');
  return { contents, resolveDir: LIB };
}

/** All modules, with what each imports. */
async function modules(): Promise<Metafile['inputs']> {
  const { metafile } = await build({ ...OPTIONS, stdin: entryOf([LIBRARY, COMMAND_LINE]), plugins: [schemas], metafile: true, write: false });
  return metafile.inputs;
}

/** The modules of a part for which another one asks, or with which a program begins. */
function askedFor(inputs: Metafile['inputs'], part: Part): Set<string> {
  const imported = Object.entries(inputs).filter(([module]) => partOf(module) !== part).flatMap(([, { imports }]) => imports.map(({ path }) => path));
  return new Set([...imported, LIBRARY, COMMAND_LINE].filter((module) => module in inputs && partOf(module) === part).sort());
}

/** Each name by itself: Node.js finds the names that an ES module may import in the text of a file. */
function libraryFile(): string {
  const names = Object.keys(require(join(LIB, 'src/index')) as object); // eslint-disable-line @typescript-eslint/no-require-imports
  return [`const library = require('./constructs')['${LIBRARY}']();`, ...names.map((name) => `exports.${name} = library.${name};`), ''].join('\n');
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
  const inputs = await modules();
  for (const part of PARTS) {
    await build({
      ...OPTIONS, stdin: entryOf(askedFor(inputs, part)), outfile: join(LIB, `${part}.js`), plugins: [schemas, inOtherFile(part, inputs), lazyImports],
    });
  }
  writeFileSync(join(LIB, 'index.js'), libraryFile());
  writeFileSync(join(LIB, 'cli.js'), `#!/usr/bin/env node\nrequire('./commands')['${COMMAND_LINE}']();\n`);
  chmodSync(join(LIB, 'cli.js'), 0o755);
  writeFileSync(join(LIB, 'THIRD-PARTY-LICENSES'), licensesOf(Object.keys(inputs)));
}

void main();
