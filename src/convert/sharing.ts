import { isDeepStrictEqual } from 'node:util';
import { ChartProgram } from './chart-program';
import { allParts, Expression, Field, json, literal, name, namesIn, Statement, Struct, struct } from './expression';
import { camelCase, pascalCase, UniqueNames, variableNames } from './words';

/** An argument of a function that several charts share. */
export interface Parameter {
  readonly name: string;
  /** In the words of TypeScript. */
  readonly type: string;
  /** By the chart; nothing where it is left out. */
  readonly values: ReadonlyArray<Expression | undefined>;
}

/** The one body of several charts, and what differs. */
export interface SharedBody {
  readonly labels: Expression;
  readonly statements: readonly Statement[];
  readonly parameters: readonly Parameter[];
  /** Whether the namespace is an argument too. */
  readonly namespaces: boolean;
}

/** Charts that are too different for one function. */
class NotShared extends Error { }

/** One body for several charts, if the difference can be said in arguments. */
export function share(charts: readonly ChartProgram[], { optional }: { readonly optional: boolean }): SharedBody | undefined {
  try {
    return new Sharing(charts).body(optional);
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
  private readonly parameters: Parameter[] = [];
  private readonly names: UniqueNames = variableNames();
  private usesNamespace = false;

  constructor(private readonly charts: readonly ChartProgram[]) { }

  body(optional: boolean): SharedBody {
    for (const { statements } of this.charts) for (const { variable } of statements) if (variable !== '') this.names.name(variable);
    this.names.name('namespace');
    const labels = this.unify(this.charts.map((chart) => json(chart.labels)), 'labels', '');
    const statements = this.aligned(optional);
    this.refuseLostNames(statements);
    const namespaces = new Set(this.charts.map(({ namespace }) => namespace)).size > 1;
    return { labels, statements, parameters: this.parameters, namespaces: namespaces || this.usesNamespace };
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
      const value = this.unify(found.map((statement) => statement?.value), first.variable || 'value', owner);
      return { ...first, value, ...!isEverywhere && { flag: this.flag(found, camelCase(owner === '' ? 'extra' : owner)) } };
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
    const merged = this.merge(first, values, hint, owner);
    if (merged) return merged;
    if (!there.every(isPure)) throw new NotShared();
    return this.parameter(hint, owner, values);
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
      const hint = FIELDS[`${type}.${key}`] ?? (key === 'name' ? `${owner}Name` : key);
      if (!isMissing) return [key, this.unify(parts, hint, owner)];
      if (parts.every((part) => part === undefined || isPure(part))) return [key, this.parameter(hint, owner, parts)];
      return [key, { kind: 'either', flag: this.flag(parts, hint), value: this.unify(parts, hint, owner) }];
    })));
  }

  private parameter(hint: string, owner: string, values: ReadonlyArray<Expression | undefined>): Expression {
    const type = commonType(values.filter((value) => value !== undefined));
    const wish = camelCase(hint);
    const isOfHint = (one: Parameter) => one.name === wish || one.name.endsWith(pascalCase(hint));
    const known = this.parameters.find((one) => one.type === type && isDeepStrictEqual(one.values, values) && isOfHint(one));
    if (known) return name(known.name);
    const isTaken = this.parameters.some((one) => one.name === wish);
    const chosen = isTaken && owner !== '' ? this.names.name(camelCase(owner) + pascalCase(hint)) : this.names.name(wish, 'Value');
    this.parameters.push({ name: chosen, type, values });
    return name(chosen);
  }

  /** Something is there in some charts only. */
  private flag(values: readonly unknown[], wish: string): string {
    const flags = values.map((value) => value === undefined ? undefined : literal(true));
    const known = this.parameters.find((one) => one.type === 'boolean' && isDeepStrictEqual(one.values, flags));
    if (known) return known.name;
    const chosen = this.names.name(`with${pascalCase(wish)}`);
    this.parameters.push({ name: chosen, type: 'boolean', values: flags });
    return chosen;
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

function commonType(values: readonly Expression[]): string {
  const types = new Set(values.map(typeOf));
  const [type, ...others] = types;
  if (type === undefined || others.length > 0) throw new NotShared();
  return type;
}

function typeOf(value: Expression): string {
  switch (value.kind) {
    case 'literal':
      if (value.value === null) throw new NotShared();
      return typeof value.value;
    case 'list': return value.items.length === 0 ? 'string[]' : `${commonType(value.items)}[]`;
    case 'mapping': return `Record<string, ${value.entries.length === 0 ? 'string' : commonType(value.entries.map(([, item]) => item))}>`;
    case 'struct': case 'member': return value.type;
    case 'call': return value.method.slice(0, value.method.lastIndexOf('.'));
    default: throw new NotShared();
  }
}
