import { Destination } from './destination';

/** Where a workflow gets the events of one type from. */
export interface EventSource {
  /** Type of the events, as the definition of the workflow names it. */
  readonly eventType: string;

  /** The Broker that delivers them. */
  readonly destination: Destination;
}
