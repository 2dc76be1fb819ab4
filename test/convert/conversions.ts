import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as cdk8s from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import * as ts from 'typescript';
import * as library from '../../src';
import { Conversion, ConversionInput, convertSources } from '../../src/convert/conversion';
import { JsonObject } from '../../src/json/json';
import { load } from '../../src/loader/loader';
import { judge } from '../../src/validation/schema';
import { DEFAULT_RELEASE, OperatorName, OPERATORS } from '../../src/values/operator/operator-releases';
import { compile } from '../compile';

/** The objects of a text, as the command line reads them. */
export function objectsOf(text: string, operator: OperatorName = DEFAULT_RELEASE): JsonObject[] {
  return load([{ file: 'input.yaml', text }], { judge: (object) => judge(OPERATORS[operator].crds, object) }).documents.map(({ object }) => object);
}

export function convertText(text: string, options: Partial<ConversionInput> = {}): Conversion {
  const { operator = DEFAULT_RELEASE } = options;
  return convertSources({
    clusters: [{ name: '', objects: objectsOf(text, operator) }], projects: [], name: 'infra', language: 'typescript', version: '0.0.0', operator, facts: {}, only: [], ...options,
  });
}

export function fileOf({ files }: Conversion, path: string): string {
  const found = files.find(([name]) => name === path);
  if (!found) throw new Error(`no ${path}; there are ${files.map(([name]) => name).join(', ')}`);
  return String(found[1]);
}

/** The modules that make charts: what somebody reads and changes. */
export function programOf({ files }: Conversion): Array<readonly [path: string, text: string]> {
  return files.filter(([path]) => /\.(ts|py)$/.test(path) && !/test/.test(path)).map(([path, content]) => [path, String(content)]);
}

export function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(directory, path)).isFile()).sort();
}

/** What was written into a directory. */
export function conversionIn(directory: string): Conversion {
  return { files: filesIn(directory).map((path) => [path, readFileSync(join(directory, path))]), plans: [], environments: [] };
}

export function writeConversion(folder: string, { files }: Conversion): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Modules of all programs of a suite, for one run of the compiler. */
export const toCompile: Array<readonly [path: string, text: string]> = [];

/** That a program compiles is for conversion.corpus.ts to say. */
export function compiles(conversion: Conversion): void {
  const folder = toCompile.length;
  for (const [path, text] of conversion.files) if (path.endsWith('.ts')) toCompile.push([`${folder}/${path}`, String(text)]);
}

/** What the compiler says to all TypeScript below some folders. Within the repository, so that the packages are found; nothing is written there. */
export function compileAll(modules: ReadonlyArray<readonly [path: string, text: string]>): string[] {
  return compile(modules.map(([path, text]) => [`test/converted/${path}`, text])).map(({ path, line, message }) => `${path}:${line}: ${message}`);
}

const MODULES: Readonly<Record<string, unknown>> = { 'cdk8s-plus-28': kplus, 'cdk8s-sonataflow': library };

/** What a program of a folder synthesizes: it runs in that folder, with this library. */
export function synthesize(folder: string, conversion: Conversion, args: readonly string[] = []): string {
  const texts = new Map(conversion.files.map(([path, content]) => [path, String(content)]));
  const loaded = new Map<string, { exports: Record<string, unknown> }>();
  let synthesized = '';
  // The program writes nothing: what it would write is looked at.
  class WatchedApp extends cdk8s.App {
    public override synth(): void { synthesized = this.synthYaml(); }
  }
  const run = (path: string): Record<string, unknown> => {
    const known = loaded.get(path);
    if (known) return known.exports;
    const module = { exports: {} as Record<string, unknown> };
    loaded.set(path, module);
    const { outputText } = ts.transpileModule(texts.get(path) ?? '', { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
    new Function('require', 'module', 'exports', 'process', outputText)(required, module, module.exports, { argv: ['node', 'main.ts', ...args] });
    return module.exports;
  };
  const required = (name: string): unknown => {
    if (name.startsWith('./')) return run(`${name.slice(2)}.ts`);
    if (name === 'cdk8s') return { ...cdk8s, App: WatchedApp };
    return MODULES[name];
  };
  const before = process.cwd();
  process.chdir(folder);
  try {
    run('main.ts');
  } finally {
    process.chdir(before);
  }
  return synthesized;
}
