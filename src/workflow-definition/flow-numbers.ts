import { isInt32 } from '../go/json';
import { FieldPath } from '../json/field-path';
import { Json } from '../json/json';
import { asObject } from '../json/lenient';

export interface FlowNumber {
  readonly value: number;
  /** In the flow. */
  readonly path: FieldPath;
}

const DECIMALS = 6;

/**
 * The numbers that the operator writes in another way than they were written: those with many decimals lose some, and integers beyond 32 bits
 * become fractions.
 *
 * @see surprises W21
 */
export function changedNumbers(flow: Json): FlowNumber[] {
  return numbers(flow, []).filter(({ value }) => (
    Number.isInteger(value) ? !isInt32(value) : Number(value.toFixed(DECIMALS)) !== value
  ));
}

function numbers(value: Json, path: FieldPath): FlowNumber[] {
  if (typeof value === 'number') return [{ value, path }];
  if (Array.isArray(value)) return value.flatMap((item, i) => numbers(item, [...path, i]));
  return Object.entries(asObject(value)).flatMap(([field, child]) => numbers(child as Json, [...path, field]));
}
