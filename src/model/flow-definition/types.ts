import { Failure } from '../../json/failure';
import { Json } from '../../json/json';

/** The shape of a value in the SDK's model of a workflow. */
export type Type = SimpleType | ListType | StructureType;

export interface SimpleType {
  readonly kind: 'text' | 'flag' | 'free' | 'freeMap' | 'textMap' | 'integerOrText' | 'floatOrText' | 'constants';
}

export interface ListType {
  readonly kind: 'list';
  readonly items: Type;
}

export interface StructureType {
  readonly kind: 'structure';
  readonly fields: readonly Field[];
  /** Turns another way to write it into an object. */
  readonly read?: (value: Json) => Json | Failure;
  /** The fields that depend on the value of one field; they follow the others in an object of their own. */
  readonly variants?: { readonly field: string; readonly types: Readonly<Record<string, StructureType>> };
  /** What the SDK does to the text that it has written. */
  readonly patch?: (text: string) => string;
}

export interface Field {
  readonly name: string;
  readonly type: Type;
  readonly presence: Presence;
  /** When nothing is said. */
  readonly default?: Json;
}

/** What happens to a field that is not given. */
export enum Presence {
  /** Left out when it is empty, given or not. */
  OMIT_EMPTY,
  /** Left out when it is not given. */
  POINTER,
  /** Written as null when it is not given. */
  NULLABLE,
  /** Always written; its zero value when it is not given. */
  ALWAYS,
}

export const TEXT: Type = { kind: 'text' };
export const FLAG: Type = { kind: 'flag' };
/** Any JSON. */
export const FREE: Type = { kind: 'free' };
export const FREE_MAP: Type = { kind: 'freeMap' };
export const TEXT_MAP: Type = { kind: 'textMap' };
export const INTEGER_OR_TEXT: Type = { kind: 'integerOrText' };
export const FLOAT_OR_TEXT: Type = { kind: 'floatOrText' };
export const CONSTANTS: Type = { kind: 'constants' };

export function listOf(items: Type): Type {
  return { kind: 'list', items };
}

export function structure(fields: readonly Field[], more: Omit<StructureType, 'kind' | 'fields'> = {}): StructureType {
  return { kind: 'structure', fields, ...more };
}

/** A structure that may be given as the value of its main field. */
export function shortened(main: string, primitive: 'string' | 'boolean', fields: readonly Field[]): StructureType {
  return structure(fields, { read: (value) => typeof value === primitive ? { [main]: value } : value });
}

export function optional(name: string, type: Type = TEXT, defaultValue?: Json): Field {
  return { name, type, presence: Presence.OMIT_EMPTY, default: defaultValue };
}

export function always(name: string, type: Type = TEXT, defaultValue?: Json): Field {
  return { name, type, presence: Presence.ALWAYS, default: defaultValue };
}

export function pointer(name: string, type: Type): Field {
  return { name, type, presence: Presence.POINTER };
}

export function nullable(name: string, type: Type): Field {
  return { name, type, presence: Presence.NULLABLE };
}
