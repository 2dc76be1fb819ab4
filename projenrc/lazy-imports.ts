import * as ts from 'typescript';

interface Import {
  readonly statement: ts.Statement;
  readonly name: string;
  /** `require("./a")`. */
  readonly call: string;
}

/**
 * What the compiler made of a module, with each other module run where one of its names is first used: `const a_1 = require("./a")` and `a_1.name`
 * become `let a_1` and `(a_1 ??= require("./a")).name`. Importing the library runs a tenth of its modules then, and the first synth the others.
 */
export function withLazyImports(text: string): string {
  const source = ts.createSourceFile('module.js', text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const imports = new Map(source.statements.flatMap(importsOf).map((each) => [each.name, each]));
  const edits: Array<[node: ts.Node, text: string]> = [...imports.values()].map(({ statement, name }) => [statement, `let ${name};`]);
  const visit = (node: ts.Node): void => {
    const used = ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) ? imports.get(node.expression.text) : undefined;
    if (used) edits.push([(node as ts.PropertyAccessExpression).expression, `(${used.name} ??= ${used.call})`]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return edits.sort(([a], [b]) => b.getStart() - a.getStart())
    .reduce((result, [node, instead]) => result.slice(0, node.getStart()) + instead + result.slice(node.getEnd()), text);
}

/** Only what stands for an import does the compiler call `a_1` at the top of a module, and it is only ever asked for a property. */
function importsOf(statement: ts.Statement): Import[] {
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name, initializer }) => (
    ts.isIdentifier(name) && /_\d+$/.test(name.text) && initializer && ts.isCallExpression(initializer) && initializer.expression.getText() === 'require'
      ? [{ statement, name: name.text, call: initializer.getText() }] : []
  ));
}
