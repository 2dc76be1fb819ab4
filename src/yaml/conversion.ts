import { Alias, isAlias, isMap, isScalar, isSeq, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { exactInteger, noteExactInteger } from './exact-integers';
import { MAX_ALIAS_EXPANSION, MAX_DEPTH } from './limits';
import { Resolved, resolveScalar, toJsonKey, toJsonScalar } from './scalars';
import { TextProblem } from './source-text';
import { SyntaxTree, tooDeep } from './syntax';
import { yamlProblem } from './yaml-problem';
import { Severity } from '../findings/finding';
import { quote } from '../findings/words';
import { isJsonObject, Json, JsonObject, putField } from '../json/json';
import { ValueProblem } from '../rules/value-problem';

/** How many more characters the aliases of a file may add; counts down. */
export interface AliasBudget {
  left: number;
}

export function newAliasBudget(): AliasBudget {
  return { left: MAX_ALIAS_EXPANSION };
}

/**
 * The JSON that kubectl makes of a document, with all that is wrong in it. Aliases share what they stand for.
 *
 * @param twice how much a key weighs that is there twice; the later counts
 */
export function toJson(tree: SyntaxTree, budget: AliasBudget, twice = Severity.ERROR): { value: Json; problems: readonly TextProblem[] } {
  const conversion = new Conversion(budget, twice);
  const value = conversion.convert(tree.contents, 0);
  return { value, problems: conversion.problems };
}

/** What an anchor stands for; open while it is being read. */
interface Anchor {
  readonly node: Node;
  value?: Json;
  size: number;
  height: number;
}

class Conversion {
  readonly problems: TextProblem[] = [];
  private readonly anchors = new Map<string, Anchor>();
  /** Of what was converted so far, in characters. */
  private size = 0;
  private deepest = 0;
  /** One alias too many is one finding, not one for each alias that follows. */
  private exhausted = false;
  /** Scalars whose numbers are rounded. */
  private readonly exact = new Map<Node, bigint>();

  constructor(private readonly budget: AliasBudget, private readonly twice: Severity) {}

  convert(node: Node | null, depth: number): Json {
    if (node === null) return null;
    if (isAlias(node)) return this.follow(node, depth);
    const name = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (name === undefined) return this.convertContent(node, depth);
    const anchor: Anchor = { node, size: this.size, height: 0 };
    this.anchors.set(name, anchor);
    const outside = this.deepest;
    this.deepest = depth;
    const value = this.convertContent(node, depth);
    Object.assign(anchor, { value, size: this.size - anchor.size, height: this.deepest - depth });
    this.deepest = Math.max(outside, this.deepest);
    return value;
  }

  private convertContent(node: Node, depth: number): Json {
    this.deepest = Math.max(this.deepest, depth);
    this.size++;
    if (isMap(node)) return this.convertMapping(node, depth + 1);
    if (isSeq(node)) return this.convertSequence(node, depth + 1);
    if (!isScalar<string>(node)) return null;
    this.size += node.value.length;
    const scalar = this.resolve(node);
    const json = toJsonScalar(scalar);
    if (typeof scalar === 'bigint' && json.problem) this.exact.set(node, scalar);
    return this.checked(node, json);
  }

  private noteExact(holder: Json[] | JsonObject, field: string | number, node: Node | null): void {
    if (this.exact.size === 0) return;
    const said = isAlias(node) ? this.anchors.get(node.source)?.node : node;
    noteExactInteger(holder, field, said ? this.exact.get(said) : undefined);
  }

  private convertSequence(node: YAMLSeq, depth: number): Json[] {
    this.checkTag(node);
    const list = node.items.map((item) => this.convert(item as Node | null, depth));
    node.items.forEach((item, i) => this.noteExact(list, i, item as Node | null));
    return list;
  }

  private convertMapping(node: YAMLMap, depth: number): JsonObject {
    this.checkTag(node);
    const object: JsonObject = {};
    const own = new Set<string>();
    for (const { key, value } of node.items as Pair<Node, Node | null>[]) {
      if (isMergeKey(key)) {
        // In the order in which they stand: kubectl lets a merge overwrite the keys before it.
        for (const source of this.convertMerge(key, value, depth)) mergeFields(object, source);
        continue;
      }
      const name = this.convertKey(key);
      if (own.has(name)) this.report(key, { ...duplicateKey(name), severity: this.twice });
      own.add(name);
      putField(object, name, this.convert(value, depth));
      this.noteExact(object, name, value);
    }
    return object;
  }

  private convertKey(node: Node): string {
    if (!isScalar<string>(node)) {
      const known = this.problems.length;
      const value = this.convert(node, 0);
      if (['string', 'boolean', 'number'].includes(typeof value)) return String(value);
      this.reportUnlessKnown(node, COMPLEX_KEY, known);
      return '';
    }
    if (node.anchor !== undefined) this.convert(node, 0);
    this.size += node.value.length;
    return this.checked(node, toJsonKey(this.resolve(node)));
  }

  /** The mappings to merge, the one that wins at the end. */
  private convertMerge(key: Node, node: Node | null, depth: number): JsonObject[] {
    const known = this.problems.length;
    const value = this.convert(node, depth);
    const sources = isSeq(node) && Array.isArray(value) ? value : [value];
    if (sources.every(isJsonObject)) return [...sources].reverse();
    this.reportUnlessKnown(key, WRONG_MERGE, known);
    return [];
  }

  private follow(alias: Alias, depth: number): Json {
    const anchor = this.anchors.get(alias.source);
    if (this.exhausted) return null;
    if (anchor?.value === undefined) {
      this.report(alias, anchor ? CIRCULAR_ALIAS : UNKNOWN_ALIAS);
      return null;
    }
    this.budget.left -= anchor.size;
    const problem = this.budget.left < 0 ? TOO_MUCH_ALIASED : depth + anchor.height > MAX_DEPTH ? tooDeep() : undefined;
    if (problem) {
      this.exhausted = true;
      this.report(alias, problem);
      return null;
    }
    this.size += anchor.size;
    this.deepest = Math.max(this.deepest, depth + anchor.height);
    return anchor.value;
  }

  private resolve(node: Scalar<string>) {
    return this.checked(node, resolveScalar(node.value, node.tag, node.type === Scalar.PLAIN));
  }

  private checkTag(node: YAMLMap | YAMLSeq): void {
    if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) this.checked(node, resolveScalar('', node.tag, true));
  }

  private checked<T>(node: Node, { value, problem }: Resolved<T>): T {
    if (problem) this.report(node, problem);
    return value;
  }

  /** An alias that could not be followed is not a wrong value as well. */
  private reportUnlessKnown(node: Node, problem: ValueProblem, known: number): void {
    if (!this.exhausted && this.problems.length === known) this.report(node, problem);
  }

  private report(node: Node, problem: ValueProblem & { readonly severity?: Severity }): void {
    this.problems.push({ ...problem, offset: node.range?.[0] ?? 0 });
  }
}

function mergeFields(object: JsonObject, source: JsonObject): void {
  for (const [name, merged] of Object.entries(source)) {
    putField(object, name, merged);
    noteExactInteger(object, name, exactInteger(source, name));
  }
}

/** Whether the value of a key is to be merged into the mapping. */
export function isMergeKey(key: unknown): key is Scalar {
  return isScalar(key) && key.value === '<<' && (key.tag === 'tag:yaml.org,2002:merge' || (key.tag === undefined && key.type === Scalar.PLAIN));
}

const COMPLEX_KEY = yamlProblem('a list, a mapping or nothing as a key', 'strings, booleans and integers as keys', 'write a single word as the key');
const WRONG_MERGE = yamlProblem('"<<" with something else than a mapping', 'a mapping, or a list of mappings, to merge', 'name an anchor of a mapping, or quote the key');
const CIRCULAR_ALIAS = yamlProblem('an alias within its own anchor', 'an alias of something that ends before it', 'write out what is meant');
// No names: a password may begin with "*" or "&".
const UNKNOWN_ALIAS = yamlProblem('an alias of an anchor that does not exist', 'an anchor before it in the same document',
  'write "&" and its name before the value that is meant, or quote a value that begins with "*"');
const TOO_MUCH_ALIASED: ValueProblem = {
  rule: 'SF-INPUT-LIMIT',
  given: 'aliases that stand for too much',
  allowed: `at most ${MAX_ALIAS_EXPANSION / 1024 / 1024} Mi characters when the aliases of a file are written out`,
  fix: 'use fewer aliases of aliases',
};

function duplicateKey(name: string): ValueProblem {
  return yamlProblem(`the key ${quote(name)} for a second time`, 'each key once in a mapping', 'remove one of the two');
}
