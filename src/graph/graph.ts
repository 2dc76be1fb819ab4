import { LocatedFinding } from '../findings/place';

/** What a node stands for. */
export type NodeKind = 'clusterPlatform' | 'platform' | 'dataIndex' | 'jobsService' | 'workflow' | 'subflow' | 'eventType' | 'broker' | 'sink' | 'api'
  | 'database' | 'schema' | 'namespace' | 'workflows' | 'start' | 'state' | 'end';

/** What an edge says of its two nodes, from the one to the other. */
export type EdgeKind = 'refersTo' | 'knows' | 'deploys' | 'provides' | 'uses' | 'sendsTo' | 'delivers' | 'produces' | 'consumes' | 'calls' | 'runs'
  | 'stores' | 'isIn' | 'reaches' | 'leadsTo' | 'onError' | 'compensates';

/** Something that is known of a node, for people. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

export interface GraphNode {
  /** Unique in a graph, and the same each time. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  /** Its group; what is outside of the namespaces has none. */
  readonly namespace?: string;
  readonly facts: readonly Fact[];
  /** What is striking about the wiring, such as an event that nobody produces. */
  readonly marks: readonly string[];
  readonly findings: readonly LocatedFinding[];
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** The field that says so. */
  readonly said: string;
  /** What distinguishes it from others of its kind. */
  readonly label?: string;
}

/** Nodes and edges, in the order of the landscape. Frozen. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** What a kind is called in a picture. */
export const KIND_WORDS: Readonly<Record<NodeKind, string>> = {
  clusterPlatform: 'cluster platform',
  platform: 'platform',
  dataIndex: 'Data Index',
  jobsService: 'Jobs Service',
  workflow: 'workflow',
  subflow: 'subflow',
  eventType: 'event type',
  broker: 'broker',
  sink: 'sink',
  api: 'API',
  database: 'database',
  schema: 'schema',
  namespace: 'namespace',
  workflows: 'workflows',
  start: 'start',
  state: 'state',
  end: 'end',
};

/** How an edge is read out: `greet produces order.placed`. */
export const EDGE_WORDS: Readonly<Record<EdgeKind, string>> = {
  refersTo: 'refers to',
  knows: 'knows',
  deploys: 'deploys',
  provides: 'provides',
  uses: 'uses',
  sendsTo: 'sends to',
  delivers: 'delivers to',
  produces: 'produces',
  consumes: 'is consumed by',
  calls: 'calls',
  runs: 'runs',
  stores: 'stores in',
  isIn: 'is in',
  reaches: 'reaches',
  leadsTo: 'leads to',
  onError: 'leads on an error to',
  compensates: 'is compensated by',
};

type GivenNode = Pick<GraphNode, 'id' | 'kind' | 'name'> & Partial<GraphNode>;

/** A graph as it comes up: each node and each edge once. */
export class GraphBuilder {
  private readonly nodes = new Map<string, GraphNode>();
  private readonly edges = new Map<string, GraphEdge>();

  /** A node that is there already stays as it is. */
  add(node: GivenNode): string {
    if (!this.nodes.has(node.id)) this.nodes.set(node.id, { facts: [], marks: [], findings: [], ...node });
    return node.id;
  }

  has(id: string): boolean {
    return this.nodes.has(id);
  }

  connect(from: string, to: string, kind: EdgeKind, said: string, label?: string): void {
    const key = JSON.stringify([from, to, kind, label]);
    if (!this.edges.has(key)) this.edges.set(key, { from, to, kind, said, ...label !== undefined && { label } });
  }

  get graph(): Graph {
    return Object.freeze({ nodes: [...this.nodes.values()], edges: [...this.edges.values()] });
  }
}

/** The facts that there are. */
export function factsOf(facts: Readonly<Record<string, string | undefined>>): Fact[] {
  return Object.entries(facts).flatMap(([name, value]) => value === undefined || value === '' ? [] : [{ name, value }]);
}
