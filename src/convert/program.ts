import { ChartProgram } from './chart-program';
import { Expression, Field, json, literal } from './expression';
import { Parameter } from './parameters';
import { share, SharedBody, statementKey } from './sharing';
import { camelCase, pascalCase, UniqueNames, variableNames } from './words';
import { groupBy } from '../json/group-by';

/** A function that makes a chart. */
export interface ChartFunction {
  readonly name: string;
  /** Of the module, without an ending. */
  readonly file: string;
  readonly chart: ChartProgram;
  /** Of all objects of the chart. */
  readonly labels: Expression;
  /** What differs from call to call; none of a function that is called once. */
  readonly parameters: readonly Parameter[];
  /** Whether the namespace is a parameter too. */
  readonly takesNamespace: boolean;
  /** Whether the chart is called after its namespace. */
  readonly calledAfterNamespace: boolean;
}

export interface ChartCall {
  readonly of: ChartFunction;
  readonly args: readonly Field[];
}

/** The charts of one cluster. */
export interface Environment {
  /** Empty if there is only one. */
  readonly name: string;
  readonly calls: readonly ChartCall[];
}

/** All charts, as functions and calls of them. */
export interface Program {
  readonly functions: readonly ChartFunction[];
  readonly environments: readonly Environment[];
}

/** The charts of one cluster, before they are compared. */
export interface ClusterCharts {
  readonly name: string;
  readonly charts: readonly ChartProgram[];
}

export function composeProgram(clusters: readonly ClusterCharts[]): Program {
  return new Composition().program(clusters);
}

class Composition {
  private readonly functions: ChartFunction[] = [];
  private readonly names: UniqueNames = variableNames();
  private readonly files = new UniqueNames(new Set(['main', 'main.test', 'charts', 'environments', 'test_main']));

  program(clusters: readonly ClusterCharts[]): Program {
    const [first, ...others] = clusters;
    if (!first) return { functions: [], environments: [] };
    const environments = others.length === 0 ? [{ name: '', calls: this.tenants(first.charts) }] : this.environments(clusters);
    return { functions: this.functions, environments };
  }

  /** Namespaces of one cluster that are alike. */
  private tenants(charts: readonly ChartProgram[]): ChartCall[] {
    const alike = groupBy(charts, ({ statements, namespace, labels }) => JSON.stringify([
      namespace === undefined, Object.keys(labels), statements.map((statement) => statementKey(statement)),
    ]));
    const calls = new Map<ChartProgram, ChartCall>();
    for (const same of alike.values()) {
      const hasConstructs = same[0]?.statements.some(({ value }) => value.kind === 'new' && value.type !== 'Include');
      const body = same.length > 1 && hasConstructs ? share(same, { optional: false }) : undefined;
      const shared = body && this.shared(commonName(same.map(({ id }) => id), 'tenant'), same, body, true);
      same.forEach((chart, i) => calls.set(chart, shared?.[i] ?? this.alone(chart, '')));
    }
    return charts.flatMap((chart) => calls.get(chart) ?? []);
  }

  /** Charts that are there in several clusters: by their names without the word for the cluster. */
  private environments(clusters: readonly ClusterCharts[]): Environment[] {
    const all = clusters.flatMap(({ name, charts }) => charts.map((chart) => ({ cluster: name, chart })));
    const alike = groupBy(all, ({ cluster, chart }) => withoutWord(chart.id, cluster));
    const calls = new Map<ChartProgram, ChartCall>();
    for (const [id, same] of alike) {
      const charts = same.map(({ chart }) => chart);
      const isOneEach = new Set(same.map(({ cluster }) => cluster)).size === same.length;
      const body = charts.length > 1 && isOneEach ? share(charts, { optional: true, environments: same.map(({ cluster }) => cluster) }) : undefined;
      const shared = body && this.shared(id, charts, body, false);
      same.forEach(({ chart, cluster }, i) => calls.set(chart, shared?.[i] ?? this.alone(chart, charts.length > 1 && chart.id === id ? cluster : '')));
    }
    return clusters.map(({ name, charts }) => ({ name, calls: charts.flatMap((chart) => calls.get(chart) ?? []) }));
  }

  private alone(chart: ChartProgram, cluster: string): ChartCall {
    const wish = cluster === '' ? chart.id : `${chart.id}-${cluster}`;
    const of = { ...this.named(wish), chart, labels: json(chart.labels), parameters: [], takesNamespace: false, calledAfterNamespace: false };
    this.functions.push(of);
    return { of, args: [] };
  }

  private shared(id: string, charts: readonly ChartProgram[], body: SharedBody, calledAfterNamespace: boolean): ChartCall[] {
    const { labels, statements, parameters, namespaces } = body;
    const [first] = charts;
    if (!first) return [];
    const of: ChartFunction = {
      ...this.named(id), chart: { ...first, id, statements }, labels, parameters, takesNamespace: namespaces, calledAfterNamespace,
    };
    this.functions.push(of);
    return charts.map(({ namespace }, i) => ({
      of,
      args: [
        ...namespaces ? [['namespace', literal(namespace ?? '')] as const] : [],
        ...parameters.flatMap(({ name, values }): Field[] => {
          const value: Expression | undefined = values[i];
          return value === undefined ? [] : [[name, value]];
        }),
      ],
    }));
  }

  private named(wish: string): { readonly name: string; readonly file: string } {
    return { name: this.names.name(camelCase(wish), 'Chart'), file: this.files.name(wish, '-chart') };
  }
}

/** The functions that are called, in the order of their modules. */
export function functionsOf(calls: readonly ChartCall[]): ChartFunction[] {
  return [...new Map(calls.map(({ of }) => [of.file, of])).values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** A type for the arguments of a function. */
export function propsType({ name }: ChartFunction): string {
  return `${pascalCase(name)}Props`;
}

/** Whether a chart may leave an argument out. */
export function isOptional({ values }: Parameter): boolean {
  return values.some((value) => value === undefined);
}

function withoutWord(id: string, word: string): string {
  const rest = id.split('-').filter((part) => part !== word).join('-');
  return rest === '' ? id : rest;
}

/** `team-a` and `team-b` are `team`. */
function commonName(ids: readonly string[], otherwise: string): string {
  const parts = ids.map((id) => id.split('-'));
  const [first = []] = parts;
  const begin = first.filter((part, i) => parts.every((words) => words.slice(0, i + 1).join('-') === first.slice(0, i + 1).join('-') && words[i] === part));
  const end = [...first].reverse().filter((_part, i) => parts.every((words) => words.slice(-i - 1).join('-') === first.slice(-i - 1).join('-'))).reverse();
  const common = begin.length > 0 ? begin : end;
  return common.length > 0 && common.length < first.length ? common.join('-') : otherwise;
}

export function isEmpty(labels: Expression): boolean {
  return labels.kind === 'mapping' && labels.entries.length === 0;
}
