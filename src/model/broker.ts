import { Landscape } from './landscape';
import { asList, asObject, asText } from '../json/lenient';

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
