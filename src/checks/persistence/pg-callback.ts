import { asList, asObject } from '../../json/lenient';
import { Check, WorkflowSubject } from '../check';

/** The runtime of some releases cannot end such a state: the instance stays active, and its job is tried again and again. */
export const pgCallback: Check<WorkflowSubject> = {
  rule: 'SF-PG-CALLBACK',
  check: ({ landscape: { operator }, workflow: { database }, resource }) => !operator.callbackTimeoutFailsOnPostgreSql || !database ? []
    : asList(asObject(resource.spec.flow).states).map(asObject).flatMap(({ type, timeouts }, i) => (
      type !== 'callback' || asObject(timeouts).eventTimeout === undefined ? [] : [{
        path: ['spec', 'flow', 'states', i, 'timeouts', 'eventTimeout'],
        given: 'the eventTimeout of a callback state in a workflow with PostgreSQL',
        allowed: `the runtime ${operator.tag} fails when it ends the state: the instance stays active`,
        fix: 'let an event end the state, keep the workflow in memory, or use an image of a later runtime',
      }]
    )),
};
