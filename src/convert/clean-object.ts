import { isDeepStrictEqual } from 'node:util';
import type { ProgramContext } from './chart-program';
import { withoutWrittenBack } from './written-back';
import { FieldPath } from '../json/field-path';
import { isJsonObject, Json, JsonObject, valueAt } from '../json/json';
import { asList, asObject, asText } from '../json/lenient';
import { groupOf, isClusterScoped } from '../kubernetes/kinds';
import { withoutServerMetadata } from '../kubernetes/server-metadata';
import { OPERATOR_ID } from '../model/cluster-platform';
import { isTriggerElsewhere, makerOf } from '../model/made-objects';
import { API_VERSION } from '../model/resource';
import { crdOf, Kind } from '../validation/crds';
import { prune } from '../validation/prune';
import { fieldSchema, StructuralSchema } from '../validation/structural-schema';

const SERVERS_OWN_ANNOTATIONS = ['deployment.kubernetes.io/revision', 'kubectl.kubernetes.io/last-applied-configuration'];

/** Objects that every namespace gets by itself. */
const BY_ITSELF = [
  'ConfigMap kube-root-ca.crt', 'ConfigMap openshift-service-ca.crt', 'ServiceAccount default', 'ServiceAccount builder', 'ServiceAccount deployer', 'Service kubernetes',
];

/** An object as somebody would write it: without what the cluster added. */
export function cleanObject({ status: _status, ...object }: JsonObject): JsonObject {
  const { annotations, ...metadata } = withoutServerMetadata(asObject(object.metadata));
  const own = Object.entries(asObject(annotations)).filter(([key]) => !SERVERS_OWN_ANNOTATIONS.includes(key));
  const cleaned = { ...object, metadata: { ...metadata, ...own.length > 0 && { annotations: Object.fromEntries(own) } } };
  return object.kind === 'Service' && object.apiVersion === 'v1' && object.spec !== undefined ? { ...cleaned, spec: withoutAddress(asObject(object.spec)) } : cleaned;
}

/** Each cluster gives a Service another address; one that has none says so. */
function withoutAddress({ clusterIP, clusterIPs, ...spec }: JsonObject): JsonObject {
  return clusterIP === 'None' ? { ...spec, clusterIP } : spec;
}

/** Why an object is not written: somebody else makes it. */
export function madeElsewhere(object: JsonObject): string | undefined {
  const metadata = asObject(object.metadata);
  const maker = makerOf(object)
    ?? asList(metadata.ownerReferences).map(asObject).find(({ controller, apiVersion }) => controller === true && !isSonataFlows(apiVersion));
  if (maker) return `made by ${String(maker.kind)} ${String(maker.name)}`;
  if (isTriggerElsewhere(object)) return 'made by the operator';
  if (BY_ITSELF.includes(`${String(object.kind)} ${String(metadata.name)}`)) return 'made by the cluster';
  return object.kind === 'Secret' ? 'a Secret: it is referred to by its name, and its values stay where they are' : undefined;
}

function isSonataFlows(apiVersion: unknown): boolean {
  return groupOf(asText(apiVersion)) === groupOf(API_VERSION);
}

/** What a custom resource says, apart from what the API server would fill in or drop. */
export interface SaidSpec {
  readonly spec: JsonObject;
  /** What its schema does not know. */
  readonly unknown: ReadonlyArray<{ readonly path: FieldPath; readonly value: Json }>;
}

export function saidSpec({ crds, writing }: Pick<ProgramContext, 'crds' | 'writing'>, object: JsonObject): SaidSpec {
  const { schema } = crdOf(crds, object.kind as Kind);
  const { object: kept, unknown } = prune(object, schema);
  const fields = schema.properties?.spec;
  const pruned = asObject(kept.spec);
  const spec = object.kind === 'SonataFlowPlatform' && !isForeign(object) ? withoutWrittenBack(pruned, nameOf(object), writing) : pruned;
  return {
    spec: withoutBlanks(fields ? withoutDefaults(spec, fields) : spec),
    unknown: unknown.map((path) => ({ path, value: valueAt(object, path) ?? null })),
  };
}

/** Another operator leaves it as it is. */
function isForeign({ metadata }: JsonObject): boolean {
  return asText(asObject(asObject(metadata).annotations)[OPERATOR_ID]) !== '';
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
