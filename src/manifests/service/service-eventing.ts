import { brokerState } from '../../model/broker';
import { serviceLabels } from '../../model/labels';
import { Landscape } from '../../model/landscape';
import { childName } from '../../model/names';
import { PlatformModel } from '../../model/platform';
import { serviceBroker, ServiceKind, ServiceModel } from '../../model/service';
import { kafkaOrdering, sinkBinding, trigger } from '../parts/knative-eventing';
import { Manifest } from '../parts/manifest';

interface ServiceEvent {
  /** Beginning of the Trigger's name. */
  readonly prefix: string;
  readonly type: string;
  readonly path: string;
  /** Their order matters. */
  readonly ordered: boolean;
}

/** @see operator-behaviour 2.9, 2.10 */
const EVENTS: Record<ServiceKind, readonly ServiceEvent[]> = {
  dataIndex: [
    { prefix: 'data-index-process-error-', type: 'ProcessInstanceErrorDataEvent', path: '/processes', ordered: false },
    { prefix: 'data-index-process-node-', type: 'ProcessInstanceNodeDataEvent', path: '/processes', ordered: false },
    { prefix: 'data-index-process-state-', type: 'ProcessInstanceStateDataEvent', path: '/processes', ordered: false },
    { prefix: 'data-index-process-variable-', type: 'ProcessInstanceVariableDataEvent', path: '/processes', ordered: false },
    { prefix: 'data-index-process-definition-', type: 'ProcessDefinitionEvent', path: '/definitions', ordered: true },
    { prefix: 'data-index-process-instance-multiple-', type: 'MultipleProcessInstanceDataEvent', path: '/processes', ordered: false },
    { prefix: 'data-index-jobs-', type: 'JobEvent', path: '/jobs', ordered: true },
  ],
  jobsService: [
    { prefix: 'jobs-service-create-job-', type: 'job.create', path: '/v2/jobs/events', ordered: true },
    { prefix: 'jobs-service-delete-job-', type: 'job.delete', path: '/v2/jobs/events', ordered: true },
  ],
};

/** What brings the events of workflows to a supporting service. */
export function serviceTriggers(landscape: Landscape, platform: PlatformModel, service: ServiceModel): Manifest[] {
  const broker = serviceBroker(service);
  if (!broker) return [];
  const { brokerClass } = brokerState(landscape, broker.namespace, broker.name);
  return EVENTS[service.kind].map(({ prefix, type, path, ordered }) => trigger({
    // In place of the identity that only a cluster gives.
    name: childName(prefix, `${platform.namespace}-${platform.name}`),
    namespace: broker.namespace,
    broker: broker.name,
    eventType: type,
    subscriber: { apiVersion: 'v1', kind: 'Service', name: service.name, namespace: service.namespace },
    uri: path,
    labels: serviceLabels(platform, service, landscape.operator),
    annotations: ordered ? kafkaOrdering(brokerClass) : {},
  }));
}

/** What tells the Jobs Service where its events go. */
export function serviceSinkBinding({ operator }: Landscape, platform: PlatformModel, service: ServiceModel): Manifest[] {
  if (!service.sink) return [];
  return [sinkBinding({
    name: `${service.name}-sb`,
    namespace: service.namespace,
    sink: service.sink,
    subject: { apiVersion: 'apps/v1', kind: 'Deployment', name: service.name, namespace: service.namespace },
    labels: serviceLabels(platform, service, operator),
  })];
}
