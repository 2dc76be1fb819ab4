import { list, quote, suggest } from '../findings/words';
import { FieldPath } from '../json/field-path';
import { isJsonObject, Json } from '../json/json';

/** What a value of the configuration has to be. The published schema is made of the same. */
export type Shape = TextShape | FlagShape | TextsShape | TextMapShape | ListShape | ObjectShape | ChoiceShape;

export interface TextShape {
  readonly kind: 'text';
  readonly what: string;
  /** Why it is none of the texts that are allowed: what is allowed, and what to write. */
  readonly problem?: (text: string) => { readonly allowed: string; readonly fix: string } | undefined;
  /** The texts that are allowed, for who writes one. */
  readonly words?: readonly string[];
}

export interface FlagShape {
  readonly kind: 'flag';
  readonly what: string;
}

export interface TextsShape {
  readonly kind: 'texts';
  readonly what: string;
}

export interface TextMapShape {
  readonly kind: 'textMap';
  readonly what: string;
}

export interface ListShape {
  readonly kind: 'list';
  readonly what: string;
  readonly items: ObjectShape;
}

export interface ObjectShape {
  readonly kind: 'object';
  readonly what: string;
  readonly fields: Readonly<Record<string, Shape>>;
  /** @default - none */
  readonly required?: readonly string[];
}

/** A text in short, or an object. */
export interface ChoiceShape {
  readonly kind: 'choice';
  readonly what: string;
  readonly text: TextShape;
  readonly object: ObjectShape;
}

/** What is wrong with a value, and where. */
export interface ShapeProblem {
  readonly path: FieldPath;
  readonly given: string;
  readonly allowed: string;
  readonly fix: string;
}

export function shapeProblems(shape: Shape, value: Json, path: FieldPath = []): ShapeProblem[] {
  const wrong = (allowed: string) => [{ path, given: nameOf(value), allowed, fix: `write ${allowed}` }];
  switch (shape.kind) {
    case 'text':
      if (typeof value === 'string') return textProblems(shape, value, path);
      return [{ path, given: nameOf(value), allowed: 'a text', fix: typeof value === 'object' ? 'write a text' : 'put it in quotes' }];
    case 'flag':
      return typeof value === 'boolean' ? [] : wrong('true or false');
    case 'texts':
      return Array.isArray(value) ? value.flatMap((item, i) => shapeProblems({ kind: 'text', what: '' }, item, [...path, i])) : wrong('a list of texts');
    case 'textMap':
      return isJsonObject(value)
        ? Object.entries(value).flatMap(([key, item]) => shapeProblems({ kind: 'text', what: '' }, item, [...path, key]))
        : wrong('a mapping of texts');
    case 'list':
      return Array.isArray(value) ? value.flatMap((item, i) => shapeProblems(shape.items, item, [...path, i])) : wrong('a list');
    case 'object':
      return isJsonObject(value) ? objectProblems(shape, value, path) : wrong('a mapping');
    case 'choice':
      if (typeof value === 'string') return shapeProblems(shape.text, value, path);
      return isJsonObject(value) ? objectProblems(shape.object, value, path) : wrong('a text or a mapping');
  }
}

function textProblems({ problem }: TextShape, text: string, path: FieldPath): ShapeProblem[] {
  const found = problem?.(text);
  return found ? [{ path, given: quote(text), ...found }] : [];
}

function objectProblems({ fields, required = [] }: ObjectShape, value: Readonly<Record<string, Json>>, path: FieldPath): ShapeProblem[] {
  const names = Object.keys(fields);
  const missing = required.filter((name) => !Object.hasOwn(value, name));
  return [
    ...missing.length === 0 ? [] : [{ path, given: `nothing for ${list(missing)}`, allowed: `a mapping with ${list(required)}`, fix: `add ${list(missing)}` }],
    ...Object.entries(value).flatMap(([name, item]) => {
      const shape = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (shape) return shapeProblems(shape, item, [...path, name]);
      return [{ path: [...path, name], given: `the unknown key ${quote(name)}`, allowed: list(names), fix: suggest(name, names) }];
    }),
  ];
}

function nameOf(value: Json): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return isJsonObject(value) ? 'a mapping' : quote(value);
}
