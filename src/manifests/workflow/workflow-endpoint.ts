import { adoptService } from './workflow-adoption';
import { WORKFLOW_PORT } from './workflow-container';
import { blocked, ensure, workflowObject, WorkflowRendering } from './workflow-context';
import { withoutUndefined } from '../../json/without-undefined';
import { Step } from '../parts/steps';

const PORT_NAME = 'web';

/**
 * The Service of a workflow; of a Knative Service, Knative makes it.
 *
 * @see operator-behaviour 4.9
 */
export function workflowService(rendering: WorkflowRendering): Step[] {
  const { dev, knative, labels, earlyLabels } = rendering;
  if (knative) return [];
  return [ensure(rendering, workflowObject(rendering, { apiVersion: 'v1', kind: 'Service', labels }, {
    spec: withoutUndefined({
      ports: [{ name: PORT_NAME, protocol: 'TCP', port: 80, targetPort: WORKFLOW_PORT }],
      selector: { ...earlyLabels },
      type: dev ? 'NodePort' : undefined,
    }),
  }), adoptService)];
}

/**
 * What opens a workflow to the world on OpenShift.
 *
 * @see operator-behaviour 8.2
 */
export function workflowRoute(rendering: WorkflowRendering): Step[] {
  const { landscape, workflow, earlyLabels: labels } = rendering;
  if (!landscape.facts.openshift) return [];
  return [ensure(rendering, workflowObject(rendering, { apiVersion: 'route.openshift.io/v1', kind: 'Route', labels }, {
    spec: { to: { kind: 'Service', name: workflow.name }, tls: { termination: 'edge' } },
  }))];
}

/**
 * What tells Prometheus about a workflow.
 *
 * @see operator-behaviour 8.1
 */
export function serviceMonitor(rendering: WorkflowRendering): Step[] {
  const { landscape: { facts, corrected }, workflow: { name, namespace, monitored }, knative, earlyLabels: labels } = rendering;
  if (!monitored || knative) return [];
  if (!facts.prometheus) return corrected ? [] : [blocked(rendering, withoutPrometheus())];
  return [ensure(rendering, workflowObject(rendering, { apiVersion: 'monitoring.coreos.com/v1', kind: 'ServiceMonitor', labels }, {
    spec: {
      endpoints: [{ port: PORT_NAME, path: '/q/metrics', bearerTokenSecret: { key: '' } }],
      namespaceSelector: {},
      selector: { matchLabels: { 'sonataflow.org/workflow-app': name, 'sonataflow.org/workflow-namespace': namespace } },
    },
  }))];
}

function withoutPrometheus() {
  return {
    rule: 'SF-PROMETHEUS-MISSING',
    given: 'monitoring in a cluster without the Prometheus operator',
    fix: 'install the Prometheus operator, or switch spec.monitoring of the platform off',
  };
}
