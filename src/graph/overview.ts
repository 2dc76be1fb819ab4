import { factsOf, Graph, GraphBuilder, GraphNode, KIND_WORDS } from './graph';
import { namespacesOf } from './selection';
import { groupBy } from '../json/group-by';

/** Up to so many workflows one by one in a picture. */
export const MOST_WORKFLOWS = 60;

export function isLarge({ nodes }: Graph): boolean {
  return nodes.filter(({ kind }) => kind === 'workflow').length > MOST_WORKFLOWS;
}

/** A graph of namespaces: how much there is in each, and how much leads from one to another. */
export function overview(graph: Graph): Graph {
  const builder = new GraphBuilder();
  const nodeOf = new Map(graph.nodes.map((node) => [node.id, placeOf(node)]));
  const groups = groupBy(graph.nodes, ({ namespace }) => namespace ?? '');
  for (const namespace of namespacesOf(graph)) builder.add(summary(namespace, groups.get(namespace) ?? []));
  for (const node of groups.get('') ?? []) if (node.kind === 'clusterPlatform' || node.kind === 'database') builder.add(node);
  const crossing = graph.edges.map((edge) => ({ ...edge, from: nodeOf.get(edge.from) ?? '', to: nodeOf.get(edge.to) ?? '' }))
    .filter(({ from, to }) => from !== to && builder.has(from) && builder.has(to));
  for (const edges of groupBy(crossing, ({ from, to }) => JSON.stringify([from, to])).values()) {
    const [{ from, to }] = edges as [typeof edges[number]];
    builder.connect(from, to, 'reaches', edges.map(({ said }) => said)[0] ?? '', edges.length === 1 ? '1 link' : `${edges.length} links`);
  }
  return builder.graph;
}

function placeOf({ namespace, id }: GraphNode): string {
  return namespace === undefined ? id : `namespace ${namespace}`;
}

function summary(namespace: string, nodes: readonly GraphNode[]): GraphNode {
  const kinds = groupBy(nodes, ({ kind }) => kind);
  const counts = [...kinds.values()].map((group) => [KIND_WORDS[group[0]!.kind], String(group.length)]);
  const missing = groupBy(nodes.flatMap(({ marks }) => marks), (mark) => mark);
  return {
    id: `namespace ${namespace}`,
    kind: 'namespace',
    name: namespace,
    facts: factsOf(Object.fromEntries(counts) as Record<string, string>),
    marks: [...missing].map(([mark, { length }]) => `${length} times: ${mark}`),
    findings: nodes.flatMap(({ findings }) => findings),
  };
}
