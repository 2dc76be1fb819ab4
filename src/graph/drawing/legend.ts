import { EdgeKind, Graph } from '../graph';
import { weightOf } from './words';

/** What stands below a picture, beside a sample of it. */
export interface LegendEntry {
  readonly sample: EdgeKind | 'warning' | 'error';
  readonly words: string;
}

/** What the lines of a picture mean, the more common ones first. */
const MEANINGS: ReadonlyArray<readonly [kinds: readonly [EdgeKind, ...EdgeKind[]], words: string]> = [
  [['produces', 'consumes'], 'from who produces an event to who consumes it'],
  [['sendsTo', 'delivers'], 'sends events to, or gets them from'],
  [['calls', 'runs'], 'calls an API, runs a subflow'],
  [['uses', 'stores', 'isIn', 'deploys', 'provides', 'knows', 'refersTo'], 'deploys, provides, uses, stores in, knows'],
  [['leadsTo'], 'leads to'],
  [['onError', 'compensates'], 'leads to on an error, or to undo'],
  [['reaches'], 'something in the one namespace is wired to something in the other'],
];

/** A line for each look that there is in a picture. */
export function legend({ nodes, edges }: Graph): LegendEntry[] {
  const kinds = new Set(edges.map(({ kind }) => kind));
  const weights = new Set(nodes.map(weightOf));
  return [
    ...MEANINGS.filter(([meant]) => meant.some((kind) => kinds.has(kind))).map(([[sample], words]): LegendEntry => ({ sample, words })),
    ...weights.has('error') ? [{ sample: 'error', words: 'has an error' } as const] : [],
    ...weights.has('warning') ? [{ sample: 'warning', words: 'has a warning, or nobody here at one of its ends' } as const] : [],
  ];
}
