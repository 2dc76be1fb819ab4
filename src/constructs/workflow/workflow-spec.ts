import { WorkflowConstructProps } from './workflow-construct-props';
import {
  SonataFlowSpecPersistence, SonataFlowSpecResources, toJson_SonataFlowSpecPersistence, toJson_SonataFlowSpecResources, toJson_SonataFlowSpecSink,
  toJson_SonataFlowSpecSources,
} from '../../../imports/sonataflow.org';
import { EventSource } from '../../values/eventing/event-source';
import { podTemplateSpec } from '../app/pod-template-spec';

/** What was said to a workflow step by step, or follows from its platform. */
export interface WorkflowParts {
  readonly persistence?: SonataFlowSpecPersistence;
  readonly resources?: SonataFlowSpecResources;
  readonly sources: readonly EventSource[];
}

/** The spec of a workflow's custom resource without its flow: only what was said. */
export function workflowSpec(
  { podTemplate, sink }: Pick<WorkflowConstructProps, 'podTemplate' | 'sink'>, { persistence, resources, sources }: WorkflowParts,
): object {
  return {
    persistence: toJson_SonataFlowSpecPersistence(persistence),
    podTemplate: podTemplateSpec(podTemplate),
    resources: toJson_SonataFlowSpecResources(resources),
    sink: toJson_SonataFlowSpecSink(sink?._spec),
    sources: sources.length === 0 ? undefined
      : sources.map(({ eventType, destination }) => toJson_SonataFlowSpecSources({ ...destination._spec, eventType })),
  };
}
