import { list, listNearest, quote, suggest } from '../../findings/words';
import { Check, WorkflowSubject } from '../check';

/** The operator looks for a source by the type of each consumed event; one for another type is ignored. */
export const eventSourceUnknown: Check<WorkflowSubject> = {
  rule: 'SF-EVENT-SOURCE-UNKNOWN',
  check: ({ workflow, resource }) => {
    const types = [...new Set(workflow.flow.events.filter(({ kind }) => kind !== 'produced').map(({ type }) => type))];
    return (resource.spec.sources ?? []).flatMap(({ eventType }, i) => types.includes(eventType) ? [] : [{
      path: ['spec', 'sources', i, 'eventType'],
      given: quote(eventType),
      allowed: types.length === 0 ? 'nothing: the flow consumes no event' : `a type of a consumed event: ${listNearest(eventType, types)}`,
      fix: suggest(eventType, types, types.length === 0 ? 'take the source out, or declare the event' : `use one of ${list(types)}`),
    }]);
  },
};
