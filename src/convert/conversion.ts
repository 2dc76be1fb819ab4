import { ChartBuilder, ChartProgram, ProgramContext } from './chart-program';
import { call, Expression, Field, list, literal, mapping, member, struct } from './expression';
import { environmentNames, infrastructureFiles, Language } from './infrastructure';
import { ClusterPlan, planCluster, projectStatement } from './plan';
import { ClusterCharts, composeProgram } from './program';
import { ProjectFiles } from './project-files';
import { pythonModules } from './python';
import { typescriptModules } from './typescript';
import { JsonObject } from '../json/json';
import { ClusterFacts, resolveClusterFacts } from '../values/operator/cluster-facts';
import { DEFAULT_RELEASE, OperatorName, OPERATORS } from '../values/operator/operator-releases';
import { OperatorVersion } from '../values/operator/operator-version';

/** The objects of one cluster, as they were written. */
export interface SourceCluster {
  /** The word for it where there are several; else empty. */
  readonly name: string;
  readonly objects: readonly JsonObject[];
}

/** A directory of `kn workflow`. */
export interface SourceProject {
  readonly id: string;
  /** By their paths from the directory, with slashes. */
  readonly files: ReadonlyArray<readonly [path: string, content: string | Buffer]>;
}

export interface ConversionInput {
  readonly clusters: readonly SourceCluster[];
  readonly projects: readonly SourceProject[];
  /** What the repository is called. */
  readonly name: string;
  readonly language: Language;
  /** Of this library. */
  readonly version: string;
  readonly operator: OperatorName;
  readonly facts: ClusterFacts;
  /** Names of custom resources to convert; all of them if none are given. */
  readonly only: readonly string[];
}

export interface Conversion {
  /** Of the repository, by their paths with slashes. Modules of TypeScript are not formatted yet. */
  readonly files: ReadonlyArray<readonly [path: string, content: string | Buffer]>;
  readonly plans: readonly ClusterPlan[];
  /** Words for the clusters; none if there is only one. */
  readonly environments: readonly string[];
}

/** A repository with a program for what there is. */
export function convertSources({ clusters, projects, name, language, version, operator, facts, only }: ConversionInput): Conversion {
  const plan = (files: ProjectFiles) => {
    const { crds, images } = OPERATORS[operator];
    const writing = { openshift: resolveClusterFacts(OPERATORS[operator], facts).openshift, builderImage: images.builder };
    const context: ProgramContext = { crds, writing, platformOptions: platformOptions(operator, facts), files, environment: '' };
    return { context, plans: clusters.map((cluster) => planCluster(cluster.objects, { ...context, environment: cluster.name }, only)) };
  };
  const tried = new ProjectFiles();
  plan(tried);
  const files = new ProjectFiles(tried.conflicts);
  const { context, plans } = plan(files);
  const charts = clusters.map((cluster, i) => ({ name: cluster.name, charts: plans[i]?.charts ?? [] }));
  const program = composeProgram(withProjects(charts, projects, context));
  const modules = language === 'python' ? pythonModules(program) : typescriptModules(program);
  const environments = environmentNames(program);
  const refusals = plans.flatMap((one) => one.refusals);
  const all = [...modules, ...files.entries, ...infrastructureFiles({ name, language, version, operator, facts, environments, refusals })];
  return { files: all.sort(([a], [b]) => (a < b ? -1 : 1)), plans, environments };
}

function withProjects(clusters: readonly ClusterCharts[], projects: readonly SourceProject[], context: ProgramContext): readonly ClusterCharts[] {
  if (projects.length === 0) return clusters;
  const [first = { name: '', charts: [] }, ...others] = clusters;
  return [{ ...first, charts: [...first.charts, projectsChart(projects, context)] }, ...others];
}

function projectsChart(projects: readonly SourceProject[], context: ProgramContext): ChartProgram {
  const [only, ...others] = projects;
  const id = only && others.length === 0 ? only.id : 'workflows';
  const builder = new ChartBuilder(id, context, {});
  for (const { id: workflow, files } of projects) {
    for (const [path, content] of files) context.files.add(`workflows/${workflow}/${path}`, content, 'projects');
    projectStatement(builder, workflow, `workflows/${workflow}`);
  }
  return { id, labels: {}, statements: builder.statements, about: `The workflow${others.length > 0 ? 's' : ''} ${projects.map((one) => one.id).join(', ')}.` };
}

/** What a platform has to know of the operator and the cluster, where the library would take something else. */
function platformOptions(operator: OperatorName, facts: ClusterFacts): Record<string, Expression | undefined> {
  const { openshift, knative, prometheus, routeDomain, kubernetesVersion, knativeFeatures = [], builtImage, brokerClasses = {} } = facts;
  const text = (value: string | undefined) => value === undefined ? undefined : literal(value);
  const brokers = Object.entries(brokerClasses).map(([broker, brokerClass]): Field => [broker, literal(brokerClass)]);
  const clusterFacts = struct('ClusterFacts', {
    openshift: openshift ? literal(true) : undefined,
    knative: knative === false ? literal(false) : undefined,
    prometheus: prometheus === false ? literal(false) : undefined,
    brokerClasses: brokers.length === 0 ? undefined : mapping(brokers),
    builtImage: text(builtImage),
    routeDomain: text(routeDomain),
    kubernetesVersion: text(kubernetesVersion),
    knativeFeatures: knativeFeatures.length === 0 ? undefined : list(knativeFeatures.map((feature) => literal(feature))),
  });
  return {
    operatorVersion: operator === DEFAULT_RELEASE ? undefined : operatorVersion(operator),
    clusterFacts: clusterFacts.fields.length > 0 ? clusterFacts : undefined,
  };
}

/** The constant of the operator, if it has one. */
function operatorVersion(operator: OperatorName): Expression {
  const constant = Object.entries(OperatorVersion)
    .find(([, value]) => value instanceof OperatorVersion && value._behaviour === OPERATORS[operator]);
  return constant ? member('OperatorVersion', constant[0]) : call('OperatorVersion.fromName', literal(operator));
}
