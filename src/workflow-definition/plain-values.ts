import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { FieldPath } from '../json/field-path';
import { Json } from '../json/json';
import { isImplicitToken, isLate } from '../values/late';
import { MAX_DEPTH } from '../yaml/limits';

/** What a value becomes where cdk8s resolves it; itself where there is nothing to resolve. */
export type Resolve = (value: unknown, path: FieldPath) => unknown;

/** Something that no definition can hold. */
export interface OddValue {
  readonly path: FieldPath;
  /** What it is, in words. */
  readonly given: string;
}

export interface PlainCopy {
  /** Shares nothing with what was given. */
  readonly copy: Json | undefined;
  readonly odd: readonly OddValue[];
  /** Something in it is only known at synth time. */
  readonly late: boolean;
}

/** What cdk8s itself resolves, whatever the app says. */
export const resolvedByItself: Resolve = (value) => {
  if (value instanceof Lazy) return value.produce();
  return isImplicitToken(value) ? value.resolve() : value;
};

/** What JSON says of a value; what it cannot say, or would say as nothing, is odd. */
export function plainCopy(value: unknown, resolve: Resolve = resolvedByItself): PlainCopy {
  const copying = new Copying(resolve);
  return { copy: copying.copy(value, []), odd: copying.odd, late: copying.late };
}

class Copying {
  readonly odd: OddValue[] = [];
  late = false;
  /** What is being copied, from the outside to the inside. */
  private readonly open = new Set<object>();

  constructor(private readonly resolve: Resolve) {}

  copy(given: unknown, path: FieldPath): Json | undefined {
    if (path.length > MAX_DEPTH) return this.refuse(path.slice(0, 1), 'something that is nested too deeply');
    this.late ||= isLate(given);
    const value = this.resolve(given, path);
    switch (typeof value) {
      case 'string': case 'boolean': case 'undefined': return value;
      case 'number': return Number.isFinite(value) ? value : this.refuse(path, 'a number that is none');
      case 'object': return value === null ? null : this.copyOnce(value, path);
      default: return this.refuse(path, `a ${typeof value}`);
    }
  }

  private copyOnce(value: object, path: FieldPath): Json | undefined {
    if (this.open.has(value)) return this.refuse(path, 'something that is in itself');
    this.open.add(value);
    const copy = this.copyObject(value, path);
    this.open.delete(value);
    return copy;
  }

  private copyObject(value: object, path: FieldPath): Json | undefined {
    if (Array.isArray(value)) return value.map((item, i) => this.copy(item, [...path, i]) ?? null);
    if (hasJson(value)) return this.copy(value.toJSON(), path);
    if (Construct.isConstruct(value)) return this.refuse(path, 'a construct');
    if (value instanceof Map || value instanceof Set) return this.refuse(path, `a ${value.constructor.name}`);
    return Object.fromEntries(Object.entries(value).flatMap(([field, child]): Array<[string, Json]> => {
      const copy = this.copy(child, [...path, field]);
      return copy === undefined ? [] : [[field, copy]];
    }));
  }

  private refuse(path: FieldPath, given: string): undefined {
    this.odd.push({ path, given });
    return undefined;
  }
}

function hasJson(value: object): value is { toJSON(): unknown } {
  return typeof (value as { toJSON?: unknown }).toJSON === 'function';
}
