import { setsProperty } from './set-properties';
import { WorkflowModel } from '../model/workflow';

/** What all events go through whose type has no channel of its own. */
const STREAMS = { incoming: 'kogito_incoming_stream', outgoing: 'kogito_outgoing_stream' } as const;

/** Whether the properties of a workflow connect the channel of an event type, such as to Kafka: then no Broker is needed. */
export function hasChannel(workflow: WorkflowModel, eventType: string, produced: boolean): boolean {
  const direction = produced ? 'outgoing' : 'incoming';
  return [eventType, `"${eventType}"`, STREAMS[direction]].some((channel) => setsProperty(workflow, `mp.messaging.${direction}.${channel}.connector`));
}
