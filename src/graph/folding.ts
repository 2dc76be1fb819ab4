import { factsOf, Graph, GraphEdge, GraphNode } from './graph';
import { groupBy } from '../json/group-by';

/** Up to so many workflows nothing is folded. */
export const MOST_UNFOLDED = 5;

/** A graph for a picture, and what was left out of it. */
export interface FoldedGraph {
  readonly graph: Graph;
  /** What to tell whoever looks at it. */
  readonly notes: readonly string[];
}

/**
 * A graph of which a picture can be read: of many workflows it is not drawn again for each what their platform brings, a database stands for its
 * schemas, and workflows that nothing distinguishes stand together.
 */
export function fold(graph: Graph): FoldedGraph {
  const workflows = graph.nodes.filter(({ kind }) => kind === 'workflow');
  if (workflows.length <= MOST_UNFOLDED) return { graph, notes: [] };
  const { graph: withoutSchemas, schemas } = foldSchemas(graph);
  const ofPlatform = withoutSchemas.edges.filter(isOfPlatform(withoutSchemas));
  const dropped = new Set(ofPlatform);
  const { graph: folded, alone } = foldWorkflows({ ...withoutSchemas, edges: withoutSchemas.edges.filter((edge) => !dropped.has(edge)) });
  return {
    graph: folded,
    notes: [
      ...schemas === 0 ? [] : [`${schemas} schemas are not drawn, but their databases`],
      ...ofPlatform.length === 0 ? [] : [`${ofPlatform.length} links of workflows and services to what their platform brings are not drawn`],
      ...alone === 0 ? [] : [`${alone} workflows without other links stand together`],
    ],
  };
}

function foldSchemas({ nodes, edges }: Graph): { readonly graph: Graph; readonly schemas: number } {
  const names = new Map(nodes.filter(({ kind }) => kind === 'schema').map(({ id, name }) => [id, name]));
  const isIn = new Map(edges.filter(({ kind, from }) => kind === 'isIn' && names.has(from)).map(({ from, to }) => [from, to]));
  const within = groupBy([...isIn], ([, database]) => database);
  const once = new Map(edges.filter(({ kind }) => kind !== 'isIn').map((edge): [string, GraphEdge] => {
    const moved = { ...edge, to: isIn.get(edge.to) ?? edge.to };
    return [JSON.stringify([moved.from, moved.to, moved.kind, moved.label]), moved];
  }));
  const withSchemas = (node: GraphNode): GraphNode => {
    const held = within.get(node.id);
    return held ? { ...node, facts: [...node.facts, ...factsOf({ schemas: held.map(([schema]) => names.get(schema)).join(', ') })] } : node;
  };
  return { graph: { nodes: nodes.filter(({ id }) => !names.has(id)).map(withSchemas), edges: [...once.values()] }, schemas: names.size };
}

/** What a workflow or a service has from its platform, or has like it; the platform's own edges show it. */
function isOfPlatform({ nodes, edges }: Graph): (edge: GraphEdge) => boolean {
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const pair = (user: string, used: string) => `${nodeOf.get(user)?.namespace} ${used}`;
  const provided = new Set(edges.filter(({ kind }) => kind === 'provides').map(({ from, to }) => pair(from, to)));
  return ({ from, to, said, kind }) => {
    const [user, used] = kind === 'delivers' ? [to, from] : [from, to];
    const by = nodeOf.get(user)?.kind;
    if (by === 'dataIndex' || by === 'jobsService') return ['sendsTo', 'delivers', 'stores'].includes(kind) && provided.has(pair(user, used));
    return by === 'workflow' && ['uses', 'sendsTo', 'stores'].includes(kind) && (said.startsWith('SonataFlowPlatform ') || provided.has(pair(user, used)));
  };
}

function foldWorkflows({ nodes, edges }: Graph): { readonly graph: Graph; readonly alone: number } {
  const touched = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const alone = nodes.filter(({ id, kind }) => kind === 'workflow' && !touched.has(id));
  const groups = [...groupBy(alone, ({ namespace = '' }) => namespace)].filter(([, members]) => members.length > 1);
  const gone = new Set(groups.flatMap(([, members]) => members.map(({ id }) => id)));
  const together = groups.map(([namespace, members]): GraphNode => ({
    id: `workflows ${namespace}`,
    kind: 'workflows',
    name: `${members.length} workflows`,
    namespace,
    facts: factsOf({ names: members.map(({ name }) => name).join(', ') }),
    marks: [],
    findings: members.flatMap(({ findings }) => findings),
  }));
  return { graph: { nodes: [...nodes.filter(({ id }) => !gone.has(id)), ...together], edges }, alone: gone.size };
}
