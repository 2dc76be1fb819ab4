import { blocked, ensure, WorkflowRendering } from './workflow-context';
import { list, quote } from '../../findings/words';
import { isSubdomain } from '../../kubernetes/names';
import { brokerState } from '../../model/broker';
import { EventRoute } from '../../model/eventing';
import { sinkBinding, Subject, trigger } from '../parts/knative-eventing';
import { Step } from '../parts/steps';

/**
 * What tells a workflow where its events go, and what brings it those that it waits for.
 *
 * @see operator-behaviour 4.12, 7.2, 7.3
 */
export function workflowEventing(rendering: WorkflowRendering): Step[] {
  const { landscape: { facts, corrected }, workflow: { events: { sink, routes } } } = rendering;
  if (facts.knative) return [...workflowSinkBinding(rendering), ...unusableSources(rendering), ...workflowTriggers(rendering)];
  // The operator says nothing, and the workflow waits for an address that nobody gives it.
  return corrected && (sink || routes.length > 0) ? [blocked(rendering, withoutKnative(rendering))] : [];
}

function workflowSinkBinding(rendering: WorkflowRendering): Step[] {
  const { workflow: { name, namespace, events: { sink } }, knative, labels } = rendering;
  if (!sink) return [];
  const subject: Subject = knative
    ? { apiVersion: 'serving.knative.dev/v1', kind: 'Service', name, namespace }
    : { apiVersion: 'apps/v1', kind: 'Deployment', name, namespace };
  return [ensure(rendering, sinkBinding({ name: `${name}-sb`.toLowerCase(), namespace, sink, subject, labels }))];
}

/** The operator makes all Triggers or none. */
function unusableSources(rendering: WorkflowRendering): Step[] {
  const { landscape, workflow: { events: { addressedTypes, routes } } } = rendering;
  const byAddress = addressedTypes.map((eventType) => blocked(rendering, {
    rule: 'SF-EVENT-SOURCE-URI',
    field: 'spec.sources',
    given: `a source of the event type ${quote(eventType)} by its uri alone`,
    allowed: 'a Broker: only it takes the Trigger that brings the events',
    fix: 'name its broker by ref',
  }));
  if (landscape.corrected) return byAddress;
  const isReady = ({ broker: { namespace, name } }: EventRoute) => brokerState(landscape, namespace, name).ready;
  const notReady = routes.filter((route) => !isReady(route)).map(({ broker }) => blocked(rendering, {
    rule: 'SF-EVENT-BROKER-READY',
    field: 'spec.sources',
    given: `the Broker ${quote(`${broker.namespace}/${broker.name}`)}, which is not ready`,
    fix: 'wait until it is ready',
  }));
  return [...byAddress, ...notReady];
}

function workflowTriggers(rendering: WorkflowRendering): Step[] {
  const { landscape: { corrected }, workflow: { name, namespace, events: { routes } }, knative, labels } = rendering;
  const sameName = (route: EventRoute) => routes.filter(({ triggerName, broker }) =>
    triggerName === route.triggerName && broker.namespace === route.broker.namespace);
  return routes.flatMap((route): Step[] => {
    const { triggerName, broker, eventType } = route;
    const [first, ...others] = sameName(route);
    // The operator finds the first one in the place of the others and leaves it as it is.
    if (first !== route) return [];
    const problem = others.length > 0 ? oneName([first, ...others]) : isSubdomain(triggerName) ? undefined : noName(route);
    if (corrected && problem) return [blocked(rendering, problem)];
    return [ensure(rendering, trigger({
      name: triggerName,
      namespace: broker.namespace,
      broker: broker.name,
      eventType,
      subscriber: { apiVersion: knative ? 'serving.knative.dev/v1' : 'v1', kind: 'Service', name, namespace },
      labels,
    }))];
  });
}

function withoutKnative({ workflow: { events: { sinkField } } }: WorkflowRendering) {
  return {
    rule: 'SF-EVENT-NO-KNATIVE',
    field: sinkField === 'spec.sink' ? sinkField : undefined,
    given: `a broker or sink for the workflow${sinkField === undefined ? '' : ` (${sinkField})`}, and a cluster without Knative Eventing`,
    allowed: 'brokers and sinks in a cluster with Knative Eventing: it tells the workflow where its events go',
    fix: 'install Knative Eventing, or take the broker and the sink away',
  };
}

function noName({ eventName, triggerName }: EventRoute) {
  return {
    rule: 'SF-NAME',
    field: 'spec.flow.events',
    given: `the event ${quote(eventName)}, which makes the Trigger ${quote(triggerName)}`,
    allowed: 'events named by letters, digits, "-" and "."',
    fix: 'give the event another name',
  };
}

function oneName(routes: readonly EventRoute[]) {
  return {
    rule: 'SF-NAME',
    field: 'spec.flow.events',
    given: `events that share the Trigger ${quote(routes[0].triggerName)}: ${list(routes.map(({ eventName }) => quote(eventName)))}`,
    allowed: 'events whose names differ by more than upper and lower case',
    fix: 'give the events other names',
  };
}
