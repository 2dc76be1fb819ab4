import { createHash } from 'node:crypto';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A node of a structural schema, or a reference to one: `{ $ref: '<name>' }`. */
export interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
  items?: Schema;
  [keyword: string]: unknown;
}

/** What an API server knows of one custom resource definition. */
export interface Crd {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** Where the scale subresource has its replicas, such as `.spec.podTemplate.replicas`. */
  readonly replicasPath?: string;
  readonly schema: Schema;
}

/** Keywords that decide what is pruned, defaulted or refused. */
const KEPT = new Set([
  'type', 'required', 'enum', 'default', 'pattern', 'minItems', 'minProperties', 'maxProperties',
  'x-kubernetes-int-or-string', 'x-kubernetes-preserve-unknown-fields', 'x-kubernetes-list-map-keys',
]);

/** Keywords of which only some values do; `true` for a value that does. Kubernetes before 1.36 does not look at the size of integers. */
const KEPT_VALUES: Record<string, Record<string, boolean>> = {
  'format': { byte: true, duration: true, int32: false, int64: false },
  'x-kubernetes-list-type': { map: true, set: true, atomic: false },
};

/** Keywords that say nothing about one object. `anyOf` only ever repeats `x-kubernetes-int-or-string`. */
const IGNORED = new Set(['description', 'anyOf', 'x-kubernetes-map-type']);

/** The metadata of every object, which no CRD describes. Its names are judged apart, their syntax is no matter of schema. */
const TEXT = { type: 'string' };
const FLAG = { type: 'boolean' };
const WHOLE = { type: 'integer' };
/** Go reads a null among strings as the empty string. */
const TEXTS = { type: 'object', additionalProperties: { type: 'string', default: '' } };
const OBJECT_META: Schema = {
  type: 'object',
  required: ['name'],
  properties: {
    name: TEXT,
    generateName: TEXT,
    namespace: TEXT,
    labels: TEXTS,
    annotations: TEXTS,
    finalizers: { type: 'array', items: TEXT },
    ownerReferences: {
      type: 'array',
      items: {
        type: 'object',
        required: ['apiVersion', 'kind', 'name', 'uid'],
        properties: { apiVersion: TEXT, kind: TEXT, name: TEXT, uid: TEXT, controller: FLAG, blockOwnerDeletion: FLAG },
      },
    },
    selfLink: TEXT,
    uid: TEXT,
    resourceVersion: TEXT,
    generation: WHOLE,
    creationTimestamp: TEXT,
    deletionTimestamp: TEXT,
    deletionGracePeriodSeconds: WHOLE,
    managedFields: { 'type': 'array', 'x-kubernetes-preserve-unknown-fields': true, 'items': { type: 'object' } },
  },
};

interface Version {
  readonly name: string;
  readonly schema: { readonly openAPIV3Schema: Schema };
  readonly subresources?: { readonly scale?: { readonly specReplicasPath: string } };
}

/** The structural schema of a `CustomResourceDefinition`, without prose and without status. */
export function readCrd(crd: Json): Crd {
  const { spec } = crd as { spec: { group: string; scope: string; names: { kind: string }; versions: Json[] } };
  if (spec.versions.length !== 1) throw new Error(`${spec.names.kind} has ${spec.versions.length} versions, one is expected`);
  const [version] = spec.versions as unknown as [Version];
  const apiVersion = `${spec.group}/${version.name}`;
  const { status: _status, ...properties } = version.schema.openAPIV3Schema.properties!;
  const schema = strip(version.schema.openAPIV3Schema, {
    ...properties,
    apiVersion: { type: 'string', enum: [apiVersion] },
    kind: { type: 'string', enum: [spec.names.kind] },
    metadata: OBJECT_META,
  });
  return {
    apiVersion,
    kind: spec.names.kind,
    namespaced: spec.scope === 'Namespaced',
    replicasPath: version.subresources?.scale?.specReplicasPath,
    schema: { ...schema, required: ['apiVersion', 'kind', 'metadata', ...(schema.required as string[] | undefined ?? [])] },
  };
}

function strip(schema: Schema, properties = schema.properties): Schema {
  const stripped: Schema = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === 'properties') stripped.properties = mapValues(properties!, (property) => strip(property));
    else if (keyword === 'items' || keyword === 'additionalProperties') stripped[keyword] = strip(value as Schema);
    else if (isKept(keyword, value)) stripped[keyword] = value;
  }
  return stripped;
}

function isKept(keyword: string, value: unknown): boolean {
  const kept = KEPT.has(keyword) || (IGNORED.has(keyword) ? false : KEPT_VALUES[keyword]?.[String(value)]);
  if (kept === undefined) throw new Error(`the CRDs have ${keyword}: ${JSON.stringify(value)}, which src/validation/ does not know`);
  return kept;
}

/** Schemas whose parts, where they are objects or occur more than once, have a name given by their content. */
export interface Hoisted {
  readonly roots: Schema[];
  readonly defs: Map<string, Schema>;
}

export function hoist(schemas: readonly Schema[]): Hoisted {
  const occurrences = new Map<string, number>();
  const count = (schema: Schema) => {
    const content = JSON.stringify(schema);
    occurrences.set(content, (occurrences.get(content) ?? 0) + 1);
    if (occurrences.get(content) === 1) children(schema).forEach(count);
  };
  schemas.forEach(count);

  const defs = new Map<string, Schema>();
  const hoisted = (schema: Schema): Schema => {
    const content = JSON.stringify(schema);
    const repeats = occurrences.get(content)! > 1 && isCompound(schema);
    if (!schema.properties && !repeats) return mapChildren(schema, hoisted);
    const name = `s${createHash('sha256').update(content).digest('hex').slice(0, 10)}`;
    if (!defs.has(name)) defs.set(name, mapChildren(schema, hoisted));
    return { $ref: name };
  };
  return { roots: schemas.map((schema) => mapChildren(schema, hoisted)), defs };
}

const children = (schema: Schema): Schema[] =>
  [...Object.values(schema.properties ?? {}), schema.items, schema.additionalProperties].filter((child) => child !== undefined);

const isCompound = (schema: Schema): boolean => children(schema).length > 0 || schema.enum !== undefined || schema.pattern !== undefined;

export function mapChildren(schema: Schema, change: (child: Schema) => Schema): Schema {
  return {
    ...schema,
    ...(schema.properties && { properties: mapValues(schema.properties, change) }),
    ...(schema.items && { items: change(schema.items) }),
    ...(schema.additionalProperties && { additionalProperties: change(schema.additionalProperties) }),
  };
}

function mapValues<T, U>(values: Record<string, T>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}

/** A TypeScript file with the CRD as text, a named part a line. */
export function structuralSchemaFile(crd: Crd): string {
  const { roots: [schema], defs } = hoist([crd.schema]);
  const { schema: _schema, ...head } = crd;
  const lines = [...defs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, def]) => `${JSON.stringify(name)}:${JSON.stringify(def)}`);
  const json = `${JSON.stringify(head).slice(0, -1)},"schema":${JSON.stringify(schema)},"defs":{\n${lines.join(',\n')}\n}}`;
  if (/`|\$\{/.test(json)) throw new Error(`the schema of ${crd.kind} does not fit into a template literal`);
  return [
    '// Generated by `npx projen import:crds`.',
    '/* eslint-disable */',
    '/** JSON of the type Crd in projenrc/structural-schemas.ts; an object, and what repeats, is in defs. */',
    `export const crd: string = String.raw\`${json}\`;`,
    '',
  ].join('\n');
}
