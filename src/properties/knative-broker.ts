import { asObject, asText } from '../json/lenient';
import { brokerState, isKnownBroker } from '../model/broker';
import { Landscape } from '../model/landscape';

/** The address that Knative gives to a Broker, if there is one of that name. */
export function brokerAddress(landscape: Landscape, namespace: string, name: string): string | undefined {
  const key = `${namespace}/${name}`;
  const broker = landscape.object('Broker', namespace, name);
  if (!isKnownBroker(landscape, namespace, name)) return undefined;
  const { brokerClass } = brokerState(landscape, namespace, name);
  const ingress = brokerClass.includes('Kafka') ? 'kafka-broker-ingress' : 'broker-ingress';
  return asText(asObject(asObject(broker?.status).address).url, `http://${ingress}.knative-eventing.svc.cluster.local/${key}`);
}
