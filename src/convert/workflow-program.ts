import { isDeepStrictEqual } from 'node:util';
import { ChartBuilder, KnownRefusal } from './chart-program';
import { nameOf, namespaceOf, saidSpec } from './clean-object';
import { call, Expression, list, literal, member, name, struct, withOptions } from './expression';
import { databaseOf, Inheritance, ownLabels, reporter, unknownFields, WrittenPlatform } from './platform-program';
import { podSpecial, structOf } from './structs';
import { NO_PLACE, Report, Untyped } from './untyped';
import { destination, givenDestination, metadata, migrationOptions, postgreSql } from './value-expressions';
import { withoutHash } from './words';
import { definitionFindings } from '../checks/flow/definition-findings';
import { Severity } from '../findings/finding';
import { groupBy } from '../json/group-by';
import { JsonObject } from '../json/json';
import { asList, asObject, asText } from '../json/lenient';
import { PROFILE_ANNOTATION, WorkflowProfile } from '../values/workflow-profile';
import { AnnotatedWord, annotationOf } from '../workflow-definition/definition-annotations';
import { withExactIntegers } from '../yaml/exact-integers';
import { writeYaml } from '../yaml/writing';

/** In the order in which people write them. */
const ANNOTATED = ['version', 'name', 'description', 'key', 'expressionLang'] as const satisfies AnnotatedWord[];

const PROFILES: Readonly<Record<string, string | undefined>> = { dev: 'DEV', preview: 'PREVIEW', gitops: 'GITOPS' } satisfies Record<WorkflowProfile, string>;

const REFUSAL_IS_KNOWN = 'said by the custom resource; the image is built of a text of its own';

/** What goes along with a workflow. */
export interface WorkflowCompany {
  readonly platform?: WrittenPlatform;
  readonly inheritance: Inheritance;
  /** The text of its own application.properties. */
  readonly properties?: string;
}

export function addWorkflow(builder: ChartBuilder, object: JsonObject, { platform, inheritance, properties }: WorkflowCompany): void {
  const { spec, unknown } = saidSpec(builder.context, object);
  const untyped: Untyped[] = [];
  const report = reporter(untyped);
  const named = nameOf(object);
  const { podTemplate, resources, sink } = spec;
  const annotations = asObject(asObject(object.metadata).annotations);
  const profile = PROFILES[asText(annotations[PROFILE_ANNOTATION])];
  const definition = definitionOf(object, spec);
  const variable = builder.add('WorkflowConstruct', platform?.variable ?? 'chart', { id: named, suffix: 'Workflow' }, struct('WorkflowConstructProps', {
    definition: call('WorkflowDefinition.fromFile', literal(definitionFile(builder, named, definition))),
    metadata: workflowMetadata(builder, object, profile !== undefined),
    profile: profile === undefined ? undefined : member('WorkflowProfile', profile),
    podTemplate: podTemplate === undefined ? undefined
      : structOf('WorkflowPodTemplate', asObject(podTemplate), ['spec', 'podTemplate'], report, podSpecial),
    persistence: workflowPersistence(builder, named, spec, platform, inheritance, report),
    applicationProperties: properties === undefined ? undefined
      : call('ApplicationProperties.fromFile', literal(builder.context.files.add(`workflows/${named}.properties`, properties, builder.folder))),
    resources: workflowResources(builder, asList(asObject(resources).configMaps)),
    sink: givenDestination(sink, () => report(['spec', 'sink'], sink ?? null, NO_PLACE)),
    sources: workflowSources(asList(spec.sources).map(asObject), report),
  }));
  builder.patchAll(variable, [...untyped, ...unknownFields(unknown)]);
  if (profile === 'GITOPS') builder.refusals.push(...knownRefusals(object, definition));
}

/**
 * In gitops the text in a custom resource is not that of the image, and what the engine would refuse of it is a warning; as a file it would
 * stop the synth.
 */
function knownRefusals(object: JsonObject, definition: JsonObject): KnownRefusal[] {
  const errors = definitionFindings(definition, { origin: 'file' }).filter(({ severity }) => severity === Severity.ERROR);
  const rules = new Set(errors.map(({ rule }) => rule));
  return [...rules].map((rule) => ({ rule, namespace: namespaceOf(object), name: nameOf(object), reason: REFUSAL_IS_KNOWN }));
}

/** The definition in the words that it has in a file. */
function definitionOf(object: JsonObject, spec: JsonObject): JsonObject {
  const annotations = asObject(asObject(object.metadata).annotations);
  const said = Object.fromEntries(ANNOTATED.flatMap((word) => typeof annotations[annotationOf(word)] === 'string' ? [[word, annotations[annotationOf(word)]]] : []));
  return { id: nameOf(object), specVersion: '0.8', ...said, ...asObject(spec.flow) };
}

function definitionFile(builder: ChartBuilder, named: string, definition: JsonObject): string {
  return builder.context.files.add(`workflows/${named}.sw.yaml`, writeYaml(withExactIntegers(definition)), builder.folder);
}

function workflowMetadata(builder: ChartBuilder, object: JsonObject, profileIsSaid: boolean): Expression | undefined {
  const inDefinition = (key: string) => ANNOTATED.some((word) => annotationOf(word) === key);
  const annotations = Object.entries(asObject(asObject(object.metadata).annotations))
    .filter(([key]) => !inDefinition(key) && !(profileIsSaid && key === PROFILE_ANNOTATION));
  const said = metadata(asObject(object.metadata), { labels: ownLabels(builder, object), annotations: Object.fromEntries(annotations) });
  return said.fields.length > 0 ? said : undefined;
}

/** How a workflow says where its state is. */
export type PersistenceForm = 'absent' | 'empty' | 'inherited' | 'own';

export function persistenceForm(workflowName: string, spec: JsonObject, platformDatabase: JsonObject | undefined): PersistenceForm {
  const { persistence } = spec;
  if (persistence === undefined) return 'absent';
  const own = databaseOf(spec);
  if (!own) return 'empty';
  if (!platformDatabase || asText(asObject(persistence).dbMigrationStrategy, 'service') !== 'service') return 'own';
  const { serviceRef, ...rest } = platformDatabase;
  const inherited = serviceRef === undefined ? rest : { ...rest, serviceRef: { ...asObject(serviceRef), databaseSchema: workflowName } };
  return isDeepStrictEqual(own, inherited) ? 'inherited' : 'own';
}

function workflowPersistence(
  builder: ChartBuilder, named: string, spec: JsonObject, platform: WrittenPlatform | undefined, inheritance: Inheritance, report: Report,
): Expression | undefined {
  const form = persistenceForm(named, spec, platform?.database);
  if (form === 'absent' || (form === 'inherited' && inheritance === 'EXPLICIT')) return undefined;
  // Without a database of the platform there is nothing to opt out of.
  if (form === 'empty') return platform?.database ? call('WorkflowPersistence.ephemeral') : undefined;
  const options = migrationOptions('WorkflowPersistenceOptions', asObject(spec.persistence).dbMigrationStrategy, ['spec', 'persistence'], report);
  return withOptions('WorkflowPersistence.postgreSql', [postgreSql(databaseOf(spec) ?? {}, builder.reference)], options);
}

function workflowResources(builder: ChartBuilder, configMaps: readonly unknown[]): Expression | undefined {
  if (configMaps.length === 0) return undefined;
  return list(configMaps.map(asObject).map(({ configMap, workflowPath }) => {
    const named = asText(asObject(configMap).name);
    const options = struct('WorkflowResourcesOptions', { workflowPath: asText(workflowPath) === '' ? undefined : literal(asText(workflowPath)) });
    return withOptions('WorkflowResources.fromConfigMap', [builder.reference('ConfigMap', named, withoutHash(named))], options);
  }));
}

function workflowSources(sources: readonly JsonObject[], report: Report): Expression | undefined {
  if (sources.length === 0) return undefined;
  if ([...groupBy(sources, ({ eventType }) => asText(eventType)).values()].some((same) => same.length > 1)) {
    report(['spec', 'sources'], [...sources], 'two sources of one event type');
    return undefined;
  }
  return list(sources.map(({ eventType, ...source }) => struct('EventSource', { eventType: literal(asText(eventType)), destination: destination(source) })));
}

/** The ConfigMap with files of workflows, as a construct of the chart. */
export function addFiles(builder: ChartBuilder, configMap: JsonObject, folder: string): void {
  const { files } = builder.context;
  const named = nameOf(configMap);
  const data = Object.entries(asObject(configMap.data)).map(([key, text]) => [key, asText(text)] as const);
  const place = files.addFolder(folder, data, builder.folder);
  const said = metadata(asObject(configMap.metadata), {
    name: named, labels: ownLabels(builder, configMap), annotations: asObject(asObject(configMap.metadata).annotations),
  });
  const variable = builder.add('kplus.ConfigMap', 'chart', { id: withoutHash(named), suffix: 'Files' }, struct('kplus.ConfigMapProps', { metadata: said }));
  builder.do({ kind: 'call', on: name(variable), method: 'addDirectory', args: [literal(place)] });
  builder.provide(named, variable);
}
