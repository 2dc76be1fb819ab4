import { Fact, Graph, GraphNode } from '../graph';
import { markup } from './markup';
import { PAGE_SCRIPT, PAGE_STYLE } from './page-code';
import { Picture } from './picture';
import { svgElement } from './svg';
import { edgeWords, nodeWords } from './words';
import { Finding } from '../../findings/finding';
import { pageAddress } from '../../findings/page';
import { shownUrl } from '../../findings/shown-url';
import { workflowExplanation } from '../../manifests/workflow/workflow-explanation';
import { Landscape } from '../../model/landscape';
import { workflowModel } from '../../model/workflow';
import { ExplainedEntry, Explanation, PropertyEntry } from '../../properties/property-entry';
import { secretLike } from '../../properties/secret-like';
import { workflowId } from '../workflow-nodes';

/** A picture as a page of one file: what is selected in it says its facts, links, properties and findings. Nothing is loaded. */
export function html(picture: Picture, landscape: Landscape): string {
  const { title, graph } = picture;
  const properties = explanations(graph, landscape);
  const links = linksByNode(graph);
  const ids = new Map(graph.nodes.map(({ id }, i) => [id, i]));
  const picked = svgElement(picture, 'group', {
    node: (node, i) => ` tabindex="0" role="button" aria-pressed="false" aria-controls="facts" aria-label="${markup(nodeWords(node))}" data-node="${i}"`,
    edge: ({ from, to }) => ` data-from="${ids.get(from)}" data-to="${ids.get(to)}"`,
  });
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; style-src \'unsafe-inline\'; script-src \'unsafe-inline\'">',
    '<link rel="icon" href="data:,">',
    `<title>${markup(title)}</title>`,
    `<style>${PAGE_STYLE}</style>`,
    '</head>',
    '<body>',
    `<header><div><h1>${markup(title)}</h1><p>Select a node with a click, or with Tab and Enter; Escape takes the selection back.</p></div>`,
    '<button type="button" id="whole" aria-pressed="false">Whole picture</button></header>',
    '<main>',
    `<div class="picture" tabindex="0" role="region" aria-label="Picture">${picked}</div>`,
    '<aside id="facts" aria-live="polite" aria-label="What is selected" tabindex="0">',
    `<section id="nothing"><h2>Nothing is selected</h2>${wordList(graph)}</section>`,
    ...graph.nodes.map((node, i) => `<section id="node-${i}" hidden>${nodeSection(node, links.get(node.id) ?? [], properties.get(node.id))}</section>`),
    '</aside>',
    '</main>',
    `<script>${PAGE_SCRIPT}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** The properties of the workflows that are drawn, each with its source. */
function explanations(graph: Graph, landscape: Landscape): ReadonlyMap<string, Explanation> {
  const drawn = new Set(graph.nodes.filter(({ kind }) => kind === 'workflow').map(({ id }) => id));
  return new Map(landscape.workflows.filter(({ metadata }) => drawn.has(workflowId(metadata))).map((resource) => (
    [workflowId(resource.metadata), workflowExplanation(landscape, workflowModel(landscape, resource), true)]
  )));
}

/** The whole picture in words, for whoever does not see it. */
function wordList({ nodes, edges }: Graph): string {
  const nameOf = new Map(nodes.map(({ id, name }) => [id, name]));
  const lines = edges.map((edge) => edgeWords(edge, nameOf));
  return `<details><summary>The picture in words</summary><ul>${lines.map((line) => `<li>${markup(line)}</li>`).join('')}</ul></details>`;
}

function nodeSection(node: GraphNode, links: readonly string[], explanation: Explanation | undefined): string {
  return [
    `<h2>${markup(nodeWords(node))}</h2>`,
    ...node.marks.map((mark) => `<p class="mark">${markup(mark)}</p>`),
    ...node.findings.length > 0 ? ['<h3>Findings</h3>', ...node.findings.map(findingPart)] : [],
    ...node.facts.length > 0 ? ['<h3>Facts</h3>', factList(node.facts)] : [],
    ...links.length > 0 ? ['<h3>Links</h3>', `<ul>${links.join('')}</ul>`] : [],
    ...explanation ? [propertyPart('Environment variables', explanation.environment), propertyPart('Application properties', explanation.properties)] : [],
  ].join('');
}

function findingPart({ rule, severity, where, field, given, allowed, fix }: Finding): string {
  return `<div class="finding ${severity}"><p><strong>${severity}</strong> <a href="${markup(pageAddress(rule))}" rel="noreferrer">${markup(rule)}</a></p>`
    + factList([
      { name: 'where', value: field === undefined ? where : `${where}, ${field}` }, { name: 'given', value: given }, { name: 'allowed', value: allowed },
      { name: 'fix', value: fix },
    ])
    + '</div>';
}

function factList(facts: readonly Fact[]): string {
  return `<dl>${facts.map(({ name, value }) => `<dt>${markup(name)}</dt><dd>${markup(value)}</dd>`).join('')}</dl>`;
}

/** The links of each node, in words. */
function linksByNode({ nodes, edges }: Graph): ReadonlyMap<string, readonly string[]> {
  const nameOf = new Map(nodes.map(({ id, name }) => [id, name]));
  const links = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const edge of edges) {
    const item = `<li>${markup(edgeWords(edge, nameOf))} <small>${markup(edge.said)}</small></li>`;
    for (const id of new Set([edge.from, edge.to])) links.get(id)?.push(item);
  }
  return links;
}

const LOGS_IN = /@|[?;&][^=]*(?:user|pass|pwd|secret|token|key)[^=]*=/i;

/** A page is passed on: who logs in by a URL is not in it, nor what is a secret by its name. */
function shownValue(entry: PropertyEntry): string {
  if (secretLike(entry)) return '<hidden>';
  return /^[a-z][\w+.:-]*:/i.test(entry.value) && LOGS_IN.test(entry.value) ? shownUrl(entry.value) : entry.value;
}

function propertyPart(title: string, entries: readonly ExplainedEntry[]): string {
  if (entries.length === 0) return '';
  const items = entries.map((given) => {
    const { name, source, reason, overridden } = given;
    const lost = overridden.map((entry) => `<br><small>overrides ${markup(`${shownValue(entry)} from ${entry.source} (${entry.reason})`)}</small>`).join('');
    return `<dt>${markup(name)}</dt><dd>${markup(shownValue(given))}<br><small>from ${markup(`${source} (${reason})`)}</small>${lost}</dd>`;
  });
  return `<details><summary>${title} (${entries.length})</summary><dl>${items.join('')}</dl></details>`;
}
