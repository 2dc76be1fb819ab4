import { isAlias, isMap, isScalar, isSeq, Node, Pair, Scalar, YAMLMap } from 'yaml';
import { isMergeKey } from './conversion';
import { resolveScalar, toJsonKey } from './scalars';
import { SyntaxTree } from './syntax';

/** Where the fields of a document are; much smaller than its syntax tree. */
export class FieldIndex {
  private readonly root: Place;

  constructor(tree: SyntaxTree) {
    this.root = new Indexing().placeOf(tree.contents, tree.contents);
  }

  /**
   * Where the key of a field is, or the item of a list; of a field that is not there, where its nearest parent is.
   *
   * @param field path such as `spec.flow.states[0].name`; a key with dots may stand as it is, or as `["a.b"]`
   */
  offsetOf(field: string): number {
    let place = this.root;
    for (let step = stepInto(place.content, field); step; step = stepInto(place.content, step.rest)) place = step.place;
    return place.offset;
  }
}

/** Where a field is, and what is in it. */
interface Place {
  readonly offset: number;
  readonly content: Content;
}

/** What is in a mapping, a list or, as far as an alias may ask for it as a key, a scalar. */
interface Content {
  readonly fields?: ReadonlyMap<string, Place>;
  readonly items?: readonly Place[];
  readonly key?: string;
}

const NOTHING: Content = {};

class Indexing {
  private readonly anchors = new Map<string, Content>();

  placeOf(at: Node | null, node: Node | null): Place {
    return { offset: at?.range?.[0] ?? 0, content: this.contentOf(node) };
  }

  private contentOf(node: Node | null): Content {
    if (isAlias(node)) return this.anchors.get(node.source) ?? NOTHING;
    if (isMap(node)) return this.contentOfMapping(node);
    if (isSeq(node)) {
      const items: Place[] = [];
      const content = this.remember(node, { items });
      for (const item of node.items as Node[]) items.push(this.placeOf(item, item));
      return content;
    }
    return isScalar<string>(node) && node.anchor !== undefined ? this.remember(node, { key: keyOf(node) }) : NOTHING;
  }

  private contentOfMapping(node: YAMLMap): Content {
    const fields = new Map<string, Place>();
    const content = this.remember(node, { fields });
    const merged: Content[] = [];
    for (const { key, value } of node.items as Pair<Node, Node | null>[]) {
      const name = isScalar<string>(key) ? keyOf(key) : this.contentOf(key).key;
      if (isScalar(key)) this.contentOf(key);
      const place = this.placeOf(key, value);
      if (isMergeKey(key)) merged.push(...(isSeq(value) ? place.content.items?.map((item) => item.content) ?? [] : [place.content]));
      else if (name !== undefined) fields.set(name, place);
    }
    for (const source of merged) {
      for (const [name, place] of source.fields ?? []) if (!fields.has(name)) fields.set(name, place);
    }
    return content;
  }

  private remember(node: Node & { anchor?: string }, content: Content): Content {
    if (node.anchor !== undefined) this.anchors.set(node.anchor, content);
    return content;
  }
}

function keyOf({ value, tag, type }: Scalar<string>): string {
  return toJsonKey(resolveScalar(value, tag, type === Scalar.PLAIN).value).value;
}

/** One step down a path: the place it leads to, and what is left of the path. */
function stepInto({ fields, items }: Content, path: string): { readonly place: Place; readonly rest: string } | undefined {
  for (const [key, length] of firstKeys(path)) {
    const place = typeof key === 'number' ? items?.[key] : fields?.get(key);
    if (place) return { place, rest: path.slice(length) };
  }
  return undefined;
}

/** With what key or index a path may begin, the longest first, since a key may have dots and brackets in it; and how long that is. */
function* firstKeys(path: string): Generator<readonly [key: string | number, length: number]> {
  const [index, digits] = /^\[(\d+)\]/.exec(path) ?? [];
  if (index !== undefined) yield [Number(digits), index.length];
  const [quoted, json] = /^\[("(?:[^"\\]|\\.)*")\]/.exec(path) ?? [];
  if (quoted !== undefined) yield [parseText(json), quoted.length];
  const start = path.startsWith('.') ? 1 : 0;
  const ends = [...path.split('["', 1)[0].matchAll(/[.[]|$/g)].map((end) => end.index).filter((end) => end > start);
  for (const end of ends.reverse()) yield [path.slice(start, end), end];
}

function parseText(json: string): string {
  try {
    return String(JSON.parse(json));
  } catch {
    return json;
  }
}
