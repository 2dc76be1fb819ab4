import { toJson_SonataFlowSpecSink, toJson_SonataFlowSpecSources } from '../../../imports/sonataflow.org';
import { Destination } from '../../values/destination';

/** The fields of a workflow's custom resource about its events: only what was said. */
export function workflowEventingSpec(sink: Destination | undefined, sources: ReadonlyArray<[eventType: string, destination: Destination]>): object {
  return {
    sink: toJson_SonataFlowSpecSink(sink?._spec),
    sources: sources.length === 0 ? undefined
      : sources.map(([eventType, destination]) => toJson_SonataFlowSpecSources({ ...destination._spec, eventType })),
  };
}
