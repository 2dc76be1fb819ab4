import { isDeepStrictEqual } from 'node:util';
import type { CrdVersion } from '../../imports/schemas/crds';
import { FieldPath } from '../json/field-path';
import { isJsonObject, Json, JsonObject, valueAt } from '../json/json';
import { asList, asObject, asText } from '../json/lenient';
import { isClusterScoped } from '../kubernetes/kinds';
import { crdOf, Kind } from '../validation/crds';
import { prune } from '../validation/prune';
import { fieldSchema, StructuralSchema } from '../validation/structural-schema';

/** What the API server and kubectl write into metadata for themselves. */
const SERVERS_OWN = ['creationTimestamp', 'deletionGracePeriodSeconds', 'deletionTimestamp', 'generateName', 'generation', 'managedFields', 'ownerReferences', 'resourceVersion', 'selfLink', 'uid'];
const SERVERS_OWN_ANNOTATIONS = ['kubectl.kubernetes.io/last-applied-configuration'];

/** Objects that every namespace gets by itself. */
const BY_ITSELF = ['ConfigMap kube-root-ca.crt', 'ConfigMap openshift-service-ca.crt', 'ServiceAccount default', 'ServiceAccount builder', 'ServiceAccount deployer'];

/** An object as somebody would write it: without what the cluster added. */
export function cleanObject({ status: _status, ...object }: JsonObject): JsonObject {
  const metadata = Object.entries(asObject(object.metadata)).filter(([field]) => !SERVERS_OWN.includes(field));
  const annotations = Object.entries(asObject(asObject(object.metadata).annotations)).filter(([key]) => !SERVERS_OWN_ANNOTATIONS.includes(key));
  const { annotations: _annotations, ...rest } = Object.fromEntries(metadata);
  return { ...object, metadata: { ...rest, ...annotations.length > 0 && { annotations: Object.fromEntries(annotations) } } };
}

/** Why an object is not written: somebody else makes it. */
export function madeElsewhere(object: JsonObject): string | undefined {
  const metadata = asObject(object.metadata);
  const owner = asList(metadata.ownerReferences).map(asObject).find(({ controller, apiVersion }) => controller === true || asText(apiVersion).startsWith('sonataflow.org/'));
  if (owner && !isUsersProperties(object)) return `made by ${String(owner.kind)} ${String(owner.name)}`;
  if (BY_ITSELF.includes(`${String(object.kind)} ${String(metadata.name)}`)) return 'made by the cluster';
  return object.kind === 'Secret' ? 'a Secret: it is referred to by its name, and its values stay where they are' : undefined;
}

/** The operator makes an empty one and owns it; users write into it. */
function isUsersProperties({ kind, metadata, data }: JsonObject): boolean {
  return kind === 'ConfigMap' && asText(asObject(metadata).name).endsWith('-props') && !asText(asObject(metadata).name).endsWith('-managed-props')
    && asText(asObject(data)['application.properties']).trim() !== '';
}

/** What a custom resource says, apart from what the API server would fill in or drop. */
export interface SaidSpec {
  readonly spec: JsonObject;
  /** What its schema does not know. */
  readonly unknown: ReadonlyArray<{ readonly path: FieldPath; readonly value: Json }>;
}

export function saidSpec(crds: CrdVersion, object: JsonObject): SaidSpec {
  const { schema } = crdOf(crds, object.kind as Kind);
  const { object: pruned, unknown } = prune(object, schema);
  const fields = schema.properties?.spec;
  const spec = asObject(pruned.spec);
  return {
    spec: withoutBlanks(fields ? withoutDefaults(spec, fields) : spec),
    unknown: unknown.map((path) => ({ path, value: valueAt(object, path) ?? null })),
  };
}

/** The flow is not looked into: it stays as it is. */
function withoutDefaults(object: JsonObject, schema: StructuralSchema): JsonObject {
  return Object.fromEntries(Object.entries(object).flatMap(([field, value]): Array<[string, Json]> => {
    const known = fieldSchema(schema, field);
    if (!known || field === 'flow') return [[field, value]];
    if (known.default !== undefined && isDeepStrictEqual(known.default, value)) return [];
    if (Array.isArray(value)) return [[field, value.map((item) => isJsonObject(item) && known.items ? withoutDefaults(item, known.items) : item)]];
    return [[field, isJsonObject(value) ? withoutDefaults(value, known) : value]];
  }));
}

/** Templates in which nothing is said: the operator writes them into custom resources that it changes. */
function withoutBlanks(spec: JsonObject): JsonObject {
  const without = (service: Json) => isJsonObject(service) ? withoutBlankTemplate(service) : service;
  const services = Object.fromEntries(Object.entries(asObject(spec.services)).map(([kind, service]) => [kind, without(service)]));
  return { ...withoutBlankTemplate(spec), ...spec.services !== undefined && { services } };
}

function withoutBlankTemplate({ podTemplate, ...rest }: JsonObject): JsonObject {
  if (!isJsonObject(podTemplate)) return podTemplate === undefined ? rest : { ...rest, podTemplate };
  const { container, ...others } = podTemplate;
  const said = isJsonObject(container) && isBlank(container.resources) ? withoutField(container, 'resources') : container;
  const template = { ...others, ...!isBlank(said) && { container: said } };
  return isBlank(template) ? rest : { ...rest, podTemplate: template };
}

function isBlank(value: Json | undefined): boolean {
  return value === undefined || (isJsonObject(value) && Object.keys(value).length === 0);
}

function withoutField(object: JsonObject, field: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== field));
}

/** The namespace of an object, if it has one and says so. */
export function namespaceOf({ kind, metadata }: JsonObject): string | undefined {
  return isClusterScoped(asText(kind)) ? undefined : asText(asObject(metadata).namespace) || undefined;
}

export function nameOf({ metadata }: JsonObject): string {
  return asText(asObject(metadata).name);
}
