import { adoptService } from './workflow-adoption';
import { WORKFLOW_PORT } from './workflow-container';
import { ensure, objectOf, WorkflowContext } from './workflow-context';
import { withoutUndefined } from '../../json/without-undefined';
import { monitorSelector, withoutGiven, withoutVersion } from '../../model/labels';
import { Manifest } from '../parts/manifest';

const PORT_NAME = 'web';

/**
 * The Service of a workflow; of a Knative Service, Knative makes it.
 *
 * @see operator-behaviour 4.9
 */
export function workflowService(context: WorkflowContext): Manifest[] {
  const { dev, workflow, labels, earlyLabels, landscape: { corrected, operator } } = context;
  return ensure(context, objectOf(context, 'service', {
    labels,
    content: {
      spec: withoutUndefined({
        ports: [{ name: PORT_NAME, protocol: 'TCP', port: 80, targetPort: WORKFLOW_PORT }],
        selector: { ...corrected ? withoutVersion(withoutGiven(earlyLabels, workflow, operator)) : earlyLabels },
        type: dev ? 'NodePort' : undefined,
      }),
    },
  }), adoptService);
}

/**
 * What opens a workflow to the world on OpenShift.
 *
 * @see operator-behaviour 8.2
 */
export function workflowRoute(context: WorkflowContext): Manifest[] {
  const { workflow, earlyLabels: labels } = context;
  return ensure(context, objectOf(context, 'route', {
    labels, content: { spec: { to: { kind: 'Service', name: workflow.name }, tls: { termination: 'edge' } } },
  }));
}

/**
 * What tells Prometheus about a workflow.
 *
 * @see operator-behaviour 8.1
 */
export function serviceMonitor(context: WorkflowContext): Manifest[] {
  const { workflow, earlyLabels: labels } = context;
  return ensure(context, objectOf(context, 'serviceMonitor', {
    labels,
    content: {
      spec: {
        endpoints: [{ port: PORT_NAME, path: '/q/metrics', bearerTokenSecret: { key: '' } }],
        namespaceSelector: {},
        selector: { matchLabels: { ...monitorSelector(workflow) } },
      },
    },
  }));
}
