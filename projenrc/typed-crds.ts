import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import { Crds } from './schema-files';
import { Crd, Schema } from './structural-schemas';
import { groupBy } from '../src/json/group-by';

/** What a pod template has beside the fields of a pod, which are Kubernetes' own. */
const OF_POD_TEMPLATES: readonly string[] = ['container', 'deploymentModel', 'podDisruptionBudget', 'replicas'];

/** Fields, by the field that holds them, with types of Kubernetes or of Serverless Workflow. */
const OPAQUE_FIELDS: Readonly<Record<string, readonly string[]>> = {
  podTemplate: ['container'],
  spec: ['flow'],
  template: ['buildArgs', 'envs', 'resources'],
};
const OPAQUE: Schema = { 'type': 'object', 'x-kubernetes-preserve-unknown-fields': true };

/**
 * The CRDs of which `cdk8s import` makes types, as YAML: with the fields of all versions, and of the types that are not SonataFlow's only
 * that they are there.
 *
 * Whole, they would become 42,000 lines: pods three times over, and flows.
 */
export function typedCrds(crds: Crds): string {
  const kinds = groupBy(Object.keys(crds).sort().map((name) => crds[name]), ({ kind }) => kind);
  return [...kinds.values()].map((versions) => stringify(definition(versions), { aliasDuplicateObjects: false })).join('---\n');
}

/** A line that tells of which CRDs types were made. */
export function madeOf(yaml: string): string {
  return `// of CRDs with the SHA-256 ${createHash('sha256').update(yaml).digest('hex')}`;
}

function definition(versions: readonly Crd[]): object {
  const [{ apiVersion, kind }] = versions;
  const [group, name] = apiVersion.split('/');
  const spec = typed('spec', versions.map(({ schema }) => schema.properties!.spec).reduce(withAllFields));
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    spec: { group, names: { kind }, versions: [{ name, schema: { openAPIV3Schema: { type: 'object', properties: { spec } } } }] },
  };
}

function withAllFields(schema: Schema, other: Schema): Schema {
  const fields = { ...schema.properties };
  for (const [name, field] of Object.entries(other.properties ?? {})) fields[name] = fields[name] ? withAllFields(fields[name], field) : field;
  return {
    ...schema,
    ...schema.properties && { properties: fields },
    ...schema.items && other.items && { items: withAllFields(schema.items, other.items) },
  };
}

function typed(name: string, schema: Schema): Schema {
  // Without `anyOf` it would be typed as anything.
  if (schema['x-kubernetes-int-or-string']) return { anyOf: [{ type: 'integer' }, { type: 'string' }] };
  const fields = Object.entries(schema.properties ?? {})
    .filter(([field]) => name !== 'podTemplate' || OF_POD_TEMPLATES.includes(field))
    .map(([field, child]): [string, Schema] => [field, OPAQUE_FIELDS[name]?.includes(field) ? opaque(child) : typed(field, child)]);
  return {
    ...schema,
    ...schema.properties && { properties: Object.fromEntries(fields), required: required(schema) },
    ...schema.items && { items: typed(name, schema.items) },
  };
}

const opaque = ({ items }: Schema): Schema => items ? { type: 'array', items: OPAQUE } : OPAQUE;

/** Where the API server writes the empty text for a name that is missing, nobody means to leave it out. */
function required({ properties = {}, required: names = [] }: Schema): string[] {
  return [...names as string[], ...Object.keys(properties).filter((field) => properties[field].default === '')];
}
