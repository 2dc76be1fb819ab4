import { load, State } from 'js-yaml';
import { FieldContent, FieldPlace } from './field-index';
import { PLAIN_SCHEMA } from './quick-reading';

/**
 * Where the fields of a document are that `readPlainObject` has read.
 *
 * @returns nothing where the reader does not tell of each node: one is left out, or two are one
 */
export function placesInPlain(text: string): FieldPlace | undefined {
  const open: ReadNode[] = [];
  const roots: FieldPlace[] = [];
  const unclear: FieldPlace[] = [];
  load(text, {
    schema: PLAIN_SCHEMA,
    listener: (event, { position, kind, result }: State) => {
      if (event === 'open') {
        open.push({ offset: position, content: NOTHING, within: [] });
        return;
      }
      const node = open.pop();
      if (!node) return;
      const content = contentOf(node, kind, result);
      if (content) node.content = content;
      else unclear.push(node);
      node.value = result as unknown;
      node.within = [];
      const around = open.at(-1);
      if (around) around.within.push(node);
      else roots.push(placeOf(node));
    },
  });
  return unclear.length === 0 ? roots[0] : undefined;
}

/** A node as the reader goes through it. */
interface ReadNode extends FieldPlace {
  content: FieldContent;
  value?: unknown;
  within: ReadNode[];
}

const NOTHING: FieldContent = {};

function contentOf({ within }: ReadNode, kind: string | null, value: unknown): FieldContent | undefined {
  const [first] = within;
  // Whatever may be the first key of a mapping is read as one, and kept when it is none.
  if (first && within.length === 1 && first.value === value) return first.content;
  if (kind === 'sequence') return within.length === (value as unknown[]).length ? { items: within.map(placeOf) } : undefined;
  if (kind === 'mapping') return fieldsOf(within, value as object);
  return NOTHING;
}

/** Keys and values take turns. */
function fieldsOf(nodes: readonly ReadNode[], value: object): FieldContent | undefined {
  if (nodes.length !== 2 * Object.keys(value).length) return undefined;
  const fields = new Map<string, FieldPlace>();
  nodes.forEach(({ value: key, offset }, i) => {
    if (i % 2 === 0) fields.set(String(key), { offset, content: nodes[i + 1]?.content ?? NOTHING });
  });
  return { fields };
}

function placeOf({ offset, content }: FieldPlace): FieldPlace {
  return { offset, content };
}
