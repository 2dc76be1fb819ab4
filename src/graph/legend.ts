import { EdgeKind, Graph } from './graph';

/** What the lines of a picture mean, the more common ones first. */
const MEANINGS: ReadonlyArray<readonly [kinds: readonly EdgeKind[], words: string]> = [
  [['produces', 'consumes'], 'thick: from who produces an event to who consumes it'],
  [['sendsTo', 'delivers'], 'thin: sends events to, or gets them from'],
  [['calls', 'runs'], 'dashed: calls an API, runs a subflow'],
  [['uses', 'stores', 'isIn', 'deploys', 'provides', 'knows', 'refersTo'], 'dotted: uses, stores in, provides, knows'],
  [['leadsTo'], 'thin: leads to'],
  [['onError', 'compensates'], 'dashed: on an error, or to undo'],
  [['reaches'], 'arrow: something in the one namespace is wired to something in the other'],
];

/** What stands below a picture: a line for each look that there is in it. */
export function legendLines({ edges }: Graph): string[] {
  const kinds = new Set(edges.map(({ kind }) => kind));
  return MEANINGS.filter(([meant]) => meant.some((kind) => kinds.has(kind))).map(([, words]) => words);
}
