import { ensure, identityOf, WorkflowContext } from './workflow-context';
import { EventRoute } from '../../model/eventing';
import { sinkBinding, trigger } from '../parts/knative-eventing';
import { Manifest } from '../parts/manifest';

/**
 * What tells a workflow where its events go.
 *
 * @see operator-behaviour 4.12, 7.2
 */
export function workflowSinkBinding(context: WorkflowContext): Manifest[] {
  const { workflow: { events: { sink } }, labels } = context;
  if (!sink) return [];
  const [binding, subject] = [identityOf(context, 'sinkBinding'), identityOf(context, 'workload')];
  return binding && subject ? ensure(context, [sinkBinding({ ...binding, sink, subject, labels })]) : [];
}

/**
 * What brings a workflow the events that it waits for.
 *
 * @see operator-behaviour 7.3
 */
export function workflowTriggers(context: WorkflowContext): Manifest[] {
  const { landscape: { facts }, workflow: { name, namespace, events: { routes } }, knative, labels } = context;
  if (!facts.knative) return [];
  return ensure(context, routes.filter((route, i) => routes.findIndex((other) => isSameTrigger(other, route)) === i)
    .map(({ triggerName, broker, eventType }) => trigger({
      name: triggerName,
      namespace: broker.namespace,
      broker: broker.name,
      eventType,
      subscriber: { apiVersion: knative ? 'serving.knative.dev/v1' : 'v1', kind: 'Service', name, namespace },
      labels,
    })));
}

/** The operator finds the first one in the place of the others and leaves it as it is. */
function isSameTrigger(a: EventRoute, b: EventRoute): boolean {
  return a.triggerName === b.triggerName && a.broker.namespace === b.broker.namespace;
}
