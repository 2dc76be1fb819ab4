import { EDGE_WORDS, Graph, GraphEdge, GraphNode, KIND_WORDS, NodeKind } from '../graph';
import { findingWords, weightOf } from './words';
import { printable } from '../../findings/printable';
import { thousands } from '../../findings/words';
import { groupBy } from '../../json/group-by';

/** What GitHub and Mermaid render at most. */
const MOST_CHARACTERS = 50_000;
const MOST_EDGES = 500;

/** The brackets of a kind, which are its shape. */
const SHAPES: Partial<Record<NodeKind, readonly [string, string]>> = {
  eventType: ['([', '])'],
  broker: ['{{', '}}'],
  sink: ['{{', '}}'],
  database: ['[(', ')]'],
  schema: ['[(', ')]'],
  platform: ['[[', ']]'],
  clusterPlatform: ['[[', ']]'],
  api: ['[/', '/]'],
  start: ['((', '))'],
  end: ['((', '))'],
  state: ['(', ')'],
};

/** The arrows by kind; all others are plain. */
const ARROWS: Partial<Record<GraphEdge['kind'], string>> = {
  produces: '==>', consumes: '==>', uses: '-.->', stores: '-.->', isIn: '-.->', deploys: '-.->', provides: '-.->', knows: '-.->', onError: '-.->', compensates: '-.->',
};

/** Edges whose words say nothing that their nodes do not. */
const WITHOUT_WORDS: ReadonlySet<GraphEdge['kind']> = new Set(['leadsTo', 'reaches', 'onError']);

/** A graph in the words of Mermaid, which a pull request and a README show as a picture. */
export function mermaid(graph: Graph): string {
  const names = new Map(graph.nodes.map(({ id }, i) => [id, `n${i}`]));
  const groups = groupBy(graph.nodes, ({ namespace }) => namespace ?? '');
  const line = (node: GraphNode) => nodeLine(names.get(node.id) ?? '', node);
  const grouped = [...groups].filter(([namespace]) => namespace !== '').flatMap(([namespace, nodes], i) => [
    `  subgraph g${i}["${label(`namespace ${namespace}`)}"]`, ...nodes.map((node) => `  ${line(node)}`), '  end',
  ]);
  return [
    'flowchart LR',
    ...grouped,
    ...(groups.get('') ?? []).map(line),
    ...graph.edges.map((edge) => `  ${edgeLine(edge, names)}`),
    '  classDef error stroke:#d1242f,stroke-width:3px',
    '  classDef warning stroke:#bf8700,stroke-width:3px,stroke-dasharray:5 3',
    '',
  ].join('\n');
}

/** Why GitHub would not render it, if it would not. */
export function mermaidProblem({ edges }: Graph, text: string): string | undefined {
  if (text.length > MOST_CHARACTERS) return `${thousands(text.length)} characters, of which GitHub renders at most ${thousands(MOST_CHARACTERS)}`;
  return edges.length > MOST_EDGES ? `${thousands(edges.length)} edges, of which GitHub renders at most ${thousands(MOST_EDGES)}` : undefined;
}

function nodeLine(name: string, node: GraphNode): string {
  const [open, close] = SHAPES[node.kind] ?? ['[', ']'];
  const weight = weightOf(node);
  const lines = [
    ...node.kind === 'start' || node.kind === 'end' ? [] : [captionOf(node)], node.name, ...node.marks, findingWords(node),
  ].filter((text) => text !== '');
  return `  ${name}${open}"${lines.map(label).join('<br/>')}"${close}${weight === undefined ? '' : `:::${weight}`}`;
}

/** A state says of which type it is. */
function captionOf({ kind, facts }: GraphNode): string {
  const type = kind === 'state' ? facts.find(({ name }) => name === 'type')?.value : undefined;
  return type ?? KIND_WORDS[kind];
}

function edgeLine({ from, to, kind, label: given }: GraphEdge, names: ReadonlyMap<string, string>): string {
  const words = [...WITHOUT_WORDS.has(kind) ? [] : [EDGE_WORDS[kind]], ...given === undefined ? [] : [given]].join(': ');
  return `${names.get(from)} ${ARROWS[kind] ?? '-->'}${words === '' ? '' : `|"${label(words)}"|`} ${names.get(to)}`;
}

/** All that Mermaid, Markdown or HTML could take for something else than text is written as a character's number. */
function label(text: string): string {
  return printable(text).replace(/[^\p{L}\p{N} .,:/_+@()…-]|(?<=^\d+)\./gu, (character) => `#${character.codePointAt(0)};`);
}
