import { error, information, judgement, warning } from './rule';

/** Rules about brokers, sinks, sources and timers. */
export const EVENTING_RULES = {
  'SF-DESTINATION-KIND': error('A kind of object that is none'),
  'SF-DESTINATION-URI': error('An address that Knative cannot use'),
  'SF-EVENT-BROKER-KIND': error('A broker that is no Broker'),
  'SF-EVENT-BROKER-READY': warning('A Broker that is not ready', 'operatorStops'),
  'SF-EVENT-BROKER-URI': error('The broker of a platform by its uri alone', 'operatorStops'),
  'SF-EVENT-DESTINATION': error('A sink or a broker that Knative Eventing refuses'),
  'SF-EVENT-DEV': information('Events in the profile dev'),
  'SF-EVENT-JOBS-SPLIT': warning('A Jobs Service with a source and no sink, or the other way round'),
  'SF-EVENT-NO-BROKER': warning('An event that no broker delivers or takes'),
  'SF-EVENT-NO-KNATIVE': error('A broker or a sink in a cluster without Knative Eventing'),
  'SF-EVENT-SOURCE-TWO': judgement('Two sources of one event type'),
  'SF-EVENT-SOURCE-UNKNOWN': warning('A source for a type that no consumed event of the flow has'),
  'SF-EVENT-SOURCE-URI': error('A source by its uri alone'),
  'SF-TIMEOUT-NO-JOBS': warning('Timers without a Jobs Service'),
} as const;
