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
  const { openAPIV3Schema } = version.schema;
  const apiVersion = `${spec.group}/${version.name}`;
  const { status: _status, ...properties } = openAPIV3Schema.properties!;
  return {
    apiVersion,
    kind: spec.names.kind,
    namespaced: spec.scope === 'Namespaced',
    replicasPath: version.subresources?.scale?.specReplicasPath,
    schema: structural({
      ...openAPIV3Schema,
      required: ['apiVersion', 'kind', 'metadata', ...(openAPIV3Schema.required as string[] | undefined ?? [])],
      properties: {
        ...properties,
        apiVersion: { type: 'string', enum: [apiVersion] },
        kind: { type: 'string', enum: [spec.names.kind] },
        metadata: OBJECT_META,
      },
    }),
  };
}

/** The keywords that matter, in an order that does not depend on the CRD's. */
function structural({ properties, additionalProperties, items, ...keywords }: Schema): Schema {
  return {
    ...Object.fromEntries(Object.entries(keywords).filter(([keyword, value]) => isKept(keyword, value)).sort()),
    ...(properties && { properties: mapValues(properties, structural) }),
    ...(additionalProperties && { additionalProperties: structural(additionalProperties) }),
    ...(items && { items: structural(items) }),
  };
}

function isKept(keyword: string, value: unknown): boolean {
  const kept = KEPT.has(keyword) || (IGNORED.has(keyword) ? false : KEPT_VALUES[keyword]?.[String(value)]);
  if (kept === undefined) throw new Error(`the CRDs have ${keyword}: ${JSON.stringify(value)}, which src/validation/ does not know`);
  return kept;
}

export const children = (schema: Schema): Schema[] =>
  [...Object.values(schema.properties ?? {}), schema.items, schema.additionalProperties].filter((child) => child !== undefined);

export function mapChildren(schema: Schema, change: (child: Schema) => Schema): Schema {
  return {
    ...schema,
    ...(schema.properties && { properties: mapValues(schema.properties, change) }),
    ...(schema.items && { items: change(schema.items) }),
    ...(schema.additionalProperties && { additionalProperties: change(schema.additionalProperties) }),
  };
}

export function mapValues<T, U>(values: Record<string, T>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
