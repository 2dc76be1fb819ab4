import { ChartBuilder } from './chart-program';
import { nameOf, saidSpec } from './clean-object';
import { call, Expression, literal, member, name, struct } from './expression';
import { podSpecial, structOf } from './structs';
import { NO_PLACE, NO_PROPERTY, Report, Untyped } from './untyped';
import { buildConfig, buildTemplate, givenDestination, flowProperties, metadata, migrationOptions, postgreSql } from './value-expressions';
import { Json, JsonObject } from '../json/json';
import { asList, asObject } from '../json/lenient';
import { DEFAULT_PLATFORM_NAME } from '../model/cluster-platform';
import { SERVICE_KINDS, ServiceKind } from '../model/service';

/** What a converted platform is called in the chart. */
export interface WrittenPlatform {
  readonly variable: string;
  readonly name: string;
  /** Its database, as the custom resource says it. */
  readonly database?: JsonObject;
}

/** How the workflows of a platform say that they inherit its database: `ABSENT` where one of them says nothing. */
export type Inheritance = 'EXPLICIT' | 'ABSENT';

/** Takes note of what no property says. */
export function reporter(untyped: Untyped[]): Report {
  return (path, value, why = path.includes('podTemplate') || path.includes('template') ? NO_PROPERTY : 'no property says it') => untyped.push({ path, value, why });
}

/** A platform with its services. */
export function addPlatform(builder: ChartBuilder, object: JsonObject, inheritance: Inheritance): WrittenPlatform {
  const { spec, unknown } = saidSpec(builder.context, object);
  const untyped: Untyped[] = [];
  const options = { ...platformOptions(builder, spec, inheritance, reporter(untyped)), ...builder.context.platformOptions };
  const variable = builder.add('SonataFlowPlatformConstruct', 'chart', { id: 'Platform', suffix: nameOf(object) }, struct('SonataFlowPlatformConstructProps', {
    metadata: platformMetadata(builder, object, DEFAULT_PLATFORM_NAME), ...options,
  }));
  const services = asObject(spec.services);
  for (const kind of ['dataIndex', 'jobsService'] as const) {
    const service = services[SERVICE_KINDS[kind].field];
    if (service !== undefined) addService(builder, variable, kind, asObject(service), reporter(untyped));
  }
  builder.patchAll(variable, [...untyped, ...unknownFields(unknown)]);
  return { variable, name: nameOf(object), database: databaseOf(spec) };
}

/** A platform that is included as it is: the workflows of its namespace find it by themselves. */
export function includedPlatform(builder: ChartBuilder, object: JsonObject): WrittenPlatform {
  return { variable: 'chart', name: nameOf(object), database: databaseOf(saidSpec(builder.context, object).spec) };
}

/**
 * The platform that the operator makes where there is none, if something is to be said of it. The workflows find it by their namespace: in
 * other languages it is an interface, and no scope.
 */
export function addMadeUpPlatform(builder: ChartBuilder): void {
  const options = struct('ExternalPlatformOptions', builder.context.platformOptions);
  if (options.fields.length === 0) return;
  const args = [name('chart'), literal(builder.newId('Platform', 'Default')), literal(DEFAULT_PLATFORM_NAME), options];
  builder.do(call('SonataFlowPlatformConstruct.fromPlatformName', ...args));
}

export function addClusterPlatform(builder: ChartBuilder, object: JsonObject, platform: string): void {
  const { spec, unknown } = saidSpec(builder.context, object);
  const { capabilities } = spec;
  const variable = builder.add('SonataFlowClusterPlatformConstruct', 'chart', { id: 'ClusterPlatform', suffix: nameOf(object) }, struct('SonataFlowClusterPlatformConstructProps', {
    platform: name(platform),
    capabilities: capabilities === undefined ? undefined
      : call(`ClusterPlatformCapabilities.${asList(asObject(capabilities).workflows).length > 0 ? 'services' : 'none'}`),
    metadata: platformMetadata(builder, object, 'sonataflow-cluster-platform'),
  }));
  builder.patchAll(variable, unknownFields(unknown));
}

export function unknownFields(unknown: ReadonlyArray<Pick<Untyped, 'path' | 'value'>>): Untyped[] {
  return unknown.map((field) => ({ ...field, why: 'the schema of this operator does not know it, so the API server drops it' }));
}

export function databaseOf(spec: JsonObject): JsonObject | undefined {
  const { postgresql } = asObject(spec.persistence);
  return postgresql === undefined ? undefined : asObject(postgresql);
}

/** Labels that the chart does not give already. */
export function ownLabels(builder: ChartBuilder, object: JsonObject): JsonObject {
  const labels = Object.entries(asObject(asObject(object.metadata).labels));
  return Object.fromEntries(labels.filter(([key, value]) => builder.labels[key] !== value));
}

function platformMetadata(builder: ChartBuilder, object: JsonObject, defaultName: string): Expression | undefined {
  const said = metadata(asObject(object.metadata), {
    name: nameOf(object) === defaultName ? undefined : nameOf(object),
    labels: ownLabels(builder, object),
    annotations: asObject(asObject(object.metadata).annotations),
  });
  return said.fields.length > 0 ? said : undefined;
}

function platformOptions(builder: ChartBuilder, spec: JsonObject, inheritance: Inheritance, report: Report): Record<string, Expression | undefined> {
  const { reference } = builder;
  const database = databaseOf(spec);
  const { broker } = asObject(spec.eventing);
  const { flow } = asObject(spec.properties);
  const { enabled } = asObject(spec.monitoring);
  const { config, template } = asObject(spec.build);
  const { baseImage } = asObject(spec.devMode);
  return {
    persistence: database && postgreSql(database, reference),
    inheritedPersistence: database && inheritance === 'ABSENT' ? member('InheritedPersistence', 'ABSENT') : undefined,
    // A patch adds no field to an object that is not there.
    broker: givenDestination(broker, () => report(['spec', 'eventing'], { broker: broker ?? null }, NO_PLACE)),
    properties: asList(flow).length > 0 ? flowProperties(asList(flow), reference) : undefined,
    monitoring: plain(enabled),
    buildConfig: config === undefined ? undefined : buildConfig(asObject(config), ['spec', 'build', 'config'], report, reference),
    buildTemplate: template === undefined ? undefined : buildTemplate(asObject(template), ['spec', 'build', 'template'], report),
    devModeBaseImage: plain(baseImage),
  };
}

function plain(value: Json | undefined): Expression | undefined {
  return typeof value === 'string' || typeof value === 'boolean' ? literal(value) : undefined;
}

const CLASSES: Readonly<Record<ServiceKind, string>> = { dataIndex: 'DataIndex', jobsService: 'JobsService' };

function addService(builder: ChartBuilder, platform: string, kind: ServiceKind, spec: JsonObject, report: Report): void {
  const { enabled, persistence, podTemplate, source, sink } = spec;
  const path = ['spec', 'services', SERVICE_KINDS[kind].field];
  builder.add(`${CLASSES[kind]}Construct`, platform, { id: CLASSES[kind], suffix: platform }, struct(`${CLASSES[kind]}ConstructProps`, {
    enabled: plain(enabled),
    persistence: persistence === undefined ? undefined : servicePersistence(builder, asObject(persistence), [...path, 'persistence'], report),
    podTemplate: podTemplate === undefined ? undefined : structOf('PodTemplate', asObject(podTemplate), [...path, 'podTemplate'], report, podSpecial),
    source: givenDestination(source, () => report([...path, 'source'], source ?? null, NO_PLACE)),
    sink: givenDestination(sink, () => report([...path, 'sink'], sink ?? null, NO_PLACE)),
  }));
}

/** One that says nothing is that of the platform, which is so anyway. */
function servicePersistence(
  builder: ChartBuilder, { postgresql, dbMigrationStrategy }: JsonObject, path: string[], report: Report,
): Expression | undefined {
  const options = migrationOptions('ServicePersistenceOptions', dbMigrationStrategy, path, report);
  const rest = options.fields.length > 0 ? [options] : [];
  if (postgresql !== undefined) return call('ServicePersistence.postgreSql', postgreSql(asObject(postgresql), builder.reference), ...rest);
  return rest.length > 0 ? call('ServicePersistence.fromPlatform', ...rest) : undefined;
}
