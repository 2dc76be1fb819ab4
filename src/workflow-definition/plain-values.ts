import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { FieldPath } from '../json/field-path';
import { Json, JsonObject, putField } from '../json/json';
import { isImplicitToken, isLate } from '../values/late';
import { MAX_DEPTH } from '../yaml/limits';

/** What a value becomes where cdk8s resolves it; itself where there is nothing to resolve. The path changes afterwards. */
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
  return { copy: copying.copy(value), odd: copying.odd, late: copying.late };
}

class Copying {
  readonly odd: OddValue[] = [];
  late = false;
  /** What is being copied, from the outside to the inside. */
  private readonly open = new Set<object>();
  private readonly path: Array<string | number> = [];

  constructor(private readonly resolve: Resolve) {}

  copy(given: unknown): Json | undefined {
    if (this.path.length > MAX_DEPTH) return this.refuse('something that is nested too deeply', this.path.slice(0, 1));
    this.late ||= isLate(given);
    const value = this.resolve(given, this.path);
    switch (typeof value) {
      case 'string': case 'boolean': case 'undefined': return value;
      case 'number': return Number.isFinite(value) ? value : this.refuse('a number that is none');
      case 'object': return value === null ? null : this.copyOnce(value);
      default: return this.refuse(`a ${typeof value}`);
    }
  }

  private copyOnce(value: object): Json | undefined {
    if (this.open.has(value)) return this.refuse('something that is in itself');
    this.open.add(value);
    const copy = this.copyObject(value);
    this.open.delete(value);
    return copy;
  }

  private copyObject(value: object): Json | undefined {
    if (Array.isArray(value)) return value.map((item, i) => this.copyAt(i, item) ?? null);
    if (hasJson(value)) return this.copy(value.toJSON());
    if (Construct.isConstruct(value)) return this.refuse('a construct');
    if (value instanceof Map || value instanceof Set) return this.refuse(`a ${value.constructor.name}`);
    const copied: JsonObject = {};
    for (const [field, child] of Object.entries(value)) {
      const copy = this.copyAt(field, child);
      if (copy !== undefined) putField(copied, field, copy);
    }
    return copied;
  }

  private copyAt(step: string | number, child: unknown): Json | undefined {
    this.path.push(step);
    const copy = this.copy(child);
    this.path.pop();
    return copy;
  }

  private refuse(given: string, path: FieldPath = [...this.path]): undefined {
    this.odd.push({ path, given });
    return undefined;
  }
}

function hasJson(value: object): value is { toJSON(): unknown } {
  return typeof (value as { toJSON?: unknown }).toJSON === 'function';
}
