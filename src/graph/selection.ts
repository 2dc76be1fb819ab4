import { Graph, GraphEdge, GraphNode } from './graph';

/** What is between two things that interest: to see where an event comes from, its other end is needed too. */
const BETWEEN: ReadonlySet<GraphNode['kind']> = new Set(['eventType', 'schema', 'clusterPlatform']);

/** The nodes of a namespace, and what they are wired to. */
export function ofNamespace(graph: Graph, namespace: string): Graph {
  return around(graph, graph.nodes.filter((node) => node.namespace === namespace));
}

/** Event types of a name, and who produces and consumes them. */
export function ofEventType(graph: Graph, type: string): Graph {
  return around(graph, graph.nodes.filter(({ kind, name }) => kind === 'eventType' && name === type));
}

/** The event types of a graph, sorted. */
export function eventTypes({ nodes }: Graph): string[] {
  return [...new Set(nodes.flatMap(({ kind, name }) => kind === 'eventType' ? [name] : []))].sort();
}

/** The namespaces of a graph, in the order in which they come up. */
export function namespacesOf({ nodes }: Graph): string[] {
  return [...new Set(nodes.flatMap(({ namespace }) => namespace === undefined ? [] : [namespace]))];
}

/** Nodes with their neighbours, and what is behind a neighbour that only leads further. */
function around({ nodes, edges }: Graph, core: readonly GraphNode[]): Graph {
  const kindOf = new Map(nodes.map(({ id, kind }) => [id, kind]));
  const chosen = new Set(core.map(({ id }) => id));
  const touching = edges.filter(({ from, to }) => chosen.has(from) || chosen.has(to));
  const near = new Set(touching.flatMap(({ from, to }) => [from, to]).filter((id) => !chosen.has(id)));
  const isBetween = (id: string) => near.has(id) && BETWEEN.has(kindOf.get(id) ?? 'state');
  const further = edges.filter(({ from, to }) => isBetween(from) || isBetween(to));
  const kept = new Set<GraphEdge>([...touching, ...further]);
  const shown = new Set([...chosen, ...near, ...further.flatMap(({ from, to }) => [from, to])]);
  return Object.freeze({ nodes: nodes.filter(({ id }) => shown.has(id)), edges: edges.filter((edge) => kept.has(edge)) });
}
