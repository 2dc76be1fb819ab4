import { Check, PlatformSubject, Rule, Violation, WorkflowSubject } from './check';
import { yaml } from './example';
import { Severity } from '../findings/finding';
import { list, quote, suggest } from '../findings/words';
import { isServiceName, isSubdomain } from '../kubernetes/names';
import { isSecondary } from '../model/cluster-platform';
import { migrationLabels } from '../model/labels';
import { migrationPlan } from '../model/migration';
import { childName } from '../model/names';
import { SERVICE_KINDS, ServiceKind, serviceName, serviceSpec } from '../model/service';
import { PROFILE_ANNOTATION } from '../model/workflow';
import { labelValueProblem } from '../values/name-rules';
import { WorkflowProfile } from '../values/workflow-profile';

const KINDS = Object.keys(SERVICE_KINDS) as ServiceKind[];
const SERVICE_NAME_FORM = 'at most 63 lower case letters, digits and "-", beginning with a letter and ending with a letter or digit';

/** The longest name that the operator makes of a platform's. */
const LONGEST_SUFFIX = '-data-index-service';
/** What a cluster gives to each object has this length and such letters. */
const ANY_UID = '00000000-0000-0000-0000-000000000000';

const NAME: Rule = {
  id: 'SF-NAME',
  severity: Severity.ERROR,
  title: 'A name or a derived name that Kubernetes refuses',
  why: 'The API server takes the custom resource; only when the operator makes Services, labels and Triggers of its name are they refused.',
  wrong: yaml`
    kind: SonataFlow
    metadata:
      name: my.flow    # makes a Service of that name, which may have no dot
  `,
  right: yaml`
    kind: SonataFlow
    metadata:
      name: my-flow
  `,
};

const platformName: Check<PlatformSubject> = {
  ...NAME,
  check: ({ resource, platform, landscape, target }) => {
    const { name } = resource.metadata;
    const services = KINDS.filter((kind) => serviceSpec(resource, kind)).map((kind) => serviceName(name, kind));
    const refused = services.find((derived) => !isServiceName(derived));
    if (refused !== undefined) {
      return [{
        field: 'metadata.name',
        given: `${quote(name)}, which makes the Service ${quote(refused)} of ${refused.length} characters`,
        allowed: `a name whose Services have ${SERVICE_NAME_FORM}`,
        fix: `choose a name of at most ${63 - LONGEST_SUFFIX.length} characters that begins with a letter and has no dot`,
      }];
    }
    // A corrected rendering has no Job that could be named.
    const plan = target === 'kubernetesObjects' && landscape.corrected ? undefined : migrationPlan(landscape, platform);
    const labels = plan ? Object.values(migrationLabels(platform, plan.jobName, landscape.operator.tag)) : [name];
    const tooLong = labels.find((value) => labelValueProblem('label', value));
    return tooLong === undefined ? [] : [{
      field: 'metadata.name',
      given: `${quote(name)}, which makes the label value ${quote(tooLong)} of ${tooLong.length} characters`,
      allowed: 'a name whose label values have at most 63 characters',
      fix: `choose a name of at most ${name.length - (tooLong.length - 63)} characters`,
    }];
  },
};

const workflowName: Check<WorkflowSubject> = {
  ...NAME,
  check: ({ workflow, resource }) => [
    ...isServiceName(resource.metadata.name) ? [] : [{
      field: 'metadata.name',
      given: quote(resource.metadata.name),
      allowed: SERVICE_NAME_FORM,
      fix: 'give the workflow such a name by metadata.name, or change the id of its definition',
    }],
    ...workflow.profile === WorkflowProfile.DEV ? [] : triggerNames(workflow),
  ],
};

function triggerNames({ name, flow, events: { routes } }: WorkflowSubject['workflow']): Violation[] {
  const refused = new Set(routes.map(({ eventName }) => eventName)
    .filter((event) => !isSubdomain(childName(`${name}-${event}-`.toLowerCase(), ANY_UID))));
  return [...refused].map((event) => ({
    field: `spec.flow.events[${flow.events.findIndex((declared) => declared.name === event)}].name`,
    given: `${quote(event)}, which becomes a part of the name of a Trigger`,
    allowed: 'letters, digits and "-": the operator only writes them in lower case',
    fix: `write ${quote(event.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'event')}`,
  }));
}

const platformTwo: Check<PlatformSubject> = {
  id: 'SF-PLATFORM-TWO',
  severity: Severity.ERROR,
  title: 'Two platforms in one namespace',
  why: 'The operator takes one platform of a namespace and marks the others as duplicates.',
  wrong: yaml`
    kind: SonataFlowPlatform
    metadata:
      name: blue
    ---
    kind: SonataFlowPlatform
    metadata:
      name: green
  `,
  right: yaml`
    kind: SonataFlowPlatform
    metadata:
      name: blue
    ---
    kind: SonataFlowPlatform
    metadata:
      name: green
      annotations:
        sonataflow.org/secondary.platform: "true"    # deployed, but never used by workflows
  `,
  check: ({ landscape, resource }) => {
    const { name, namespace } = resource.metadata;
    const others = landscape.platforms(namespace).filter((other) => other !== resource && !isSecondary(other));
    if (isSecondary(resource) || others.length === 0) return [];
    return [{
      field: 'metadata.name',
      given: `platforms ${list([name, ...others.map((other) => other.metadata.name)].map(quote))} in ${namespace === '' ? 'no namespace' : `namespace ${quote(namespace)}`}`,
      allowed: 'one platform in a namespace',
      fix: 'use one platform, another namespace, or the annotation sonataflow.org/secondary.platform: "true"',
    }];
  },
};

const platformNone: Check<WorkflowSubject> = {
  id: 'SF-PLATFORM-NONE',
  severity: Severity.WARNING,
  title: 'A workflow in a namespace without a platform',
  why: 'The operator makes a platform named sonataflow-platform, with a build cache, where there is none.',
  wrong: yaml`
    kind: SonataFlow
  `,
  right: yaml`
    kind: SonataFlowPlatform
    ---
    kind: SonataFlow
  `,
  check: ({ workflow }) => workflow.platform ? [] : [{
    given: 'a workflow in a namespace without a platform',
    allowed: 'the operator will make one named sonataflow-platform, with a build cache and without a Jobs Service',
    fix: 'add a SonataFlowPlatformConstruct to the namespace, or acknowledge that the platform is managed elsewhere',
  }],
};

const serviceDisabled: Check<PlatformSubject> = {
  id: 'SF-SERVICE-DISABLED',
  severity: Severity.WARNING,
  title: 'A supporting service with `enabled: false`',
  why: 'The operator deploys it all the same; only the workflows are no longer wired to it.',
  wrong: yaml`
    kind: SonataFlowPlatform
    spec:
      services:
        dataIndex:
          enabled: false
        jobService: {}
  `,
  right: yaml`
    kind: SonataFlowPlatform
    spec:
      services:
        jobService: {}
  `,
  check: ({ platform }) => KINDS.filter((kind) => platform[kind]?.enabled === false).map((kind) => ({
    field: `spec.services.${SERVICE_KINDS[kind].field}.enabled`,
    given: 'false',
    allowed: `the ${SERVICE_KINDS[kind].title} is deployed all the same; workflows only do not use it`,
    fix: 'take the whole service out if it is not to run',
  })),
};

const profile: Check<WorkflowSubject> = {
  id: 'SF-PROFILE',
  severity: Severity.ERROR,
  title: 'A word that is no profile',
  why: 'The operator takes every word that it does not know as preview.',
  wrong: yaml`
    kind: SonataFlow
    metadata:
      annotations:
        sonataflow.org/profile: gitop
  `,
  right: yaml`
    kind: SonataFlow
    metadata:
      annotations:
        sonataflow.org/profile: gitops
    spec:
      podTemplate:
        container:
          image: registry.example.org/greet:1.0
  `,
  check: ({ resource }) => {
    const profiles = Object.values(WorkflowProfile) as string[];
    const given = resource.metadata.annotations[PROFILE_ANNOTATION];
    if (given === undefined || profiles.includes(given)) return [];
    return [{
      field: `metadata.annotations["${PROFILE_ANNOTATION}"]`, given: quote(given), allowed: list(profiles), fix: suggest(given, profiles),
    }];
  },
};

export const PLATFORM_SHAPE_CHECKS: ReadonlyArray<Check<PlatformSubject>> = [platformName, platformTwo, serviceDisabled];
export const WORKFLOW_SHAPE_CHECKS: ReadonlyArray<Check<WorkflowSubject>> = [workflowName, platformNone, profile];
