import { Json, isJsonObject } from '../json/json';

/** Code, without a language. */
export type Expression = Literal | Joined | List | Mapping | Struct | Call | New | Member | Name | Either;

export interface Literal { readonly kind: 'literal'; readonly value: string | number | boolean | null }

/** A text with a name in it, such as `workflows/${environment}/greet.sw.yaml`; the other characters mean nothing to a language. */
export interface Joined { readonly kind: 'joined'; readonly before: string; readonly middle: Expression; readonly after: string }

export interface List { readonly kind: 'list'; readonly items: readonly Expression[] }

/** Keys that are data, unlike the fields of a struct. */
export interface Mapping { readonly kind: 'mapping'; readonly entries: readonly Field[] }

export interface Struct { readonly kind: 'struct'; readonly type: string; readonly fields: readonly Field[] }

export type Field = readonly [name: string, value: Expression];

/** A static method such as `PostgreSql.fromService`, or one of an object: then the object is `on`. */
export interface Call { readonly kind: 'call'; readonly on?: Expression; readonly method: string; readonly args: readonly Expression[] }

export interface New { readonly kind: 'new'; readonly type: string; readonly args: readonly Expression[] }

/** Of an enum, or a constant of a class. */
export interface Member { readonly kind: 'member'; readonly type: string; readonly name: string }

/** A variable, or a parameter of the function. */
export interface Name { readonly kind: 'name'; readonly name: string }

/** A value where a parameter says so, else nothing. */
export interface Either { readonly kind: 'either'; readonly flag: string; readonly value: Expression }

/** A line of code: a value that gets a name where others need it. */
export interface Statement {
  readonly variable: string;
  readonly value: Expression;
  /** Why it is there, where the code does not say so. */
  readonly comment?: string;
  /** The parameter without which it is left out. */
  readonly flag?: string;
}

export const literal = (value: Literal['value']): Literal => ({ kind: 'literal', value });
export const list = (items: readonly Expression[]): List => ({ kind: 'list', items });
export const mapping = (entries: readonly Field[]): Mapping => ({ kind: 'mapping', entries });
export const name = (text: string): Name => ({ kind: 'name', name: text });
export const member = (type: string, word: string): Member => ({ kind: 'member', type, name: word });
export const call = (method: string, ...args: readonly Expression[]): Call => ({ kind: 'call', method, args });
export const callOn = (on: Expression, method: string, ...args: readonly Expression[]): Call => ({ kind: 'call', on, method, args });

/** A struct of the fields that are there. */
export function struct(type: string, fields: Readonly<Record<string, Expression | undefined>>): Struct {
  return { kind: 'struct', type, fields: Object.entries(fields).filter((field): field is [string, Expression] => field[1] !== undefined) };
}

/** A construct; props that say nothing are left out. */
export function construct(type: string, scope: string, id: string, props?: Struct): New {
  return { kind: 'new', type, args: [name(scope), literal(id), ...props && props.fields.length > 0 ? [props] : []] };
}

/** A call of a static method; options that say nothing are left out. */
export function withOptions(method: string, args: readonly Expression[], options: Struct): Call {
  return call(method, ...args, ...options.fields.length > 0 ? [options] : []);
}

export function json(value: Json): Expression {
  if (Array.isArray(value)) return list(value.map(json));
  return isJsonObject(value) ? mapping(Object.entries(value).map(([key, item]) => [key, json(item)])) : literal(value);
}

/** The same with its parts changed. */
export function mapParts(expression: Expression, change: (part: Expression) => Expression): Expression {
  const fields = (given: readonly Field[]) => given.map(([field, value]): Field => [field, change(value)]);
  switch (expression.kind) {
    case 'list': return { ...expression, items: expression.items.map(change) };
    case 'mapping': return { ...expression, entries: fields(expression.entries) };
    case 'struct': return { ...expression, fields: fields(expression.fields) };
    case 'new': return { ...expression, args: expression.args.map(change) };
    case 'call': return { ...expression, args: expression.args.map(change), ...expression.on && { on: change(expression.on) } };
    case 'either': return { ...expression, value: change(expression.value) };
    case 'joined': return { ...expression, middle: change(expression.middle) };
    default: return expression;
  }
}

/** The expression and all in it. */
export function allParts(expression: Expression): Expression[] {
  const parts: Expression[] = [];
  mapParts(expression, (part) => {
    parts.push(...allParts(part));
    return part;
  });
  return [expression, ...parts];
}

/** Names of the variables and parameters that it needs. */
export function namesIn(expression: Expression): string[] {
  return allParts(expression).flatMap((part) => {
    if (part.kind === 'name') return [part.name];
    return part.kind === 'either' ? [part.flag] : [];
  });
}
