import { quote } from '../../findings/words';
import { firstBy } from '../../json/group-by';
import { hasChannel } from '../../properties/channels';
import { WorkflowProfile } from '../../values/workflow-profile';
import { Check, WorkflowSubject } from '../check';

/**
 * Without a source or a broker there is no Trigger, and without a sink or a broker there is no address: the event
 * goes nowhere.
 */
export const eventNoBroker: Check<WorkflowSubject> = {
  rule: 'SF-EVENT-NO-BROKER',
  check: ({ workflow, resource }) => {
    const { profile, events } = workflow;
    const consumable = new Set([...events.addressedTypes, ...events.routes.map(({ eventType }) => eventType)]);
    const sources = firstBy(resource.spec.sources ?? [], ({ eventType }) => eventType);
    return workflow.flow.events.flatMap(({ name, type, kind }, i) => {
      const produced = kind === 'produced';
      const reached = produced ? events.sink : consumable.has(type);
      if (reached || profile === WorkflowProfile.DEV || hasChannel(workflow, type, produced)) return [];
      const source = produced ? undefined : sources.get(type)?.ref;
      return [{
        path: ['spec', 'flow', 'events', i],
        given: `the ${produced ? 'produced' : 'consumed'} event ${quote(name)} ${source ? `with a source that is no Broker but a ${source.kind}` : 'without a broker'}`,
        allowed: produced ? 'a sink of the workflow or a broker of the platform' : 'a Broker (eventing.knative.dev/v1) as source, or a broker of the platform',
        fix: `give spec.${produced ? 'sink' : 'sources'}, or spec.eventing.broker of the platform`,
      }];
    });
  },
};
