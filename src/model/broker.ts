import { Landscape } from './landscape';
import { DestinationField } from './resource';
import { asList, asObject, asText } from '../json/lenient';
import { onceFor } from '../json/once';

/** What is known of a Knative Broker. */
export interface BrokerState {
  /** Empty where nothing says which. */
  readonly brokerClass: string;
  readonly ready: boolean;
}

/** The state of a Broker that a custom resource names; one of which nobody says the state is taken to be there and ready. */
export function brokerState(landscape: Landscape, namespace: string, name: string): BrokerState {
  const { [`${namespace}/${name}`]: givenClass = '' } = landscape.facts.brokerClasses;
  const broker = landscape.object('Broker', namespace, name);
  const condition = asList(asObject(broker?.status).conditions).map(asObject).find(({ type }) => type === 'Ready');
  return {
    brokerClass: asText(asObject(broker?.metadata.annotations)['eventing.knative.dev/broker.class'], givenClass),
    ready: broker?.status === undefined || condition?.status === 'True',
  };
}

/** Whether there is a Broker of a name: an object, one that the facts know, or one that a custom resource names as a Broker. */
export function isKnownBroker(landscape: Landscape, namespace: string, name: string): boolean {
  const key = `${namespace}/${name}`;
  return landscape.object('Broker', namespace, name) !== undefined || Object.hasOwn(landscape.facts.brokerClasses, key) || namedBrokers(landscape).has(key);
}

/** Brokers that custom resources name are taken to be there: `<namespace>/<name>`. */
const namedBrokers = onceFor((landscape: Landscape): ReadonlySet<string> => {
  const named = new Set<string>();
  const add = (defaultNamespace: string, destinations: readonly (DestinationField | undefined)[]) => {
    for (const destination of destinations) {
      if (destination?.ref?.kind === 'Broker') named.add(`${destination.ref.namespace || defaultNamespace}/${destination.ref.name}`);
    }
  };
  for (const namespace of landscape.namespaces) {
    for (const { spec: { eventing, services } } of landscape.platforms(namespace)) {
      add(namespace, [eventing?.broker, services?.dataIndex?.source, services?.jobService?.source, services?.jobService?.sink]);
    }
  }
  for (const { metadata, spec } of landscape.workflows) add(metadata.namespace, [spec.sink, ...spec.sources ?? []]);
  return named;
});
