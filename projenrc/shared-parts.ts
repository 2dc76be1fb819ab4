import { createHash } from 'node:crypto';
import { children, mapChildren, Schema } from './structural-schemas';

/** Schemas whose parts, where they are objects or occur more than once, have a name given by their content. */
export interface Hoisted {
  readonly roots: Schema[];
  readonly defs: Map<string, Schema>;
}

export function hoist(schemas: readonly Schema[]): Hoisted {
  const occurrences = new Map<string, number>();
  const count = (schema: Schema) => {
    const content = JSON.stringify(schema);
    occurrences.set(content, (occurrences.get(content) ?? 0) + 1);
    if (occurrences.get(content) === 1) children(schema).forEach(count);
  };
  schemas.forEach(count);

  const defs = new Map<string, Schema>();
  const hoisted = (schema: Schema): Schema => {
    const content = JSON.stringify(schema);
    const repeats = occurrences.get(content)! > 1 && isCompound(schema);
    if (!schema.properties && !repeats) return mapChildren(schema, hoisted);
    const name = `s${createHash('sha256').update(content).digest('hex').slice(0, 10)}`;
    if (!defs.has(name)) defs.set(name, mapChildren(schema, hoisted));
    return { $ref: name };
  };
  return { roots: schemas.map((schema) => mapChildren(schema, hoisted)), defs };
}

const isCompound = (schema: Schema): boolean => children(schema).length > 0 || schema.enum !== undefined || schema.pattern !== undefined;
