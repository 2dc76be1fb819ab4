import { GraphNode, KIND_WORDS } from '../graph';
import { NAME_STYLE, SMALL_STYLE, TextStyle, wrapped } from './text-size';
import { findingWords } from './words';
import { printable } from '../../findings/printable';

/** A line of text in a node. */
export interface DrawnLine {
  readonly text: string;
  readonly style: TextStyle;
  readonly role: 'kind' | 'name' | 'fact' | 'mark' | 'finding';
}

const LONGEST_NAME = 30;
const LONGEST_LINE = 36;

/** What is written into a node: its kind, its name, and what is striking about it. */
export function nodeLines(node: GraphNode): DrawnLine[] {
  const small = (role: DrawnLine['role'], text: string, most = 2) => wrapped(printable(text), LONGEST_LINE, most).map((line): DrawnLine => ({ text: line, style: SMALL_STYLE, role }));
  return [
    ...small('kind', kindOf(node)),
    ...wrapped(printable(node.name), LONGEST_NAME, 3).map((text): DrawnLine => ({ text, style: NAME_STYLE, role: 'name' })),
    ...shownFacts(node).flatMap((text) => small('fact', text, 3)),
    ...node.marks.flatMap((text) => small('mark', text)),
    ...small('finding', findingWords(node)),
  ];
}

/** A state says of which type it is; start and end need no other word than their name. */
function kindOf({ kind, facts }: GraphNode): string {
  if (kind === 'start' || kind === 'end') return '';
  const type = kind === 'state' ? facts.find(({ name }) => name === 'type')?.value : undefined;
  return type ?? KIND_WORDS[kind];
}

/** The facts that belong into the picture itself. */
function shownFacts({ kind, facts }: GraphNode): string[] {
  const of = (...names: readonly string[]) => facts.filter(({ name }) => names.includes(name));
  switch (kind) {
    case 'workflows': return of('names').map(({ value }) => value);
    case 'namespace': return facts.map(({ name, value }) => `${value} × ${name}`);
    case 'state': return of('calls', 'runs', 'waits for', 'sends', 'duration').map(({ name, value }) => `${name} ${value}`);
    case 'workflow': return of('profile').map(({ value }) => value);
    case 'api': return of('address').map(({ value }) => value);
    default: return [];
  }
}
