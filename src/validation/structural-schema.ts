import { Json } from '../json/json';
import { onceFor } from '../json/once';

/** What a CRD says about one value; the words are Kubernetes' own. */
export interface StructuralSchema {
  readonly 'type'?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly 'properties'?: Readonly<Record<string, StructuralSchema>>;
  readonly 'additionalProperties'?: StructuralSchema;
  readonly 'items'?: StructuralSchema;
  readonly 'required'?: readonly string[];
  readonly 'enum'?: readonly string[];
  readonly 'default'?: Json;
  readonly 'pattern'?: string;
  readonly 'format'?: 'byte' | 'duration';
  readonly 'minItems'?: number;
  readonly 'minProperties'?: number;
  readonly 'maxProperties'?: number;
  readonly 'x-kubernetes-int-or-string'?: true;
  readonly 'x-kubernetes-preserve-unknown-fields'?: true;
  readonly 'x-kubernetes-list-type'?: 'map' | 'set';
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
}

/** What an API server knows of one custom resource definition. */
export interface Crd {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** Where the scale subresource has its replicas, such as `.spec.podTemplate.replicas`. */
  readonly replicasPath?: string;
  readonly schema: StructuralSchema;
}

type Reference = { readonly $ref: string };
type Part = Omit<StructuralSchema, 'properties' | 'additionalProperties' | 'items'> & {
  readonly properties?: Readonly<Record<string, Part | Reference>>;
  readonly additionalProperties?: Part | Reference;
  readonly items?: Part | Reference;
};

/**
 * The CRDs that `imports/schemas/` has as text, by version and kind.
 *
 * Parts that occur more than once become one and the same object, whatever the version.
 */
export function parseCrds(text: string): ReadonlyMap<string, Crd> {
  const { defs, crds } = JSON.parse(text) as { crds: Record<string, Omit<Crd, 'schema'> & { schema: Part }>; defs: Record<string, Part> };
  const resolved = new Map<string, StructuralSchema>();
  const resolve = (part: Part | Reference): StructuralSchema => {
    if (!('$ref' in part)) return resolveChildren(part);
    // The text has each part to which it refers.
    const known = resolved.get(part.$ref) ?? resolveChildren(defs[part.$ref]!);
    resolved.set(part.$ref, known);
    return known;
  };
  const resolveChildren = ({ properties, additionalProperties, items, ...rest }: Part): StructuralSchema => ({
    ...rest,
    ...(properties && { properties: Object.fromEntries(Object.entries(properties).map(([field, part]) => [field, resolve(part)])) }),
    ...(additionalProperties && { additionalProperties: resolve(additionalProperties) }),
    ...(items && { items: resolve(items) }),
  });
  return new Map(Object.entries(crds).map(([name, crd]) => [name, { ...crd, schema: resolve(crd.schema) }]));
}

/** The schema of one field of an object, if the schema of the object knows it. */
export function fieldSchema(schema: StructuralSchema | undefined, field: string): StructuralSchema | undefined {
  return schema?.properties !== undefined && Object.hasOwn(schema.properties, field) ? schema.properties[field] : schema?.additionalProperties;
}

/** Whether a schema, or one that is in it, is of a kind: what has none of it in it need not be gone through. */
export function anywhere(isOfKind: (schema: StructuralSchema) => boolean): (schema: StructuralSchema) => boolean {
  const known = onceFor((schema: StructuralSchema): boolean => (
    isOfKind(schema) || [...Object.values(schema.properties ?? {}), schema.additionalProperties, schema.items].some((child) => child && known(child))
  ));
  return known;
}

/** The schema of what a path leads to. */
export function schemaAt(schema: StructuralSchema, path: ReadonlyArray<string | number>): StructuralSchema | undefined {
  return path.reduce<StructuralSchema | undefined>(
    (node, step) => (typeof step === 'number' ? node?.items : fieldSchema(node, step)), schema);
}
