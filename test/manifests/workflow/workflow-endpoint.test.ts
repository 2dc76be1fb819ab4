import { JsonObject } from '../../../src/json/json';
import { Manifest } from '../../../src/manifests/parts/manifest';
import { WorkflowContext, workflowContext } from '../../../src/manifests/workflow/workflow-context';
import { serviceMonitor, workflowRoute, workflowService } from '../../../src/manifests/workflow/workflow-endpoint';
import { workflowModel } from '../../../src/model/workflow';
import { landscapeOf } from '../../landscapes';
import { gitops, platform, profiled } from '../../platforms';

const HUB = platform({ monitoring: { enabled: true } });

function made(part: (context: WorkflowContext) => Manifest[], workflow: JsonObject): Manifest {
  const landscape = landscapeOf([workflow, HUB], { openshift: true }, { corrected: false });
  return part(workflowContext(landscape, workflowModel(landscape, landscape.workflows[0])))[0];
}

const labelled = (workflow: JsonObject): JsonObject => ({ ...workflow, metadata: { ...workflow.metadata as JsonObject, labels: { team: 'blue' } } });
const early = {
  'team': 'blue',
  'sonataflow.org/workflow-app': 'greet',
  'sonataflow.org/workflow-namespace': 'orders',
  'app': 'greet',
  'app.kubernetes.io/name': 'greet',
  'app.kubernetes.io/instance': 'greet',
  'app.kubernetes.io/component': 'serverless-workflow',
  'app.kubernetes.io/managed-by': 'sonataflow-operator',
  'app.kubernetes.io/version': '10.1.0',
};
const full = { ...early, 'app.kubernetes.io/part-of': 'hub' };
const ports = [{ name: 'web', protocol: 'TCP', port: 80, targetPort: 8080 }];

test.each([
  ['all labels select', gitops(), { ports, selector: full }],
  ['in development pods have no platform, and the port is open on the nodes', profiled('dev'), { ports, selector: early, type: 'NodePort' }],
])('a Service: %s', (_what, workflow, spec) => {
  expect(made(workflowService, labelled(workflow))).toEqual({
    apiVersion: 'v1', kind: 'Service', metadata: { name: 'greet', namespace: 'orders', labels: full }, spec,
  });
});

test('a Route', () => {
  expect(made(workflowRoute, labelled(profiled('dev')))).toEqual({
    apiVersion: 'route.openshift.io/v1',
    kind: 'Route',
    metadata: { name: 'greet', namespace: 'orders', labels: early },
    spec: { to: { kind: 'Service', name: 'greet' }, tls: { termination: 'edge' } },
  });
});

test.each([['gitops', gitops(), full], ['dev', profiled('dev'), early]])('a ServiceMonitor: %s', (_what, workflow, labels) => {
  expect(made(serviceMonitor, labelled(workflow))).toEqual({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name: 'greet', namespace: 'orders', labels },
    spec: {
      endpoints: [{ port: 'web', path: '/q/metrics', bearerTokenSecret: { key: '' } }],
      namespaceSelector: {},
      selector: { matchLabels: { 'sonataflow.org/workflow-app': 'greet', 'sonataflow.org/workflow-namespace': 'orders' } },
    },
  });
});
