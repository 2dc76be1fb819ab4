import { JsonObject } from '../../src/json/json';

const resource = (kind: string, name: string, namespace: string, spec: JsonObject, annotations: JsonObject = {}): JsonObject => (
  { apiVersion: 'sonataflow.org/v1alpha08', kind, metadata: { name, namespace, annotations }, spec }
);

/** So many workflows, ten in a namespace, each of which hands an event to the next one; every third calls an API, every fourth runs a subflow. */
export function manyWorkflows(count: number): JsonObject[] {
  const namespaces = Array.from({ length: Math.ceil(count / 10) }, (_, i) => `team-${i + 1}`);
  return [
    ...namespaces.map((namespace) => resource('SonataFlowPlatform', 'sonataflow-platform', namespace, {
      services: { dataIndex: {}, jobService: {} },
      eventing: { broker: { ref: { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name: 'events', namespace: 'team-1' } } },
      persistence: { postgresql: { secretRef: { name: 'database' }, serviceRef: { name: 'postgres', namespace: 'team-1' } } },
    })),
    ...Array.from({ length: count }, (_, i) => workflow(i, namespaces[Math.floor(i / 10)])),
  ];
}

/** Every fifth has no events at all. */
function workflow(i: number, namespace: string): JsonObject {
  const action: JsonObject = i % 4 === 0 ? { subFlowRef: 'shipping' } : { functionRef: 'reserve' };
  return resource('SonataFlow', `workflow-${i + 1}`, namespace, {
    podTemplate: { container: { image: `registry.example.org/workflow-${i + 1}:1` } },
    flow: {
      start: 'Work',
      functions: i % 3 === 0 ? [{ name: 'reserve', operation: 'specs/inventory.yaml#reserve' }] : [{ name: 'reserve', type: 'custom', operation: 'sysout' }],
      events: i % 5 === 4 ? [] : [
        { name: 'asked', type: `work.${i}.asked`, source: '/a', kind: 'consumed' }, { name: 'done', type: `work.${i + 1}.asked`, source: '/b', kind: 'produced' },
      ],
      states: [{ name: 'Work', type: 'operation', actions: [action], end: true }],
    },
  }, { 'sonataflow.org/profile': 'gitops' });
}
