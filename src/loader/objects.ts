import { list } from '../findings/words';
import { fieldName, FieldPath } from '../json/field-path';
import { isJsonObject, Json, JsonObject } from '../json/json';
import { isClusterScoped, TypeMeta } from '../kubernetes/kinds';
import { ValueProblem } from '../rules/value-problem';

/** An object that has what every object of Kubernetes has. */
export type KubernetesObject = TypeMeta & { readonly metadata: { readonly name: string; readonly namespace: string } & JsonObject } & JsonObject;

/** What is wrong, and in which field. */
export type FieldProblem = ValueProblem & { readonly path?: FieldPath };

const REQUIRED: ReadonlyArray<readonly [path: FieldPath, read: (object: JsonObject) => Json | undefined]> = [
  [['apiVersion'], (object) => object.apiVersion],
  [['kind'], (object) => object.kind],
  [['metadata', 'name'], (object) => metadataOf(object).name],
];

/** What keeps a mapping from being an object of Kubernetes. */
export function objectProblems(object: JsonObject): FieldProblem[] {
  if (!isAbsent(object.metadata) && !isJsonObject(object.metadata)) return [wrongType(['metadata'], object.metadata, 'a mapping')];
  const missing = REQUIRED.filter(([, read]) => isAbsent(read(object)) || read(object) === '').map(([path]) => path);
  const wrong = REQUIRED.filter(([path, read]) => !missing.includes(path) && typeof read(object) !== 'string');
  const { namespace } = metadataOf(object);
  return [
    ...(missing.length > 0 ? [incomplete(missing.map(fieldName))] : []),
    ...wrong.map(([path, read]) => wrongType(path, read(object), 'a string')),
    ...(isAbsent(namespace) || typeof namespace === 'string' ? [] : [wrongType(['metadata', 'namespace'], namespace, 'a string')]),
    ...['labels', 'annotations'].flatMap((field) => textMapProblems(['metadata', field], metadataOf(object)[field])),
  ];
}

/** The object with the namespace that it gets; empty when its kind has none. */
export function withNamespace(object: JsonObject, defaultNamespace: string): KubernetesObject {
  const metadata = metadataOf(object);
  const namespace = isClusterScoped(String(object.kind)) ? '' : metadata.namespace || defaultNamespace;
  const texts = Object.fromEntries(['labels', 'annotations'].filter((field) => isJsonObject(metadata[field]))
    .map((field) => [field, withEmptyTexts(metadata[field] as JsonObject)]));
  return { ...object, metadata: { ...metadata, ...texts, namespace } } as KubernetesObject;
}

function metadataOf(object: JsonObject): JsonObject {
  return isJsonObject(object.metadata) ? object.metadata : {};
}

function isAbsent(value: Json | undefined): boolean {
  return value === undefined || value === null;
}

/** The API server takes null for an empty text there. */
function withEmptyTexts(texts: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text ?? '']));
}

function textMapProblems(path: FieldPath, texts: Json | undefined): FieldProblem[] {
  if (isAbsent(texts)) return [];
  if (!isJsonObject(texts)) return [wrongType(path, texts, 'a mapping of strings')];
  return Object.entries(texts).filter(([, text]) => typeof text !== 'string' && text !== null)
    .map(([key, text]) => wrongType([...path, key], text, 'a string'));
}

function incomplete(missing: readonly string[]): FieldProblem {
  return {
    rule: 'SF-INPUT-OBJECT',
    given: `an object without ${list(missing)}`,
    allowed: 'objects of Kubernetes with apiVersion, kind and metadata.name',
    fix: `add ${list(missing)}, or leave out what is no object of Kubernetes`,
  };
}

function wrongType(path: FieldPath, value: Json | undefined, allowed: string): FieldProblem {
  return { rule: 'SF-INPUT-OBJECT', path, given: nameType(value), allowed, fix: allowed === 'a string' ? 'quote the value' : `write ${allowed}` };
}

/** What a value is, for messages; not which, as it may be a Secret's. */
export function nameType(value: Json | undefined): string {
  if (isAbsent(value)) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (isJsonObject(value)) return 'a mapping';
  return `a ${typeof value}`;
}
