import { list, quote } from '../../findings/words';
import { groupBy } from '../../json/group-by';
import { isServiceName, isSubdomain, NAME_SHAPES } from '../../kubernetes/names';
import { migrationLabels } from '../../model/labels';
import { toTheLetter } from '../../model/landscape';
import { migrationPlan } from '../../model/migration';
import { childName } from '../../model/names';
import { ALL_SERVICE_KINDS, serviceName, serviceSpec } from '../../model/service';
import { Violation } from '../../rules/found';
import { RuleId } from '../../rules/rules';
import { labelValueProblem, serviceNameProblem } from '../../values/name-rules';
import { WorkflowProfile } from '../../values/workflow-profile';
import { Check, isCorrected, PlatformSubject, WorkflowSubject } from '../check';

/** The longest name that the operator makes of a platform's. */
const LONGEST_SUFFIX = '-data-index-service';

/** What a cluster gives to each object has this length and such letters. */
const ANY_UID = '00000000-0000-0000-0000-000000000000';

/**
 * The API server takes the custom resource; only when the operator makes Services, labels and Triggers of its name
 * are they refused.
 */
const NAME: RuleId = 'SF-NAME';

export const platformName: Check<PlatformSubject> = {
  rule: NAME,
  check: (subject) => {
    const { resource, platform, landscape } = subject;
    const { name } = resource.metadata;
    const services = ALL_SERVICE_KINDS.filter((kind) => serviceSpec(resource, kind)).map((kind) => serviceName(name, kind));
    const refused = services.find((derived) => !isServiceName(derived));
    if (refused !== undefined) {
      return [{
        path: ['metadata', 'name'],
        given: `${quote(name)}, which makes the Service ${quote(refused)} of ${refused.length} characters`,
        allowed: `a name whose Services have ${NAME_SHAPES.service}`,
        fix: `choose a name of at most ${63 - LONGEST_SUFFIX.length} characters that begins with a letter and has no dot`,
      }];
    }
    // A corrected rendering has no Job that could be named.
    const plan = isCorrected(subject) ? undefined : migrationPlan(toTheLetter(landscape), platform);
    const labels = plan ? Object.values(migrationLabels(platform, plan.jobName, landscape.operator)) : [name];
    const tooLong = labels.find((value) => labelValueProblem('label', value));
    return tooLong === undefined ? [] : [{
      path: ['metadata', 'name'],
      given: `${quote(name)}, which makes the label value ${quote(tooLong)} of ${tooLong.length} characters`,
      allowed: 'a name whose label values have at most 63 characters',
      fix: `choose a name of at most ${name.length - (tooLong.length - 63)} characters`,
    }];
  },
};

export const workflowName: Check<WorkflowSubject> = {
  rule: NAME,
  check: ({ workflow, resource }) => [
    ...isServiceName(resource.metadata.name) ? [] : [{
      path: ['metadata', 'name'],
      given: quote(resource.metadata.name),
      allowed: NAME_SHAPES.service,
      fix: serviceNameProblem('', resource.metadata.name)?.fix ?? 'choose another name',
      fixInCode: `${serviceNameProblem('', resource.metadata.name)?.fix ?? 'choose another name'}: by metadata.name, or as the id of the definition`,
    }],
    ...workflow.profile === WorkflowProfile.DEV ? [] : [...triggerNames(workflow), ...sharedTriggers(workflow)],
  ],
};

function triggerNames({ name, flow, events: { routes } }: WorkflowSubject['workflow']): Violation[] {
  const refused = new Set(routes.map(({ eventName }) => eventName)
    .filter((event) => !isSubdomain(childName(`${name}-${event}-`.toLowerCase(), ANY_UID))));
  return [...refused].map((event) => ({
    path: ['spec', 'flow', 'events', flow.events.findIndex((declared) => declared.name === event), 'name'],
    given: `${quote(event)}, which becomes a part of the name of a Trigger`,
    allowed: 'letters, digits and "-": the operator only writes them in lower case',
    fix: `write ${quote(event.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'event')}`,
  }));
}

/** The operator writes names in lower case, finds the first Trigger in the place of the others, and leaves it as it is. */
function sharedTriggers({ flow, events: { routes } }: WorkflowSubject['workflow']): Violation[] {
  const groups = groupBy(routes, ({ triggerName, broker }) => `${broker.namespace}/${triggerName}`);
  return [...groups.values()].filter((group) => group.length > 1).map((group) => ({
    path: ['spec', 'flow', 'events', flow.events.findIndex(({ name }) => name === group[1]?.eventName), 'name'],
    given: `events that share the Trigger ${quote(group[0]?.triggerName)}: ${list(group.map(({ eventName }) => quote(eventName)))}`,
    allowed: 'events whose names differ by more than upper and lower case',
    fix: 'give the events other names',
  }));
}
