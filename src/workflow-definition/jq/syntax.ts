/** An expression taken apart; chains are flat, so that only what is nested is deep. */
export type Jq = Leaf | Variable | Call | Pipe | Several | Path | Defs;

interface Node {
  /** Where it begins in the expression, from 0. */
  readonly offset: number;
}

/** Something in which nothing else is. */
export interface Leaf extends Node {
  readonly kind: 'leaf';
}

export interface Variable extends Node {
  readonly kind: 'variable';
  readonly name: string;
}

export interface Call extends Node {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Jq[];
}

/** `a | b as $x | c`: each step sees the names that those before it bind. */
export interface Pipe extends Node {
  readonly kind: 'pipe';
  readonly steps: ReadonlyArray<{ readonly jq: Jq; readonly binds: readonly string[]; readonly inside: readonly Jq[] }>;
}

/** Anything that has parts beside one another. */
export interface Several extends Node {
  readonly kind: 'comma' | 'binary' | 'array' | 'object' | 'string' | 'if' | 'try' | 'negate' | 'fold';
  readonly parts: readonly Jq[];
  /** Of a fold: names that all parts but the first see. */
  readonly binds?: readonly string[];
}

/** Something, and what is taken of it: `.a`, `$x[0].b`, `f | .c?`. */
export interface Path extends Node {
  readonly kind: 'path';
  /** Not there for `.`. */
  readonly head?: Jq;
  /** The fields that are read, from the head on, up to the first that is no plain name. */
  readonly fields: readonly string[];
  /** What is in brackets and in texts. */
  readonly inside: readonly Jq[];
}

/** Functions that are defined for what follows. */
export interface Defs extends Node {
  readonly kind: 'defs';
  readonly defs: ReadonlyArray<{ readonly name: string; readonly params: readonly string[]; readonly body: Jq }>;
  readonly body: Jq;
}

/** Why an expression cannot be read, and where. */
export interface JqProblem {
  /** From 0. */
  readonly offset: number;
  /** In plain words. */
  readonly reason: string;
}
