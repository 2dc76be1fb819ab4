import { Check, PlatformSubject, WorkflowSubject } from './check';
import { Severity } from '../findings/finding';
import { isLabel, isServiceName } from '../findings/names';
import { list, quote, suggest } from '../findings/words';
import { isSecondary } from '../model/cluster-platform';
import { SERVICE_KINDS, ServiceKind, serviceName, serviceSpec } from '../model/service';
import { PROFILE_ANNOTATION } from '../model/workflow';
import { WorkflowProfile } from '../values/workflow-profile';

const SERVICE_NAME_FORM = 'at most 63 lower case letters, digits and "-", beginning with a letter and ending with a letter or digit';

/** The longest name that the operator makes of a platform's. */
const LONGEST_SUFFIX = '-data-index-service';

const platformName: Check<PlatformSubject> = {
  id: 'SF-NAME',
  severity: Severity.ERROR,
  why: 'Services and label values are named after the platform; Kubernetes refuses them only when the operator makes them.',
  check: ({ resource }) => {
    const { name } = resource.metadata;
    const services = (Object.keys(SERVICE_KINDS) as ServiceKind[]).filter((kind) => serviceSpec(resource, kind));
    const refused = services.map((kind) => serviceName(name, kind)).filter((derived) => !isServiceName(derived));
    if (refused.length > 0) {
      return [{
        field: 'metadata.name',
        given: `${quote(name)}, which makes the Service ${quote(refused[0])} of ${refused[0].length} characters`,
        allowed: `a name whose Services have ${SERVICE_NAME_FORM}`,
        fix: `choose a name of at most ${63 - LONGEST_SUFFIX.length} characters that begins with a letter and has no dot`,
      }];
    }
    return isLabel(name) ? [] : [{
      field: 'metadata.name',
      given: quote(name),
      allowed: 'at most 63 lower case letters, digits and "-": it becomes a label value of every workflow',
      fix: 'choose a shorter name without dots',
    }];
  },
};

const workflowName: Check<WorkflowSubject> = {
  id: 'SF-NAME',
  severity: Severity.ERROR,
  why: 'The workflow\'s Service has its name; Kubernetes refuses it only after the Deployment was made.',
  check: ({ resource }) => isServiceName(resource.metadata.name) ? [] : [{
    field: 'metadata.name',
    given: quote(resource.metadata.name),
    allowed: SERVICE_NAME_FORM,
    fix: 'give the workflow such a name by metadata.name, or change the id of its definition',
  }],
};

const platformTwo: Check<PlatformSubject> = {
  id: 'SF-PLATFORM-TWO',
  severity: Severity.ERROR,
  why: 'The operator takes one platform of a namespace and marks the others as duplicates.',
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

const profile: Check<WorkflowSubject> = {
  id: 'SF-PROFILE',
  severity: Severity.ERROR,
  why: 'A word that is no profile is taken as preview.',
  check: ({ resource }) => {
    const profiles = Object.values(WorkflowProfile) as string[];
    const given = resource.metadata.annotations[PROFILE_ANNOTATION];
    if (given === undefined || profiles.includes(given)) return [];
    return [{
      field: `metadata.annotations["${PROFILE_ANNOTATION}"]`, given: quote(given), allowed: list(profiles), fix: suggest(given, profiles),
    }];
  },
};

const imageMissing: Check<WorkflowSubject> = {
  id: 'SF-IMAGE-MISSING',
  severity: Severity.ERROR,
  why: 'The operator makes a Deployment without an image, which the API server refuses.',
  check: ({ workflow, resource }) => workflow.profile === WorkflowProfile.GITOPS && !resource.spec.podTemplate?.container?.image ? [{
    field: 'spec.podTemplate.container.image',
    given: 'profile gitops without an image',
    allowed: 'the image that was built for the workflow',
    fix: 'name it in podTemplate.container.image',
  }] : [],
};

const platformNone: Check<WorkflowSubject> = {
  id: 'SF-PLATFORM-NONE',
  severity: Severity.WARNING,
  why: 'The operator makes a platform named sonataflow-platform, with a build cache, where there is none.',
  check: ({ workflow }) => workflow.platform ? [] : [{
    given: 'a workflow in a namespace without a platform',
    allowed: 'the operator will make one named sonataflow-platform, with a build cache and without a Jobs Service',
    fix: 'add a SonataFlowPlatformConstruct to the namespace, or acknowledge that the platform is managed elsewhere',
  }],
};

export const PLATFORM_SHAPE_CHECKS: ReadonlyArray<Check<PlatformSubject>> = [platformName, platformTwo];
export const WORKFLOW_SHAPE_CHECKS: ReadonlyArray<Check<WorkflowSubject>> = [workflowName, profile, imageMissing, platformNone];
