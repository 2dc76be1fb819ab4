import { Graph, GraphEdge, GraphNode } from '../graph';
import { Box, layout, PlacedEdge, PlacedGroup, PlacedNode, Point } from './layout';
import { legend, LegendEntry } from './legend';
import { markup } from './markup';
import { Picture } from './picture';
import { SVG_STYLE } from './svg-style';
import { SMALL_STYLE, textWidth, TITLE_STYLE } from './text-size';
import { edgeWords, nodeWords, weightOf } from './words';

/** What a page adds to nodes and edges. */
export interface SvgExtras {
  /** Attributes of a node by its position. */
  node(node: GraphNode, position: number): string;
  edge(edge: GraphEdge): string;
}

const PLAIN: SvgExtras = { node: () => '', edge: () => '' };
const LEFT = 16;
const SAMPLE = 44;
const BESIDE_SAMPLE = LEFT + SAMPLE + 10;
const LEGEND_LINE = SMALL_STYLE.lineHeight + 3;
const EVENT_EDGES: ReadonlySet<GraphEdge['kind']> = new Set(['produces', 'consumes']);

/** A picture as one file: nothing is loaded, and it is light or dark as whoever looks at it wants it. */
export function svg(picture: Picture): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svgElement(picture, 'img')}\n`;
}

/** The same as an element of a page. */
export function svgElement({ title, graph, notes }: Picture, role: 'img' | 'group', extras: SvgExtras = PLAIN): string {
  const placed = layout(graph);
  const nameOf = new Map(graph.nodes.map(({ id, name }) => [id, name]));
  const entries = legend(graph);
  const below = [...entries.map(({ words: text }) => text), ...notes];
  const width = Math.ceil(Math.max(placed.width, ...below.map((line) => BESIDE_SAMPLE + textWidth(line, SMALL_STYLE) + LEFT)));
  const height = placed.height + below.length * LEGEND_LINE + (below.length > 0 ? 8 : 0);
  const lineOf = (i: number) => placed.height + i * LEGEND_LINE + SMALL_STYLE.fontSize;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="${role}" aria-labelledby="picture-title picture-words" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title id="picture-title">${markup(title)}</title>`,
    `<desc id="picture-words">${markup(words(graph))}</desc>`,
    `<style>${SVG_STYLE}</style>`,
    `<defs>${marker('arrow', '')}${marker('event-arrow', 'event')}</defs>`,
    `<rect class="page" width="${width}" height="${height}"/>`,
    ...placed.groups.map(groupElement),
    ...placed.edges.map((edge) => edgeElement(edge, nameOf, extras)),
    // Behind all lines, so that none goes through a label.
    `<g class="labels${placed.groups.length > 0 ? ' inGroup' : ''}">`,
    ...placed.edges.flatMap(labelElements),
    '</g>',
    ...placed.nodes.map((node, i) => nodeElement(node, extras.node(node.node, i))),
    ...entries.map((entry, i) => legendElement(entry, lineOf(i))),
    ...notes.map((note, i) => textElement(note, { x: BESIDE_SAMPLE, y: lineOf(entries.length + i) }, 'legend')),
    '</svg>',
  ].join('\n');
}

function words({ nodes, edges }: Graph): string {
  return `${nodes.length} nodes and ${edges.length} edges`;
}

function marker(id: string, type: string): string {
  return `<marker id="${id}" class="${type}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>`;
}

function groupElement({ title, ...box }: PlacedGroup): string {
  const at = { x: box.x + 10, y: box.y + TITLE_STYLE.lineHeight };
  return `<g class="group">${rectangle(box, 8)}${textElement(title, at, '')}</g>`;
}

function nodeElement({ node, lines, ...box }: PlacedNode, attributes: string): string {
  const height = lines.reduce((sum, { style }) => sum + style.lineHeight, 0);
  let bottom = box.y + (box.height - height) / 2;
  const texts = lines.map(({ text, style, role }) => {
    bottom += style.lineHeight;
    return textElement(text, { x: box.x + 12, y: Math.round(bottom - (style.lineHeight - style.fontSize) / 2 - 2) }, role);
  });
  return `<g class="${['node', node.kind, weightOf(node) ?? ''].join(' ').trim()}"${attributes}><title>${markup(nodeWords(node))}</title>`
    + `${rectangle(box, ROUND.has(node.kind) ? Math.min(20, box.height / 2) : 4)}${texts.join('')}</g>`;
}

const ROUND: ReadonlySet<GraphNode['kind']> = new Set(['eventType', 'start', 'end']);

function edgeElement({ edge, points }: PlacedEdge, nameOf: ReadonlyMap<string, string>, { edge: attributes }: SvgExtras): string {
  return `<g class="edge ${edge.kind}"${attributes(edge)}><title>${markup(edgeWords(edge, nameOf))}</title>${arrow(edge.kind, path(points))}</g>`;
}

function arrow(kind: GraphEdge['kind'], way: string): string {
  return `<path d="${way}" marker-end="url(#${EVENT_EDGES.has(kind) ? 'event-arrow' : 'arrow'})"/>`;
}

function labelElements({ label }: PlacedEdge): string[] {
  return label?.lines.map((line, i) => textElement(line, { x: label.x + 4, y: label.y + i * SMALL_STYLE.lineHeight + SMALL_STYLE.fontSize + 2 }, '')) ?? [];
}

function legendElement({ sample, words: text }: LegendEntry, y: number): string {
  const isBox = sample === 'warning' || sample === 'error';
  const look = isBox ? rectangle({ x: LEFT + 1, y: y - 10, width: SAMPLE - 2, height: 12 }, 3) : arrow(sample, `M${LEFT} ${y - 4}H${LEFT + SAMPLE}`);
  return `<g class="legend ${isBox ? sample : `edge ${sample}`}">${look}${textElement(text, { x: BESIDE_SAMPLE, y }, 'legend')}</g>`;
}

/** A line through the points that leaves and enters each of them level. */
function path(points: readonly Point[]): string {
  const [first = { x: 0, y: 0 }, ...rest] = points;
  const curves = rest.map(({ x, y }, i) => {
    const before = points[i] ?? first;
    const middle = Math.round((before.x + x) / 2);
    return `C${middle} ${before.y} ${middle} ${y} ${x} ${y}`;
  });
  return `M${first.x} ${first.y}${curves.join('')}`;
}

function rectangle({ x, y, width, height }: Box, radius: number): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`;
}

function textElement(text: string, { x, y }: Point, role: string): string {
  return `<text${role === '' ? '' : ` class="${role}"`} x="${x}" y="${y}" xml:space="preserve">${markup(text)}</text>`;
}
