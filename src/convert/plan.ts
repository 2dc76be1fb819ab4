import { ChartBuilder, ChartProgram, KnownRefusal, ProgramContext } from './chart-program';
import { cleanObject, madeElsewhere, nameOf, namespaceOf, saidSpec } from './clean-object';
import { call, construct, literal, struct } from './expression';
import { hoist } from './hoisting';
import { addClusterPlatform, addMadeUpPlatform, addPlatform, databaseOf, includedPlatform, Inheritance, WrittenPlatform } from './platform-program';
import { addFiles, addWorkflow, persistenceForm } from './workflow-program';
import { groupBy } from '../json/group-by';
import { JsonObject } from '../json/json';
import { asList, asObject, asText } from '../json/lenient';
import { isClusterScoped } from '../kubernetes/kinds';
import { isResource } from '../loader/resource-kinds';
import { USER_PROPERTIES_FILE, userConfigMapName } from '../model/workflow';
import { PROFILE_ANNOTATION, WorkflowProfile } from '../values/workflow-profile';
import { withExactIntegers } from '../yaml/exact-integers';
import { writeYaml } from '../yaml/writing';

/** What became of the objects of a cluster. */
export interface ClusterPlan {
  readonly charts: readonly ChartProgram[];
  /** Constructs by the words of their kinds, for the report. */
  readonly converted: readonly string[];
  /** Objects that go out as they are. */
  readonly included: readonly string[];
  /** What is not written, and why. */
  readonly left: ReadonlyArray<{ readonly object: string; readonly why: string }>;
  /** How many fields no property says. */
  readonly patches: number;
  /** What the program would be stopped by, and the custom resource is not. */
  readonly refusals: readonly KnownRefusal[];
}

/** @param only names of custom resources that are converted; all of them if none are given */
export function planCluster(objects: readonly JsonObject[], context: ProgramContext, only: readonly string[] = []): ClusterPlan {
  const left = objects.flatMap((object) => {
    const why = madeElsewhere(object);
    return why === undefined ? [] : [{ object: shown(object), why }];
  });
  const written = objects.filter((object) => madeElsewhere(object) === undefined).map(cleanObject);
  const isWanted = (object: JsonObject) => isOurs(object) && (only.length === 0 || only.includes(nameOf(object)));
  const plans = [...groupBy(written, (object) => chartKey(object, written))].sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, ofChart]) => planChart(key, ofChart, isWanted, context));
  return {
    charts: plans.map(({ chart }) => chart),
    converted: plans.flatMap(({ converted }) => converted),
    included: plans.flatMap(({ included }) => included),
    left,
    patches: plans.reduce((sum, { patches }) => sum + patches, 0),
    refusals: plans.flatMap(({ refusals }) => refusals),
  };
}

const CLUSTER = '*cluster';
const NO_NAMESPACE = '';

/** A cluster platform is written beside the platform that it shares. */
function chartKey(object: JsonObject, all: readonly JsonObject[]): string {
  if (object.kind === 'SonataFlowClusterPlatform') {
    const { name, namespace } = asObject(asObject(object.spec).platformRef);
    const platform = all.find((other) => other.kind === 'SonataFlowPlatform' && nameOf(other) === name && (namespaceOf(other) ?? 'default') === namespace);
    return platform ? namespaceOf(platform) ?? NO_NAMESPACE : CLUSTER;
  }
  return isClusterScoped(asText(object.kind)) ? CLUSTER : namespaceOf(object) ?? NO_NAMESPACE;
}

interface ChartPlan {
  readonly chart: ChartProgram;
  readonly converted: readonly string[];
  readonly included: readonly string[];
  readonly patches: number;
  readonly refusals: readonly KnownRefusal[];
}

function planChart(key: string, objects: readonly JsonObject[], isWanted: (object: JsonObject) => boolean, context: ProgramContext): ChartPlan {
  const labels = commonLabels(objects);
  const id = chartId(key, objects);
  const builder = new ChartBuilder(id, context, labels);
  const ofKind = (kind: string) => objects.filter((object) => isOurs(object) && object.kind === kind);
  const platforms = ofKind('SonataFlowPlatform');
  const workflows = ofKind('SonataFlow').filter(isWanted);
  const done = new Set<JsonObject>();

  for (const { object, folder } of resourceConfigMaps(objects, workflows)) {
    addFiles(builder, object, folder);
    done.add(object);
  }
  const inheritance = platforms[0] && !isWanted(platforms[0]) ? 'EXPLICIT' : inheritanceOf(builder, platforms[0], workflows);
  const inChart = new Map<string, WrittenPlatform>();
  for (const platform of platforms) {
    inChart.set(nameOf(platform), isWanted(platform) ? addPlatform(builder, platform, inheritance) : includedPlatform(builder, platform));
    if (isWanted(platform)) done.add(platform);
  }
  if (platforms.length === 0 && workflows.length > 0) addMadeUpPlatform(builder);
  for (const cluster of ofKind('SonataFlowClusterPlatform').filter(isWanted)) {
    const shared = inChart.get(asText(asObject(asObject(cluster.spec).platformRef).name));
    if (!shared || !done.has(platforms.find((platform) => nameOf(platform) === shared.name) ?? cluster)) continue;
    addClusterPlatform(builder, cluster, shared.variable);
    done.add(cluster);
  }
  for (const workflow of workflows) {
    const properties = propertiesOf(builder, workflow, objects);
    if (properties) done.add(properties.object);
    const platform = platforms[0] && inChart.get(nameOf(platforms[0]));
    addWorkflow(builder, workflow, { platform, inheritance, properties: properties?.text });
    done.add(workflow);
  }
  const rest = objects.filter((object) => !done.has(object));
  if (rest.length > 0) addRest(builder, rest);
  return {
    chart: {
      id,
      labels,
      statements: hoist(builder.statements),
      about: about(platforms.filter((one) => done.has(one)), workflows),
      ...key !== NO_NAMESPACE && key !== CLUSTER && { namespace: key },
    },
    converted: [...done].map(shown),
    included: rest.map(shown),
    patches: builder.patches,
    refusals: builder.refusals,
  };
}

function isOurs({ apiVersion, kind }: JsonObject): boolean {
  return isResource({ apiVersion: asText(apiVersion), kind: asText(kind) });
}

/** Such as `SonataFlow orders/greet`. */
function shown(object: JsonObject): string {
  const namespace = namespaceOf(object);
  return `${asText(object.kind)} ${namespace === undefined ? '' : `${namespace}/`}${nameOf(object)}`;
}

function chartId(key: string, objects: readonly JsonObject[]): string {
  if (key === CLUSTER) return 'cluster';
  if (key !== NO_NAMESPACE) return key;
  const [workflow, ...others] = objects.filter(({ kind }) => kind === 'SonataFlow');
  return workflow && others.length === 0 ? nameOf(workflow) : 'sonataflow';
}

function about(platforms: readonly JsonObject[], workflows: readonly JsonObject[]): string {
  const words = (what: string, objects: readonly JsonObject[]) => objects.length === 0 ? []
    : [objects.length > 3 ? `${objects.length} ${what}s` : `the ${what}${objects.length > 1 ? 's' : ''} ${objects.map(nameOf).join(', ')}`];
  const all = [...words('platform', platforms), ...words('workflow', workflows)];
  const text = all.length === 0 ? 'objects beside those of SonataFlow' : all.join(' and ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Labels that all objects of a chart have, if there are several objects. */
function commonLabels(objects: readonly JsonObject[]): JsonObject {
  if (objects.length < 2) return {};
  const [first = {}, ...others] = objects.map(({ metadata }) => asObject(asObject(metadata).labels));
  return Object.fromEntries(Object.entries(first).filter(([key, value]) => others.every((labels) => labels[key] === value)));
}

function inheritanceOf({ context }: ChartBuilder, platform: JsonObject | undefined, workflows: readonly JsonObject[]): Inheritance {
  const database = platform && databaseOf(saidSpec(context, platform).spec);
  const forms = workflows.filter((workflow) => asObject(asObject(workflow.metadata).annotations)[PROFILE_ANNOTATION] !== WorkflowProfile.DEV)
    .map((workflow) => persistenceForm(nameOf(workflow), saidSpec(context, workflow).spec, database));
  return forms.includes('absent') ? 'ABSENT' : 'EXPLICIT';
}

interface FilesOfConfigMap {
  readonly object: JsonObject;
  /** For its files. */
  readonly folder: string;
}

/** The ConfigMaps with files that are there. */
function resourceConfigMaps(objects: readonly JsonObject[], workflows: readonly JsonObject[]): FilesOfConfigMap[] {
  const uses = workflows.flatMap((workflow) => asList(asObject(asObject(workflow.spec).resources).configMaps).map(asObject)
    .map(({ configMap, workflowPath }) => (
      { name: asText(asObject(configMap).name), workflow: nameOf(workflow), path: folderFor(asText(workflowPath)) }
    )));
  return [...groupBy(uses, ({ name }) => name)].flatMap(([name, same]) => {
    const object = objects.find((one) => one.kind === 'ConfigMap' && one.apiVersion === 'v1' && nameOf(one) === name);
    const [first] = same;
    if (!object || !first || !isTexts(object)) return [];
    const isShared = new Set(same.map(({ workflow }) => workflow)).size > 1;
    return [{ object, folder: ['workflows', ...isShared ? [] : [first.workflow], ...first.path === '' ? ['resources'] : [first.path]].join('/') }];
  });
}

function folderFor(workflowPath: string): string {
  return workflowPath.split('/').filter((step) => /^[\w-][\w.-]*$/.test(step)).join('/');
}

/** Texts alone, under names that files can have. */
function isTexts({ data, binaryData, immutable, ...rest }: JsonObject): boolean {
  const keys = Object.keys(asObject(data));
  const others = Object.keys(rest).filter((field) => !['apiVersion', 'kind', 'metadata'].includes(field));
  return keys.length > 0 && binaryData === undefined && immutable === undefined && others.length === 0
    && keys.every((key) => !key.startsWith('.') && typeof asObject(data)[key] === 'string');
}

/** Labels that `kn workflow gen-manifest` gives, and the operator sets anyway. */
const GENERATED_LABELS = ['app', 'app.kubernetes.io/component', 'app.kubernetes.io/instance', 'app.kubernetes.io/managed-by', 'app.kubernetes.io/name',
  'app.kubernetes.io/version', 'sonataflow.org/workflow-app', 'sonataflow.org/workflow-namespace'];

/** The ConfigMap with a workflow's properties, if it holds nothing else. */
function propertiesOf({ labels: common }: ChartBuilder, workflow: JsonObject, objects: readonly JsonObject[]) {
  const object = objects.find((one) => one.kind === 'ConfigMap' && one.apiVersion === 'v1' && nameOf(one) === userConfigMapName(nameOf(workflow)));
  if (!object || !isTexts(object)) return undefined;
  const { labels, annotations } = asObject(object.metadata);
  const own = Object.entries(asObject(labels)).filter(([key, value]) => common[key] !== value && !GENERATED_LABELS.includes(key));
  if (own.length > 0 || Object.keys(asObject(annotations)).length > 0) return undefined;
  const { [USER_PROPERTIES_FILE]: text, ...others } = asObject(object.data);
  return typeof text === 'string' && Object.keys(others).length === 0 ? { object, text } : undefined;
}

function addRest(builder: ChartBuilder, objects: readonly JsonObject[]): void {
  const file = builder.context.files.add(`manifests/${builder.id}.yaml`, objects.map((object) => writeYaml(withExactIntegers(object))).join('---\n'), builder.folder);
  builder.do(construct('Include', 'chart', builder.newId('Manifests', 'Yaml'), struct('IncludeProps', { url: literal(file) })));
}

/** For a workflow of a directory of `kn workflow`. */
export function projectStatement(builder: ChartBuilder, id: string, directory: string): void {
  builder.add('WorkflowConstruct', 'chart', { id, suffix: 'Workflow' }, struct('WorkflowConstructProps', {
    project: call('WorkflowProject.fromDirectory', literal(directory)),
  }));
}
