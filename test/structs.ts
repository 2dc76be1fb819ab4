import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { sourceFile } from './source-file';

const VALUES = join(__dirname, '..', 'src', 'values');
const K8S = join(require.resolve('cdk8s-plus-28'), '..', 'imports', 'k8s.d.ts');

/** What the source says of the type of a property. */
export type PropertyType =
  | { readonly list: PropertyType }
  | { readonly map: PropertyType }
  | { readonly struct: string }
  /** A type of the language, a class or an enum. */
  | { readonly other: string };

function interfacesOf(path: string): Array<[string, ts.InterfaceDeclaration]> {
  return sourceFile(path).statements.filter(ts.isInterfaceDeclaration).map((declaration) => [declaration.name.text, declaration]);
}

const INTERFACES = new Map([K8S, ...readdirSync(VALUES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => join(VALUES, file))].flatMap(interfacesOf));

/** The properties of a struct by name, the inherited ones included: of this library, or of the Kubernetes API as cdk8s-plus has it. */
export function propertiesOf(struct: string): ReadonlyArray<readonly [string, PropertyType]> {
  const declaration = INTERFACES.get(struct);
  if (!declaration) throw new Error(`no struct ${struct}`);
  const inherited = (declaration.heritageClauses ?? []).flatMap(({ types }) => types)
    .flatMap(({ expression }) => propertiesOf((expression as ts.Identifier).text));
  return [...inherited, ...declaration.members.filter(ts.isPropertySignature)
    .map((member) => [(member.name as ts.Identifier).text, propertyType(member.type!)] as const)];
}

function propertyType(type: ts.TypeNode): PropertyType {
  if (ts.isArrayTypeNode(type)) return { list: propertyType(type.elementType) };
  if (ts.isTypeLiteralNode(type)) return { map: propertyType((type.members[0] as ts.IndexSignatureDeclaration).type) };
  if (!ts.isTypeReferenceNode(type)) return { other: ts.tokenToString(type.kind)! };
  if (type.typeArguments) return { map: propertyType(type.typeArguments[1]) };
  const name = ts.isQualifiedName(type.typeName) ? type.typeName.right.text : type.typeName.text;
  return INTERFACES.has(name) ? { struct: name } : { other: name };
}
