import { asObject, asText } from '../json/lenient';
import { onceFor } from '../json/once';
import { brokerState } from '../model/broker';
import { Landscape } from '../model/landscape';
import { DestinationField } from '../model/resource';

/** The address that Knative gives to a Broker, if there is one of that name. */
export function brokerAddress(landscape: Landscape, namespace: string, name: string): string | undefined {
  const key = `${namespace}/${name}`;
  const broker = landscape.object('Broker', namespace, name);
  if (!broker && !Object.hasOwn(landscape.facts.brokerClasses, key) && !namedBrokers(landscape).has(key)) return undefined;
  const { brokerClass } = brokerState(landscape, namespace, name);
  const ingress = brokerClass.includes('Kafka') ? 'kafka-broker-ingress' : 'broker-ingress';
  return asText(asObject(asObject(broker?.status).address).url, `http://${ingress}.knative-eventing.svc.cluster.local/${key}`);
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
