import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as ts from 'typescript';
import { sourceFile } from './source-file';
import { once } from '../src/json/once';

const SRC = join(__dirname, '..', 'src');

/** What a user passes in; the other structs are what is read out. */
const INPUT = /(Props|Options|Template|Credentials|Overrides|Facts|EventSource)$/;

const sources = once((): ts.SourceFile[] => (
  ['values', 'constructs', 'workflow-definition'].flatMap((layer) => readdirSync(join(SRC, layer), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => sourceFile(join(SRC, layer, file))))
));

/** Every `Struct.property` that a user can pass in, as the source declares it. */
export function inputProperties(): string[] {
  const index = readFileSync(join(SRC, 'index.ts'), 'utf8');
  const exported = (file: ts.SourceFile, name: string) =>
    new RegExp(`\\b${name}\\b`).test(index) || index.includes(`export * from './${relative(SRC, file.fileName).replace(/\.ts$/, '')}'`);
  return sources().flatMap((file) => file.statements
    .filter(ts.isInterfaceDeclaration)
    .filter(({ name }) => INPUT.test(name.text) && exported(file, name.text))
    .flatMap(({ name, members }) => members.map((member) => `${name.text}.${(member.name as ts.Identifier).text}`)))
    .sort();
}

/** The props of each construct by the name of their struct, the inherited ones included. */
export function constructProps(): Record<string, string[]> {
  const structs = new Map(sources().flatMap((file) => file.statements.filter(ts.isInterfaceDeclaration)).map((struct) => [struct.name.text, struct]));
  const propsOf = ({ heritageClauses, members }: ts.InterfaceDeclaration): string[] => [
    ...(heritageClauses ?? []).flatMap(({ types }) => types).flatMap(({ expression }) => propsOf(structs.get((expression as ts.Identifier).text)!)),
    ...members.map(({ name }) => (name as ts.Identifier).text),
  ];
  return Object.fromEntries([...structs].filter(([name]) => name.endsWith('ConstructProps')).map(([name, struct]) => [name, propsOf(struct).sort()]));
}
