import { dirname, join } from 'node:path';
import * as ts from 'typescript';

const ROOT = join(__dirname, '..');

/** As strict as a new repository is; the library is its sources. */
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  stripInternal: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  types: ['node', 'jest'],
  module: ts.ModuleKind.CommonJS,
  moduleResolution: ts.ModuleResolutionKind.Node10,
  ignoreDeprecations: '6.0',
  paths: { 'cdk8s-sonataflow': [join(ROOT, 'src', 'index.ts')] },
};

/** What is on the disk, read once for all programs of a process: the library takes longer than what is compiled against it. */
const onDisk = new Map<string, ts.SourceFile | undefined>();

/** What the compiler says to texts that are nowhere on the disk, as one program; their paths are relative to the repository. */
export function compile(texts: ReadonlyArray<readonly [path: string, text: string]>): Array<{ path: string; line: number; message: string }> {
  const files = new Map(texts.map(([path, text]) => [join(ROOT, path), text]));
  const folders = new Set([...files.keys()].flatMap((path) => [dirname(path), dirname(dirname(path))]));
  const host = ts.createCompilerHost(OPTIONS);
  // The types do not depend on comments, and there are many.
  host.jsDocParsingMode = ts.JSDocParsingMode.ParseNone;
  const { fileExists, readFile, getSourceFile, directoryExists } = host;
  host.fileExists = (path) => files.has(path) || fileExists.call(host, path);
  host.readFile = (path) => files.get(path) ?? readFile.call(host, path);
  host.directoryExists = (path) => folders.has(path) || (directoryExists?.call(host, path) ?? false);
  host.getSourceFile = (path, target, ...rest) => {
    const text = files.get(path);
    if (text !== undefined) return ts.createSourceFile(path, text, target);
    if (!onDisk.has(path)) onDisk.set(path, getSourceFile.call(host, path, target, ...rest));
    return onDisk.get(path);
  };
  const program = ts.createProgram([...files.keys()], OPTIONS, host);
  return [...files].flatMap(([path, text]) => {
    const source = program.getSourceFile(path);
    if (!source) return [];
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(({ messageText, start = 0 }) => ({
      path: path.slice(ROOT.length + 1), line: text.slice(0, start).split('\n').length, message: ts.flattenDiagnosticMessageText(messageText, '\n'),
    }));
  });
}
