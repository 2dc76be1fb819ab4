import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as kplus from 'cdk8s-plus-28';
import * as ts from 'typescript';
import { DeploymentModel, PodDisruptionBudget } from '../src';

const VALUES = join(__dirname, '..', 'src', 'values');
const K8S = join(require.resolve('cdk8s-plus-28'), '..', 'imports', 'k8s.d.ts');

/** What is no struct: a sample each. */
const SAMPLES: Record<string, unknown> = {
  string: 'a',
  number: 1,
  boolean: true,
  any: {},
  Date: new Date(0),
  IntOrString: kplus.k8s.IntOrString.fromNumber(1),
  Quantity: kplus.k8s.Quantity.fromString('1Gi'),
  PodDisruptionBudget: PodDisruptionBudget.minAvailable(kplus.k8s.IntOrString.fromNumber(1)),
  DeploymentModel: DeploymentModel.KNATIVE,
};

function interfacesOf(path: string): Array<[string, ts.InterfaceDeclaration]> {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022);
  return file.statements.filter(ts.isInterfaceDeclaration).map((declaration) => [declaration.name.text, declaration]);
}

/** Structs by name: those of this library, and those of the Kubernetes API as cdk8s-plus has it. */
const INTERFACES = new Map([K8S, ...readdirSync(VALUES).map((file) => join(VALUES, file))].flatMap(interfacesOf));

/** A value of a struct with every field that its type declares, those of its structs included. */
export function structSample(name: string): Record<string, unknown> {
  const declaration = INTERFACES.get(name);
  if (!declaration) throw new Error(`no sample of ${name}`);
  const inherited = (declaration.heritageClauses ?? []).flatMap(({ types }) => types)
    .map(({ expression }) => structSample((expression as ts.Identifier).text));
  const own = declaration.members.filter(ts.isPropertySignature)
    .map((member) => [(member.name as ts.Identifier).text, typeSample(member.type!)] as const);
  return Object.assign({}, ...inherited, Object.fromEntries(own));
}

function typeSample(type: ts.TypeNode): unknown {
  if (ts.isArrayTypeNode(type)) return [typeSample(type.elementType)];
  if (ts.isTypeLiteralNode(type)) return { key: typeSample((type.members[0] as ts.IndexSignatureDeclaration).type) };
  if (ts.isTypeReferenceNode(type)) {
    if (type.typeArguments) return { key: typeSample(type.typeArguments[1]) };
    const name = ts.isQualifiedName(type.typeName) ? type.typeName.right.text : type.typeName.text;
    return Object.hasOwn(SAMPLES, name) ? SAMPLES[name] : structSample(name);
  }
  return SAMPLES[ts.tokenToString(type.kind)!];
}
