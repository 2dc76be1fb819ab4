import { JsonObject } from '../json/json';

/**
 * The wire shape of a struct that `cdk8s import` made, which differs from it where code has its own way of saying it: an enum is a text, an
 * int-or-string is a number or a text, what is opaque is a JSON object, and a field has the CRD's name.
 */
export type Wire<T> =
  IsAny<T> extends true ? JsonObject
    : T extends string ? string
      : T extends { readonly value: number | string } ? T['value']
        : T extends ReadonlyArray<infer Item> ? ReadonlyArray<Wire<Item>>
          : { readonly [Field in keyof T as WireName<Field>]: Wire<T[Field]> };

type IsAny<T> = 0 extends 1 & T ? true : false;

type WireName<Field> = Field extends keyof WireNames ? WireNames[Field] : Field;

/** Fields of the structs whose names are not the CRD's. */
export interface WireNames {
  readonly build_: 'build';
  readonly caCerts: 'CACerts';
}
