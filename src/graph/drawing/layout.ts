import { Graph, GraphEdge, GraphNode } from '../graph';
import { Drawing, layouter, Placed } from './layouter';
import { DrawnLine, nodeLines } from './node-lines';
import { SMALL_STYLE, textWidth, TITLE_STYLE, wrapped } from './text-size';
import { printable } from '../../findings/printable';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From its upper left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface PlacedNode extends Box {
  readonly node: GraphNode;
  readonly lines: readonly DrawnLine[];
}

export interface PlacedEdge {
  readonly edge: GraphEdge;
  readonly points: readonly Point[];
  /** Where its label is, if it has one. */
  readonly label?: Box & { readonly lines: readonly string[] };
}

export interface PlacedGroup extends Box {
  readonly title: string;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly groups: readonly PlacedGroup[];
}

const PADDING = 12;
const GAP = 34;
const MARGIN = 16;
const LONGEST_LABEL = 26;

/** Where everything is, in whole pixels. */
export function layout(graph: Graph): Layout {
  const engine = layouter();
  if (!engine) throw new Error('@dagrejs/dagre is not installed');
  const drawing = new engine.Graph({ directed: true, multigraph: true, compound: true });
  drawing.setGraph({ rankdir: 'LR', nodesep: GAP, ranksep: 46, edgesep: 16, marginx: MARGIN, marginy: MARGIN });
  const lines = new Map(graph.nodes.map((node) => [node.id, nodeLines(node)]));
  const groupId = (namespace: string) => `group ${namespace}`;
  const namespaces = graph.nodes.some(({ kind }) => kind === 'namespace') ? [] : [...new Set(graph.nodes.flatMap(({ namespace }) => namespace ?? []))];
  for (const namespace of namespaces) drawing.setNode(groupId(namespace), {});
  for (const node of graph.nodes) {
    drawing.setNode(node.id, sizeOf(lines.get(node.id) ?? []));
    if (node.namespace !== undefined && namespaces.length > 0) drawing.setParent(node.id, groupId(node.namespace));
  }
  const labels = graph.edges.map(({ label }) => label === undefined ? [] : wrapped(printable(label), LONGEST_LABEL, 3));
  graph.edges.forEach(({ from, to }, i) => drawing.setEdge(from, to, { ...labelSize(labels[i] ?? []), labelpos: 'c' }, String(i)));
  engine.layout(drawing);
  return placed(graph, drawing, { lines, labels, namespaces, groupId });
}

interface Texts {
  readonly lines: ReadonlyMap<string, readonly DrawnLine[]>;
  readonly labels: ReadonlyArray<readonly string[]>;
  readonly namespaces: readonly string[];
  groupId(namespace: string): string;
}

function placed(graph: Graph, drawing: Drawing, { lines, labels, namespaces, groupId }: Texts): Layout {
  const nodes = graph.nodes.map((node): PlacedNode => ({ node, lines: lines.get(node.id) ?? [], ...fromCorner(drawing.node(node.id)) }));
  const edges = graph.edges.map((edge, i): PlacedEdge => {
    const at = drawing.edge({ v: edge.from, w: edge.to, name: String(i) });
    const label = labels[i] ?? [];
    const box = fromCorner({ ...labelSize(label), x: at.x, y: at.y });
    return { edge, points: at.points.map(rounded), ...label.length > 0 && { label: { lines: label, ...box } } };
  });
  const groups = namespaces.map((namespace): PlacedGroup => {
    const title = wrapped(printable(`namespace ${namespace}`), 80, 1)[0] ?? '';
    const box = fromCorner(drawing.node(groupId(namespace)));
    return { title, ...box, width: Math.max(box.width, Math.ceil(textWidth(title, TITLE_STYLE)) + 2 * PADDING) };
  });
  const boxes: readonly Box[] = [...nodes, ...groups, ...edges.flatMap(({ label }) => label ?? [])];
  return {
    nodes,
    edges,
    groups,
    width: Math.max(0, ...boxes.map(({ x, width }) => x + width), ...edges.flatMap(({ points }) => points.map(({ x }) => x))) + MARGIN,
    height: Math.max(0, ...boxes.map(({ y, height }) => y + height), ...edges.flatMap(({ points }) => points.map(({ y }) => y))) + MARGIN,
  };
}

function sizeOf(lines: readonly DrawnLine[]): { readonly width: number; readonly height: number } {
  return {
    width: Math.ceil(Math.max(40, ...lines.map(({ text, style }) => textWidth(text, style)))) + 2 * PADDING,
    height: lines.reduce((height, { style }) => height + style.lineHeight, 0) + PADDING,
  };
}

function labelSize(lines: readonly string[]): { readonly width: number; readonly height: number } {
  if (lines.length === 0) return { width: 0, height: 0 };
  return { width: Math.ceil(Math.max(...lines.map((line) => textWidth(line, SMALL_STYLE)))) + 8, height: lines.length * SMALL_STYLE.lineHeight + 4 };
}

function fromCorner({ x, y, width, height }: Placed): Box {
  return { x: Math.round(x - width / 2), y: Math.round(y - height / 2), width: Math.round(width), height: Math.round(height) };
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}
