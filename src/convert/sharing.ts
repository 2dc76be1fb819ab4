import { isDeepStrictEqual } from 'node:util';
import { ChartProgram } from './chart-program';
import { allParts, Expression, Field, json, literal, mapParts, name, namesIn, Statement, Struct, struct } from './expression';
import { ENVIRONMENT, NotShared, Parameter, Parameters } from './parameters';
import { camelCase } from './words';

/** The one body of several charts, and what differs. */
export interface SharedBody {
  readonly labels: Expression;
  readonly statements: readonly Statement[];
  readonly parameters: readonly Parameter[];
  /** Whether the namespace is an argument too. */
  readonly namespaces: boolean;
}

/**
 * One body for several charts, if the difference can be said in arguments.
 *
 * @param optional whether something may be in some of the charts only
 * @param environments the word for the cluster of each chart, if they are of different ones
 */
export function share(
  charts: readonly ChartProgram[], { optional, environments }: { readonly optional: boolean; readonly environments?: readonly string[] },
): SharedBody | undefined {
  try {
    return new Sharing(charts, environments).body(optional);
  } catch (error) {
    if (error instanceof NotShared) return undefined;
    throw error;
  }
}

/** By what statements of different charts are taken for the same one. */
export function statementKey({ variable, value }: Statement): string {
  if (value.kind === 'new') return `${value.type} ${textOf(value.args[1])}`;
  if (variable !== '' || value.kind !== 'call' || !value.on) return variable;
  const [argument] = value.args;
  const pointer = argument?.kind === 'call' ? textOf(argument.args[0]) : '';
  return `${value.method} ${namesIn(value.on).join()} ${pointer}`;
}

function textOf(expression: Expression | undefined): string {
  return expression?.kind === 'literal' ? String(expression.value) : '';
}

/** What an argument is called that has no name where it is said. */
const ARGUMENTS: Readonly<Record<string, string | undefined>> = { 'PostgreSql.fromJdbcUrl': 'jdbcUrl', 'WorkflowDefinition.fromFile': 'definition' };
/** Fields whose names say too little elsewhere. */
const FIELDS: Readonly<Record<string, string | undefined>> = { 'IncludeProps.url': 'manifests', 'PostgreSqlServiceOptions.name': 'databaseService' };

class Sharing {
  private readonly parameters = new Parameters();
  private usesNamespace = false;

  constructor(private readonly charts: readonly ChartProgram[], private readonly environments?: readonly string[]) { }

  body(optional: boolean): SharedBody {
    for (const { statements } of this.charts) for (const { variable } of statements) if (variable !== '') this.parameters.keep(variable);
    this.parameters.keep('namespace');
    const labels = this.unify(this.charts.map((chart) => json(chart.labels)), 'labels', '');
    const statements = this.aligned(optional);
    this.refuseLostNames(statements);
    const namespaces = new Set(this.charts.map(({ namespace }) => namespace)).size > 1;
    const named = this.parameters.named();
    const renamed = (part: Expression): Expression => part.kind === 'name' ? name(named.get(part.name)?.name ?? part.name) : mapParts(part, renamed);
    return {
      labels: renamed(labels),
      statements: statements.map((statement) => ({ ...statement, value: renamed(statement.value) })),
      parameters: [...named.values()].sort((a, b) => Number(b.name === ENVIRONMENT) - Number(a.name === ENVIRONMENT)),
      namespaces: namespaces || this.usesNamespace,
    };
  }

  private aligned(optional: boolean): Statement[] {
    const byKey = this.charts.map(({ statements }) => new Map(statements.map((statement) => [statementKey(statement), statement])));
    if (byKey.some(({ size }, i) => size !== this.charts[i]?.statements.length)) throw new NotShared();
    const keys: string[] = [];
    for (const known of byKey) {
      let at = 0;
      for (const key of known.keys()) {
        const place = keys.indexOf(key);
        if (place < 0) keys.splice(at, 0, key);
        at = (place < 0 ? at : place) + 1;
      }
    }
    return keys.map((key) => {
      const found = byKey.map((known) => known.get(key));
      const first = found.find((statement) => statement !== undefined);
      if (!first) throw new NotShared();
      const isEverywhere = found.every((statement) => statement !== undefined);
      if (!isEverywhere && !optional) throw new NotShared();
      const owner = first.value.kind === 'new' ? textOf(first.value.args[1]) : first.variable;
      this.parameters.owner(owner, first.value.kind === 'new' ? first.value.type : '');
      const value = this.unify(found.map((statement) => statement?.value), first.variable || 'value', owner);
      return { ...first, value, ...!isEverywhere && { flag: this.parameters.flag(found, camelCase(owner === '' ? 'extra' : owner)) } };
    });
  }

  /** @param values at least one of them is there; the others are of charts that do not have the thing */
  private unify(values: ReadonlyArray<Expression | undefined>, hint: string, owner: string): Expression {
    const there = values.filter((value) => value !== undefined);
    const [first] = there;
    if (!first) throw new NotShared();
    if (there.every((value) => isDeepStrictEqual(value, first))) return first;
    if (this.charts.every(({ namespace }, i) => namespace !== undefined && (values[i] === undefined || textOf(values[i]) === namespace))) {
      this.usesNamespace = true;
      return name('namespace');
    }
    const merged = this.joined(values) ?? this.merge(first, values, hint, owner);
    if (merged) return merged;
    if (!there.every(isPure)) throw new NotShared();
    return this.parameters.wish(hint, owner, values);
  }

  /** Paths that differ in a folder that is called after the cluster, or after the namespace where there is one cluster. */
  private joined(values: ReadonlyArray<Expression | undefined>): Expression | undefined {
    const folders = this.environments ?? this.charts.map(({ namespace }) => namespace);
    const ways = values.flatMap((value, i) => {
      if (value === undefined) return [];
      const [before, ...rest] = textOf(value).split(`/${folders[i]}/`);
      return [{ before: `${before}/`, after: rest.length === 1 ? `/${rest[0]}` : '' }];
    });
    const [way] = ways;
    if (!way || !/^[\w./-]+$/.test(way.before + way.after) || way.after === '' || ways.some((other) => !isDeepStrictEqual(other, way))) return undefined;
    if (this.environments) return { kind: 'joined', ...way, middle: this.parameters.wish(ENVIRONMENT, '', this.environments.map(literal)) };
    this.usesNamespace = true;
    return { kind: 'joined', ...way, middle: name('namespace') };
  }

  /** Of expressions of one shape: the shape, with the parts that differ as arguments. */
  private merge(first: Expression, values: ReadonlyArray<Expression | undefined>, hint: string, owner: string): Expression | undefined {
    const there = values.filter((value) => value !== undefined);
    const part = (pick: (value: Expression) => Expression | undefined) => values.map((value) => value && pick(value));
    if (first.kind === 'struct') {
      if (!there.every((value) => value.kind === 'struct' && value.type === first.type)) return undefined;
      return this.mergeStructs(first.type, values as ReadonlyArray<Struct | undefined>, owner);
    }
    if (first.kind === 'mapping') {
      const keys = first.entries.map(([key]) => key);
      if (!there.every((value) => value.kind === 'mapping' && isDeepStrictEqual(value.entries.map(([key]) => key), keys))) return undefined;
      const item = (i: number) => part((value) => value.kind === 'mapping' ? value.entries[i]?.[1] : undefined);
      return { ...first, entries: keys.map((key, i): Field => [key, this.unify(item(i), key, owner)]) };
    }
    if (first.kind === 'list') {
      if (!there.every((value) => value.kind === 'list' && value.items.length === first.items.length)) return undefined;
      const items = first.items.map((_item, i) => part((value) => value.kind === 'list' ? value.items[i] : undefined));
      return { ...first, items: items.map((item, i) => this.unify(item, nameOfItem(first.items[i]) ?? hint, owner)) };
    }
    if (first.kind !== 'call' && first.kind !== 'new') return undefined;
    const callee = calleeOf(first);
    const args = first.args.length;
    if (!there.every((value) => calleeOf(value) === callee && argumentsOf(value).length === args)) return this.mergeOptions(values, hint, owner);
    if (first.kind === 'new' || /^kplus\.\w+\.from\w+Name$/.test(callee)) refuseOtherIds(there);
    const argumentHint = (i: number) => ARGUMENTS[callee] ?? (callee.startsWith('kplus.') && i === 2 ? camelCase(textOf(first.args[1])) : hint);
    return { ...first, args: first.args.map((_arg, i) => this.unify(part((value) => argumentsOf(value)[i]), argumentHint(i), owner)) };
  }

  /** Calls of which some have options and some have not. */
  private mergeOptions(values: ReadonlyArray<Expression | undefined>, hint: string, owner: string): Expression | undefined {
    const calls = values.filter((value) => value !== undefined);
    const most = Math.max(...calls.map((value) => argumentsOf(value).length));
    const options = calls.map(argumentsOf).find((args) => args.length === most)?.[most - 1];
    const [first] = calls;
    if (options?.kind !== 'struct' || !first) return undefined;
    const completed = values.map((value) => {
      const isShort = value && (value.kind === 'call' || value.kind === 'new') && value.args.length === most - 1;
      return isShort ? { ...value, args: [...value.args, struct(options.type, {})] } : value;
    });
    const isOneShape = completed.every((value) => value === undefined || (calleeOf(value) === calleeOf(first) && argumentsOf(value).length === most));
    return isOneShape ? this.merge(completed.find((value) => value !== undefined) ?? first, completed, hint, owner) : undefined;
  }

  private mergeStructs(type: string, values: ReadonlyArray<Struct | undefined>, owner: string): Expression {
    const keys = [...new Set(values.flatMap((value) => value?.fields.map(([field]) => field) ?? []))];
    const fieldOf = (value: Struct | undefined, key: string) => value?.fields.find(([field]) => field === key)?.[1];
    return struct(type, Object.fromEntries(keys.map((key) => {
      const said = values.map((value) => fieldOf(value, key));
      // Where there is no database, it does not matter how it is inherited.
      const parts = key === 'inheritedPersistence' ? values.map((value, i) => value && (said[i] ?? said.find((part) => part !== undefined))) : said;
      const isMissing = values.some((value, i) => value !== undefined && parts[i] === undefined);
      const hint = FIELDS[`${type}.${key}`] ?? (key === 'name' ? `${owner}Name` : key === 'value' ? nameOfItem(values.find((value) => value !== undefined)) ?? key : key);
      if (!isMissing) return [key, this.unify(parts, hint, owner)];
      if (parts.every((part) => part === undefined || isPure(part))) return [key, this.parameters.wish(hint, owner, parts)];
      return [key, { kind: 'either', flag: this.parameters.flag(parts, hint), value: this.unify(parts, hint, owner) }];
    })));
  }

  /** What is there in some charts only cannot be used by what is there in all of them, nor can what is an argument of some be needed. */
  private refuseLostNames(statements: readonly Statement[]): void {
    const flagOf = new Map(statements.flatMap(({ variable, flag }) => flag === undefined || variable === '' ? [] : [[variable, flag]]));
    for (const { value, flag } of statements) {
      if (namesIn(value).some((used) => flagOf.has(used) && flagOf.get(used) !== flag)) throw new NotShared();
    }
  }
}

function nameOfItem(item: Expression | undefined): string | undefined {
  const named = item?.kind === 'struct' ? item.fields.find(([field]) => field === 'name')?.[1] : undefined;
  return textOf(named) === '' ? undefined : textOf(named);
}

function calleeOf(value: Expression): string {
  if (value.kind === 'new') return `new ${value.type}`;
  return value.kind === 'call' ? value.method : value.kind;
}

function argumentsOf(value: Expression): readonly Expression[] {
  return value.kind === 'call' || value.kind === 'new' ? value.args : [];
}

/** Constructs of different ids are different things. */
function refuseOtherIds(values: readonly Expression[]): void {
  const ids = new Set(values.map((value) => textOf(argumentsOf(value)[1])));
  if (ids.size > 1) throw new NotShared();
}

/** It needs no construct, so it can be made by whoever calls the function. */
function isPure(value: Expression): boolean {
  return namesIn(value).length === 0 && allParts(value).every(({ kind }) => kind !== 'new');
}
