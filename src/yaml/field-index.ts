import { isAlias, isMap, isScalar, isSeq, Node, Pair, Scalar, YAMLMap } from 'yaml';
import { isMergeKey } from './conversion';
import { resolveScalar, toJsonKey } from './scalars';
import { SyntaxTree } from './syntax';
import { FieldPath } from '../json/field-path';

/** Where the fields of a document are; much smaller than its syntax tree. */
export class FieldIndex {
  /** @param root where the object of the document is */
  constructor(private readonly root: FieldPlace) {}

  /**
   * Where the key of a field is, or the item of a list; of a field that is not there, where its nearest parent is.
   *
   * @param path from the object of the document to the field
   */
  offsetOf(path: FieldPath): number {
    let place = this.root;
    for (const step of path) {
      const next = typeof step === 'number' ? place.content.items?.[step] : place.content.fields?.get(step);
      if (!next) break;
      place = next;
    }
    return place.offset;
  }
}

/** Where a field is, and what is in it. */
export interface FieldPlace {
  readonly offset: number;
  readonly content: FieldContent;
}

/** What is in a mapping, a list or, as far as an alias may ask for it as a key, a scalar. */
export interface FieldContent {
  readonly fields?: ReadonlyMap<string, FieldPlace>;
  readonly items?: readonly FieldPlace[];
  readonly key?: string;
}

/**
 * The places in a document of any kind.
 *
 * @param tree of which there is none where everything is at the beginning
 */
export function placesInTree(tree: SyntaxTree | undefined): FieldPlace {
  const contents = tree?.contents ?? null;
  return new Indexing().placeOf(contents, contents);
}

const NOTHING: FieldContent = {};

class Indexing {
  private readonly anchors = new Map<string, FieldContent>();

  placeOf(at: Node | null, node: Node | null): FieldPlace {
    return { offset: at?.range?.[0] ?? 0, content: this.contentOf(node) };
  }

  private contentOf(node: Node | null): FieldContent {
    if (isAlias(node)) return this.anchors.get(node.source) ?? NOTHING;
    if (isMap(node)) return this.contentOfMapping(node);
    if (isSeq(node)) {
      const items: FieldPlace[] = [];
      const content = this.remember(node, { items });
      for (const item of node.items as Node[]) items.push(this.placeOf(item, item));
      return content;
    }
    return isScalar<string>(node) && node.anchor !== undefined ? this.remember(node, { key: keyOf(node) }) : NOTHING;
  }

  private contentOfMapping(node: YAMLMap): FieldContent {
    const fields = new Map<string, FieldPlace>();
    const content = this.remember(node, { fields });
    const merged: FieldContent[] = [];
    for (const { key, value } of node.items as Pair<Node, Node | null>[]) {
      const name = isScalar<string>(key) ? keyOf(key) : this.contentOf(key).key;
      if (isScalar(key)) this.contentOf(key);
      const place = this.placeOf(key, value);
      if (isMergeKey(key)) {
        for (const source of isSeq(value) ? place.content.items ?? [] : [place]) merged.push(source.content);
      } else if (name !== undefined) {
        fields.set(name, place);
      }
    }
    addMerged(fields, merged);
    return content;
  }

  private remember(node: Node & { anchor?: string }, content: FieldContent): FieldContent {
    if (node.anchor !== undefined) this.anchors.set(node.anchor, content);
    return content;
  }
}

/** A field that a mapping has itself, or of a mapping before, is not merged into it. */
function addMerged(fields: Map<string, FieldPlace>, merged: readonly FieldContent[]): void {
  for (const source of merged) {
    for (const [name, place] of source.fields ?? []) if (!fields.has(name)) fields.set(name, place);
  }
}

function keyOf({ value, tag, type }: Scalar<string>): string {
  return toJsonKey(resolveScalar(value, tag, type === Scalar.PLAIN).value).value;
}
