import * as cdk8s from 'cdk8s';
import * as ts from 'typescript';
import { PageScope, SCOPE_NAMES } from './pages-scope';
import * as library from '../../src';
import { Finding } from '../../src/findings/finding';
import { FindingsError } from '../../src/findings/findings-error';
import { compile } from '../compile';

/** The file that the program would be, to which the paths of its imports are relative. */
const FILE = 'test/checks/pages-program.ts';

type Piece = (scope: PageScope) => void;

/** The pieces of programs on the pages as one program: compiling it once takes as long as compiling one piece. */
export class PagePrograms {
  private readonly text: string;
  private pieces?: readonly Piece[];

  constructor(private readonly sources: readonly string[]) {
    this.text = [
      'import { ApiObject, App, Chart, Include, JsonPatch, YamlOutputType } from \'cdk8s\';',
      'import * as kplus from \'cdk8s-plus-28\';',
      'import type { PageScope } from \'./pages-scope\';',
      `import { ${Object.keys(library).join(', ')} } from '../../src';`,
      'export const pieces = [',
      ...sources.map((source) => `({ ${SCOPE_NAMES.filter((name) => isGivenTo(source, name)).join(', ')} }: PageScope) => {\n${source}},`),
      '];',
    ].join('\n');
  }

  /** What the compiler has against it, one message a line. */
  diagnostics(): string[] {
    const lines = this.text.split('\n');
    return compile([[FILE, this.text]]).map(({ path, line, message }) => `${message}: ${path === FILE ? lines[line - 1] : `${path}:${line}`}`);
  }

  /** Runs a piece and says what is found: by the error that it throws, else by the constructs that it makes. */
  findingsOf(source: string): readonly Finding[] {
    this.pieces ??= evaluate(this.text);
    const scope = new PageScope();
    madeApps.length = 0;
    try {
      this.pieces[this.sources.indexOf(source)](scope);
    } catch (error) {
      if (error instanceof FindingsError) return error.findings;
      throw error;
    }
    return [scope.app, ...madeApps].flatMap((app) => library.SonataFlowTesting.findings(app));
  }
}

/** Whether a piece speaks of something that it does not declare. */
function isGivenTo(source: string, name: string): boolean {
  return new RegExp(`(?<![.'/-])\\b${name}\\b(?!:)`).test(source) && !new RegExp(`\\bconst ${name}\\b`).test(source);
}

const madeApps: cdk8s.App[] = [];

/** An app that a piece makes of its own. */
class RecordedApp extends cdk8s.App {
  constructor(props?: cdk8s.AppProps) {
    super(props);
    madeApps.push(this);
  }
}

function evaluate(text: string): readonly Piece[] {
  const { outputText } = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  const exports: { pieces?: readonly Piece[] } = {};
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the modules that the program itself names
  new Function('exports', 'require', outputText)(exports, (name: string) => name === 'cdk8s' ? { ...cdk8s, App: RecordedApp } : require(name));
  return exports.pieces ?? [];
}
