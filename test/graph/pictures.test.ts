import { landscapeOf } from '../landscapes';
import { manyWorkflows } from './many-workflows';
import { jsonGraph } from '../../src/graph/drawing/json-graph';
import { Box, layout } from '../../src/graph/drawing/layout';
import { mermaid, mermaidProblem } from '../../src/graph/drawing/mermaid';
import { landscapePicture, workflowPicture } from '../../src/graph/drawing/picture';
import { svg } from '../../src/graph/drawing/svg';
import { SMALL_STYLE } from '../../src/graph/drawing/text-size';
import { Graph, GraphNode } from '../../src/graph/graph';
import { landscapeGraph } from '../../src/graph/landscape-graph';
import { ofEventType, ofNamespace } from '../../src/graph/selection';
import { workflowGraph } from '../../src/graph/workflow-graph';
import { JsonObject } from '../../src/json/json';
import { asObject } from '../../src/json/lenient';
import { textOf } from '../docs/repository';

const graphs = new Map([1, 10, 60, 61].map((count) => [count, landscapeGraph(landscapeOf(manyWorkflows(count), {}, { corrected: false }))]));
const graphOf = (count: number) => graphs.get(count)!;
const node = (id: string, parts: Partial<GraphNode> = {}): GraphNode => ({ id, kind: 'workflow', name: id, facts: [], marks: [], findings: [], ...parts });
const workflows = ({ nodes }: Graph) => nodes.filter(({ kind }) => kind === 'workflow').map(({ name }) => name);
const overlap = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe.each([1, 10, 60, 61])('%i workflows', (count) => {
  const picture = landscapePicture(graphOf(count), false);
  const placed = layout(picture.graph);

  test('no box and no label lies on another', () => {
    const boxes: Box[] = [...placed.nodes, ...placed.edges.flatMap(({ label }) => label ?? [])];
    expect(boxes.flatMap((box, i) => boxes.slice(i + 1).filter((other) => overlap(box, other)).map((other) => [box, other]))).toEqual([]);
  });

  test('no box lies on the title of a group, and each is within its group', () => {
    const titles = placed.groups.map(({ x, y, width }) => ({ x, y, width, height: 24 }));
    expect(placed.nodes.filter((box) => titles.some((title) => overlap(box, title)))).toEqual([]);
    const outside = placed.nodes.filter(({ node: { namespace }, x, y, width, height }) => placed.groups.some((group) => group.title === `namespace ${namespace}`
      && (x < group.x || y < group.y || x + width > group.x + group.width || y + height > group.y + group.height)));
    expect(outside).toEqual([]);
  });

  test('Mermaid is below what GitHub renders', () => {
    expect(mermaidProblem(picture.graph, mermaid(picture.graph))).toBeUndefined();
  });

  test('the same bytes each time', () => {
    const again = landscapePicture(landscapeGraph(landscapeOf(manyWorkflows(count), {}, { corrected: false })), false);
    expect([mermaid(again.graph), svg(again), jsonGraph(again.whole)]).toEqual([mermaid(picture.graph), svg(picture), jsonGraph(picture.whole)]);
  });
});

test('few workflows are drawn with all that they are wired to, many without what their platform brings', () => {
  const few = graphOf(1);
  expect(landscapePicture(few, false)).toMatchObject({ graph: few, notes: [] });
  const { graph, whole, notes } = landscapePicture(graphOf(60), false);
  expect(notes).toEqual([
    '62 schemas are not drawn, but their databases', '270 links of workflows and services to what their platform brings are not drawn', expect.stringMatching(/^\d+ workflows without other links stand together$/),
  ]);
  expect(whole).toBe(graphOf(60));
  expect(graph.edges.filter(({ kind }) => ['uses', 'stores', 'sendsTo', 'delivers'].includes(kind))).toEqual([]);
  const together = graph.nodes.filter(({ kind }) => kind === 'workflows').flatMap(({ facts }) => facts.map(({ value }) => value.split(', '))).flat();
  expect([...workflows(graph), ...together].sort()).toEqual(workflows(whole).sort());
});

test('a workflow that says itself what its platform provides is folded too, one with something else is not', () => {
  const objects = manyWorkflows(6).map(({ spec, ...object }) => {
    const postgresql = { secretRef: { name: 'database' }, serviceRef: { name: 'postgres', namespace: 'team-1', databaseSchema: 'own' } };
    return { ...object, spec: object.kind === 'SonataFlow' ? { ...asObject(spec), persistence: { postgresql } } : spec } as JsonObject;
  });
  const stores = (graph: Graph) => graph.edges.filter(({ kind, from }) => kind === 'stores' && from.startsWith('workflow ')).length;
  const drawn = (changed: JsonObject[]) => stores(landscapePicture(landscapeGraph(landscapeOf(changed, {}, { corrected: false })), false).graph);
  expect(drawn(objects)).toBe(0);
  expect(drawn(JSON.parse(JSON.stringify(objects).replaceAll('"databaseSchema":"own"', '"databaseName":"other"')))).toBe(6);
});

test('more than 60 workflows are drawn as their namespaces, unless something is selected', () => {
  const { graph, notes } = landscapePicture(graphOf(61), false);
  expect(graph.nodes.filter(({ kind }) => kind === 'namespace').map(({ name }) => name)).toEqual(['team-1', 'team-2', 'team-3', 'team-4', 'team-5', 'team-6', 'team-7']);
  expect(notes).toEqual([expect.stringContaining('select with --namespace')]);
  expect(workflows(landscapePicture(ofNamespace(graphOf(61), 'team-2'), true).graph)).toContain('workflow-11');
});

test('an event type is selected with who produces and who consumes it', () => {
  const { nodes, edges } = ofEventType(graphOf(10), 'work.2.asked');
  expect(nodes.map(({ name }) => name)).toEqual(['workflow-2', 'work.2.asked', 'workflow-3']);
  expect(edges.map(({ kind }) => kind)).toEqual(['produces', 'consumes']);
});

test('a namespace is selected with what it is wired to elsewhere', () => {
  const { nodes } = ofNamespace(graphOf(60), 'team-2');
  expect(nodes.filter(({ kind, namespace }) => kind === 'workflow' && namespace === 'team-2')).toHaveLength(10);
  expect(nodes.filter(({ kind, namespace }) => kind === 'broker' && namespace === 'team-1')).toHaveLength(1);
  expect(nodes.filter(({ kind, namespace }) => kind === 'workflow' && namespace === 'team-5')).toEqual([]);
});

test('a service that has a database of its own keeps its link to it', () => {
  const own = { persistence: { postgresql: { secretRef: { name: 'd' }, jdbcUrl: 'jdbc:postgresql://own/x' } } };
  const objects = manyWorkflows(6).map(({ spec, ...object }) => (
    { ...object, spec: object.kind === 'SonataFlowPlatform' ? { ...asObject(spec), services: { dataIndex: own } } : spec } as JsonObject
  ));
  const { graph } = landscapePicture(landscapeGraph(landscapeOf(objects, {}, { corrected: false })), false);
  expect(graph.edges.filter(({ kind }) => kind === 'stores').map(({ to }) => to)).toEqual(['database own/x']);
});

test('no line goes through a label, and each look of lines and boxes is explained by a sample', () => {
  const text = svg(landscapePicture(graphOf(10), false));
  const [lines, rest] = text.split('<g class="labels inGroup">');
  const [labels, boxes] = rest.split('<g class="node');
  expect([lines, labels].map((part) => part.includes('<path d='))).toEqual([true, false]);
  expect(labels.match(/<text[^>]*>reserve</g)).toHaveLength(3);
  expect(boxes).toBeDefined();
  expect([...text.matchAll(/<g class="legend ([^"]+)">/g)].map(([, look]) => look)).toEqual(['edge produces', 'edge calls', 'edge uses', 'warning']);
  const looks = new Set([...lines.matchAll(/<g class="edge (\w+)"/g)].map(([, kind]) => kind));
  expect([...looks].sort()).toEqual(['calls', 'consumes', 'deploys', 'produces', 'provides', 'runs']);
});

test('the picture of the README can be read in the column that GitHub gives it', () => {
  const [, width] = /width="(\d+)"/.exec(textOf('docs/wiring.svg'))!;
  expect(SMALL_STYLE.fontSize * Math.min(1, 838 / Number(width))).toBeGreaterThan(8.5);
});

describe('names that mean something elsewhere', () => {
  const odd = '"]; click x <script>alert(1)</script> & `#quot;` end\n%%';
  const graph: Graph = { nodes: [node('a', { name: odd, namespace: odd, marks: [odd] }), node('b')], edges: [{ from: 'a', to: 'b', kind: 'calls', said: odd, label: odd }] };

  test('Mermaid gets them as numbers of characters', () => {
    const lines = mermaid(graph).split('\n');
    expect(lines).toHaveLength(9);
    const labels = [...lines.join('\n').matchAll(/(?:\["|\|")(.*?)(?:"\]|"\|)/g)].map(([, label]) => label.replaceAll('<br/>', '').replace(/#\d+;/g, ''));
    expect(labels).toHaveLength(4);
    expect(labels.join('')).toMatch(/^[\w ()/.:]*$/);
  });

  test('SVG gets them escaped', () => {
    expect(svg({ title: odd, graph, whole: graph, notes: [odd] })).not.toMatch(/<script|alert\(1\)<\/|& /);
  });
});

test('text too large for GitHub says so', () => {
  const many: Graph = { nodes: Array.from({ length: 900 }, (_, i) => node(`a-workflow-with-a-name-that-is-not-short-at-all-${i}`)), edges: [] };
  expect(mermaidProblem(many, mermaid(many))).toMatch(/^\d\d,\d{3} characters, of which GitHub renders at most 50,000$/);
  const edges = Array.from({ length: 501 }, (_, i) => ({ from: 'a', to: 'b', kind: 'calls' as const, said: '', label: `${i}` }));
  expect(mermaidProblem({ nodes: [node('a'), node('b')], edges }, '')).toBe('501 edges, of which GitHub renders at most 500');
});

test('the states of a workflow and the ways between them', () => {
  const flow: JsonObject = {
    start: 'Ask',
    errors: [{ name: 'down', code: 'x' }],
    states: [
      {
        name: 'Ask',
        type: 'switch',
        dataConditions: [{ name: 'yes', condition: '.yes', transition: 'Work' }, { condition: '.no', end: true }],
        defaultCondition: { transition: 'Gone' },
      },
      { name: 'Work', type: 'operation', actions: [{ functionRef: 'f' }], onErrors: [{ errorRef: 'down', transition: 'Ask' }], compensatedBy: 'Undo', end: true },
      { name: 'Undo', type: 'operation', usedForCompensation: true, actions: [] },
    ],
  };
  const { nodes, edges } = workflowGraph({ flow, findings: [] });
  expect(nodes.map(({ id, marks }) => [id, ...marks])).toEqual([['start'], ['state Ask'], ['state Work'], ['state Undo', 'only undoes'], ['end'], ['state Gone', 'no such state']]);
  expect(edges.map(({ from, kind, to, label, said }) => [from, kind, to, label, said])).toEqual([
    ['start', 'leadsTo', 'state Ask', undefined, 'spec.flow.start'],
    ['state Ask', 'leadsTo', 'state Work', 'yes', 'spec.flow.states[0].dataConditions[0].transition'],
    ['state Ask', 'leadsTo', 'end', '.no', 'spec.flow.states[0].dataConditions[1].end'],
    ['state Ask', 'leadsTo', 'state Gone', 'otherwise', 'spec.flow.states[0].defaultCondition.transition'],
    ['state Work', 'leadsTo', 'end', undefined, 'spec.flow.states[1].end'],
    ['state Work', 'onError', 'state Ask', 'down', 'spec.flow.states[1].onErrors[0]'],
    ['state Work', 'compensates', 'state Undo', undefined, 'spec.flow.states[1].compensatedBy'],
  ]);
});

test('a finding is marked on its state', () => {
  const landscape = landscapeOf([{
    apiVersion: 'sonataflow.org/v1alpha08', kind: 'SonataFlow', metadata: { name: 'a' }, spec: { flow: { start: 'A', states: [{ name: 'A', type: 'inject', data: {}, transition: 'B' }] } },
  }]);
  const [workflow] = landscape.workflows;
  const finding = { rule: 'SF-FLOW-TRANSITION', field: 'spec.flow.states[0].transition', severity: 'error' } as GraphNode['findings'][number];
  const { nodes } = workflowPicture(workflow, [finding]).graph;
  expect(nodes.filter(({ findings }) => findings.length > 0).map(({ id }) => id)).toEqual(['state A']);
});
