import { call, callOn, Expression, Field, json, list, literal, mapping, member, name, struct, withOptions } from './expression';
import { structOf } from './structs';
import { Report } from './untyped';
import { ownFinalizers } from './written-back';
import { durationMillis } from '../go/duration';
import { FieldPath } from '../json/field-path';
import { Json, JsonObject } from '../json/json';
import { asObject, asText } from '../json/lenient';

/** Something that is in the cluster and is only named. */
export type Reference = (kind: 'Secret' | 'ConfigMap', named: string, role: string) => Expression;

const text = (value: Json | undefined): Expression | undefined => value === undefined || value === null ? undefined : json(value);

export function postgreSql(spec: JsonObject, reference: Reference): Expression {
  const { name: secretName, userKey, passwordKey } = asObject(spec.secretRef);
  const credentials = struct('PostgreSqlCredentials', {
    secret: reference('Secret', asText(secretName), 'DatabaseCredentials'), userKey: text(userKey), passwordKey: text(passwordKey),
  });
  if (spec.serviceRef === undefined) return call('PostgreSql.fromJdbcUrl', text(spec.jdbcUrl) ?? literal(''), struct('PostgreSqlJdbcUrlOptions', { credentials }));
  const { name: service, namespace, port, databaseName, databaseSchema } = asObject(spec.serviceRef);
  return call('PostgreSql.fromService', struct('PostgreSqlServiceOptions', {
    name: text(service),
    namespace: text(namespace),
    port: text(port),
    databaseName: text(databaseName),
    databaseSchema: text(databaseSchema),
    credentials,
  }));
}

const STRATEGIES: Readonly<Record<string, string>> = { service: 'SERVICE', job: 'JOB', none: 'NONE' };

/** The options of a persistence; nothing for what the API server fills in anyway. */
export function migrationOptions(type: string, strategy: Json | undefined, path: FieldPath, report: Report) {
  const word = asText(strategy, 'service');
  const known = Object.hasOwn(STRATEGIES, word) ? STRATEGIES[word] : undefined;
  if (known === undefined) report([...path, 'dbMigrationStrategy'], word, 'no word that the operator knows');
  return struct(type, { dbMigrationStrategy: known === undefined || word === 'service' ? undefined : member('DbMigrationStrategy', known) });
}

/** Where something comes from or goes to, if that is said; an object without a place says something else to the operator than none. */
export function givenDestination(value: Json | undefined, otherwise: () => void): Expression | undefined {
  if (value === undefined) return undefined;
  const spec = asObject(value);
  if (spec.ref !== undefined || asText(spec.uri) !== '') return destination(spec);
  otherwise();
  return undefined;
}

export function destination(spec: JsonObject): Expression {
  const { ref, uri, CACerts, audience } = spec;
  const common = { caCerts: text(CACerts), audience: text(audience) };
  if (ref === undefined) return withOptions('Destination.uri', [text(uri) ?? literal('')], struct('DestinationUriOptions', common));
  const { apiVersion, kind, name: named, namespace, group, address } = asObject(ref);
  const shortcut = SHORTCUTS[`${String(apiVersion)} ${String(kind)}`];
  if (shortcut !== undefined && group === undefined && address === undefined) {
    return withOptions(shortcut, [literal(asText(named))], struct('DestinationObjectOptions', { namespace: text(namespace), uri: text(uri), ...common }));
  }
  return call('Destination.ref', struct('DestinationRefOptions', {
    kind: text(kind),
    name: text(named),
    apiVersion: text(apiVersion),
    namespace: text(namespace),
    group: text(group),
    address: text(address),
    uri: text(uri),
    ...common,
  }));
}

const SHORTCUTS: Readonly<Record<string, string | undefined>> = { 'eventing.knative.dev/v1 Broker': 'Destination.broker', 'v1 Service': 'Destination.service' };

/** The properties of a platform, by name. */
export function flowProperties(properties: readonly unknown[], reference: Reference): Expression {
  // Of several values of one property the operator takes the last one.
  const last = new Map(properties.map(asObject).map((property) => [asText(property.name), property]));
  return mapping([...last].filter(([property]) => property !== '').map(([property, { value, valueFrom }]): Field => [
    property, propertyValue(property, value, asObject(valueFrom), reference),
  ]));
}

function propertyValue(property: string, value: Json | undefined, { configMapKeyRef, secretKeyRef }: JsonObject, reference: Reference): Expression {
  const from = (kind: 'Secret' | 'ConfigMap', ref: JsonObject) => withOptions(
    `PropertyValue.from${kind}`,
    [reference(kind, asText(ref.name), property), literal(asText(ref.key))],
    struct('PropertyKeyOptions', { optional: text(ref.optional) }),
  );
  if (secretKeyRef !== undefined) return from('Secret', asObject(secretKeyRef));
  if (configMapKeyRef !== undefined) return from('ConfigMap', asObject(configMapKeyRef));
  return call('PropertyValue.fromText', literal(asText(value)));
}

export function buildConfig(spec: JsonObject, path: FieldPath, report: Report, reference: Reference): Expression {
  return structOf('BuildConfigOptions', spec, path, report, (field, value) => {
    if (field === 'secret') return reference('Secret', asText(value), 'RegistryLogin');
    return field === 'timeout' ? duration(asText(value)) : undefined;
  });
}

export function buildTemplate(spec: JsonObject, path: FieldPath, report: Report): Expression {
  return structOf('BuildTemplateOptions', spec, path, report, (field, value) => field === 'timeout' ? duration(asText(value)) : undefined);
}

function duration(given: string): Expression | undefined {
  const millis = durationMillis(given);
  if (millis === undefined) return undefined;
  const [unit, size] = UNITS.find(([, length]) => millis % length === 0) ?? ['millis', 1];
  return call(`Duration.${unit}`, literal(millis / size));
}

const UNITS: ReadonlyArray<readonly [string, number]> = [['hours', 3_600_000], ['minutes', 60_000], ['seconds', 1000]];

/** The objects that the API server keeps beside the spec, without what it keeps for itself. */
export function metadata(given: JsonObject, keep: { readonly name?: string; readonly labels: JsonObject; readonly annotations: JsonObject }) {
  const texts = (map: JsonObject) => Object.keys(map).length === 0 ? undefined
    : mapping(Object.entries(map).map(([key, value]): Field => [key, literal(asText(value))]));
  const finalizers = ownFinalizers(given);
  return struct('ApiObjectMetadata', {
    name: keep.name === undefined ? undefined : literal(keep.name),
    labels: texts(keep.labels),
    annotations: texts(keep.annotations),
    finalizers: finalizers.length === 0 ? undefined : list(finalizers.map((finalizer) => literal(finalizer))),
  });
}

/** A JSON patch on what a construct writes. */
export function patch(variable: string, path: FieldPath, value: Json): Expression {
  const pointer = path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return callOn(call('ApiObject.of', name(variable)), 'addJsonPatch', call('JsonPatch.add', literal(pointer), json(value)));
}
