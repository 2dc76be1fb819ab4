import { Check, PlatformSubject, Rule, Violation, WorkflowSubject } from './check';
import { yaml } from './example';
import { Severity } from '../findings/finding';
import { list, quote } from '../findings/words';
import { asObject, asText } from '../json/lenient';
import { isAmount } from '../manifests/parts/disruption-budget';
import { PodTemplateSpec } from '../model/resource';
import { SERVICE_KINDS, ServiceKind, serviceSpec } from '../model/service';
import { declaredProfile } from '../model/workflow';
import { WorkflowProfile } from '../values/workflow-profile';

const KINDS = Object.keys(SERVICE_KINDS) as ServiceKind[];

const replicasOfJobsService: Check<PlatformSubject> = {
  id: 'SF-REPLICAS-JOBS',
  severity: Severity.ERROR,
  title: 'Several replicas of the Jobs Service',
  why: 'The Jobs Service is a singleton: the operator runs one replica, or none when 0 is given.',
  wrong: yaml`
    kind: SonataFlowPlatform
    spec:
      services:
        jobService:
          podTemplate:
            replicas: 2
  `,
  right: yaml`
    kind: SonataFlowPlatform
    spec:
      services:
        jobService: {}
        dataIndex:
          podTemplate:
            replicas: 2
  `,
  check: ({ resource }) => {
    const replicas = serviceSpec(resource, 'jobsService')?.podTemplate?.replicas ?? 1;
    return replicas <= 1 ? [] : [{
      field: 'spec.services.jobService.podTemplate.replicas', given: String(replicas), allowed: '0 or 1: the Jobs Service is a singleton', fix: 'leave it out',
    }];
  },
};

const autoscaled: Check<WorkflowSubject> = {
  id: 'SF-REPLICAS-HPA',
  severity: Severity.ERROR,
  title: 'An autoscaler on the Deployment of a workflow (10.1.0)',
  why: 'Operator 10.1.0 sets the replicas of the Deployment back to those of the custom resource at each turn.',
  wrong: yaml`
    kind: SonataFlow
    metadata:
      name: greet
    ---
    apiVersion: autoscaling/v2
    kind: HorizontalPodAutoscaler
    spec:
      maxReplicas: 5
      scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: greet}
  `,
  right: yaml`
    kind: SonataFlow
    metadata:
      name: greet
    spec:
      podTemplate:
        replicas: 3
  `,
  check: ({ landscape, target, workflow: { name, namespace } }) => {
    if (landscape.operator.disruptionBudgets || target === 'kubernetesObjects') return [];
    const scales = landscape.objects('HorizontalPodAutoscaler', namespace).filter(({ spec }) => {
      const { kind, name: scaled } = asObject(asObject(spec).scaleTargetRef);
      return kind === 'Deployment' && scaled === name;
    });
    return scales.map(({ metadata }) => ({
      field: 'spec.podTemplate',
      given: `the HorizontalPodAutoscaler ${quote(metadata.name)} on the workflow's Deployment`,
      allowed: 'fixed replicas: the operator sets them back at each turn',
      fix: 'give podTemplate.replicas, use deploymentModel: knative, or an operator of 1.x and the SonataFlow as scaleTargetRef',
    }));
  },
};

const knativeIgnored: Check<WorkflowSubject> = {
  id: 'SF-KNATIVE-IGNORED',
  severity: Severity.WARNING,
  title: 'Settings that the knative model ignores',
  why: 'Knative scales by itself; the operator writes neither replicas nor a ServiceMonitor nor a PodDisruptionBudget for a Knative Service.',
  wrong: yaml`
    kind: SonataFlow
    spec:
      podTemplate:
        deploymentModel: knative
        replicas: 3
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      podTemplate:
        deploymentModel: kubernetes
        replicas: 3
  `,
  check: ({ workflow: { deploymentModel, podTemplate, monitored } }) => deploymentModel !== 'knative' ? [] : ignored(
    'with deploymentModel: knative', 'leave it out, or use deploymentModel: kubernetes', {
      'spec.podTemplate.replicas': podTemplate.replicas !== undefined && `replicas: ${podTemplate.replicas}`,
      'spec.podTemplate.podDisruptionBudget': podTemplate.podDisruptionBudget !== undefined && 'a PodDisruptionBudget',
      'spec.podTemplate.deploymentModel': monitored && 'monitoring by the platform: no ServiceMonitor is made',
    },
  ),
};

const devIgnored: Check<WorkflowSubject> = {
  id: 'SF-DEV-IGNORED',
  severity: Severity.WARNING,
  title: 'Settings that the profile dev ignores',
  why: 'In the profile dev the operator uses neither persistence nor the knative model nor a sink nor the services of the platform.',
  wrong: yaml`
    kind: SonataFlow
    metadata:
      annotations:
        sonataflow.org/profile: dev
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets}
          serviceRef: {name: postgres}
  `,
  right: yaml`
    kind: SonataFlow
    metadata:
      annotations:
        sonataflow.org/profile: dev
  `,
  check: ({ workflow: { profile, platform, podTemplate }, resource: { spec } }) => profile !== WorkflowProfile.DEV ? [] : ignored(
    'in the profile dev', 'leave it out, or use the profile preview or gitops', {
      'spec.persistence': spec.persistence?.postgresql && 'persistence',
      'spec.podTemplate.deploymentModel': podTemplate.deploymentModel === 'knative' && 'the knative model',
      'spec.sink': spec.sink && 'a sink: no SinkBinding is made',
      'metadata.annotations["sonataflow.org/profile"]': (platform?.spec.services?.dataIndex ?? platform?.spec.services?.jobService)
        && 'a platform with services: the workflow is not wired to them',
    },
  ),
};

function ignored(when: string, fix: string, settings: Readonly<Record<string, unknown>>): Violation[] {
  return Object.entries(settings).filter(([, given]) => given).map(([field, given]) => ({
    field, given: String(given), allowed: `nothing: it is ignored ${when}`, fix,
  }));
}

const imageMissing: Check<WorkflowSubject> = {
  id: 'SF-IMAGE-MISSING',
  severity: Severity.ERROR,
  title: 'The profile gitops without an image',
  why: 'The operator makes a Deployment without an image, which the API server refuses.',
  wrong: yaml`
    kind: SonataFlow
    metadata:
      annotations:
        sonataflow.org/profile: gitops
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
  check: ({ workflow, resource }) => declaredProfile(resource) === WorkflowProfile.GITOPS && !workflow.ownImage ? [{
    field: 'spec.podTemplate.container.image',
    given: 'profile gitops without an image',
    allowed: 'the image that was built for the workflow',
    fix: 'name it in podTemplate.container.image',
  }] : [],
};

const IMAGE_LATEST: Rule = {
  id: 'SF-IMAGE-LATEST',
  severity: Severity.INFORMATION,
  title: 'An image without a tag, or with the tag latest',
  why: 'Which image runs depends on when a node pulled it.',
  wrong: yaml`
    kind: SonataFlow
    spec:
      podTemplate:
        container:
          image: registry.example.org/greet:latest
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      podTemplate:
        container:
          image: registry.example.org/greet:1.0
  `,
};

function floatingImage(podTemplate: PodTemplateSpec | undefined, path: string): Violation[] {
  const image = asText(podTemplate?.container?.image);
  const [, tag] = /:([^:/]*)$/.exec(image) ?? [];
  if (image === '' || image.includes('@') || (tag !== undefined && tag !== 'latest')) return [];
  return [{
    field: `${path}.container.image`, given: quote(image), allowed: 'an image with a tag of its own, or with a digest', fix: 'name a version of the image',
  }];
}

const serviceImage: Check<PlatformSubject> = {
  ...IMAGE_LATEST,
  check: ({ resource }) => KINDS.flatMap((kind) => floatingImage(serviceSpec(resource, kind)?.podTemplate, `spec.services.${SERVICE_KINDS[kind].field}.podTemplate`)),
};

const workflowImage: Check<WorkflowSubject> = {
  ...IMAGE_LATEST,
  check: ({ workflow }) => floatingImage(workflow.podTemplate, 'spec.podTemplate'),
};

const resourcesIgnored: Check<WorkflowSubject> = {
  id: 'SF-RESOURCES-IGNORED',
  severity: Severity.WARNING,
  title: 'Resources for a workflow with an image of its own',
  why: 'ConfigMaps of spec.resources are mounted in the profile dev and built in by the profile preview; with an image they are not used.',
  wrong: yaml`
    kind: SonataFlow
    spec:
      podTemplate:
        container:
          image: registry.example.org/greet:1.0
      resources:
        configMaps:
          - configMap: {name: greet-specs}
            workflowPath: specs
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      resources:
        configMaps:
          - configMap: {name: greet-specs}
            workflowPath: specs
  `,
  check: ({ workflow, resource }) => {
    const configMaps = resource.spec.resources?.configMaps ?? [];
    if (workflow.profile !== WorkflowProfile.GITOPS || configMaps.length === 0) return [];
    return [{
      field: 'spec.resources.configMaps',
      given: `${list(configMaps.map(({ configMap }) => quote(configMap.name)))} beside an image`,
      allowed: 'nothing: they are never mounted',
      fix: 'build the files into the image and leave them out here',
    }];
  },
};

const DISRUPTION_BUDGET: Rule = {
  id: 'SF-PDB-VALUE',
  severity: Severity.ERROR,
  title: 'A PodDisruptionBudget with a text that is no percentage (1.x)',
  why: 'The CRD takes any text; the API server refuses the PodDisruptionBudget, and the operator goes no further.',
  wrong: yaml`
    kind: SonataFlow
    spec:
      podTemplate:
        replicas: 3
        podDisruptionBudget:
          minAvailable: half
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      podTemplate:
        replicas: 3
        podDisruptionBudget:
          minAvailable: 50%
  `,
};

function budgetValues(budget: PodTemplateSpec['podDisruptionBudget'], path: string): Violation[] {
  return (['minAvailable', 'maxUnavailable'] as const).flatMap((field) => {
    const value = budget?.[field];
    return value === undefined || isAmount(value) ? [] : [{
      field: `${path}.${field}`, given: quote(value), allowed: 'a number of pods from 0, or a percentage such as "50%"', fix: 'write a number or a percentage',
    }];
  });
}

const serviceBudget: Check<PlatformSubject> = {
  ...DISRUPTION_BUDGET,
  check: ({ resource, landscape }) => landscape.operator.disruptionBudgets
    ? budgetValues(serviceSpec(resource, 'dataIndex')?.podTemplate?.podDisruptionBudget, 'spec.services.dataIndex.podTemplate.podDisruptionBudget') : [],
};

const workflowBudget: Check<WorkflowSubject> = {
  ...DISRUPTION_BUDGET,
  check: ({ workflow, landscape }) => landscape.operator.disruptionBudgets
    ? budgetValues(workflow.podTemplate.podDisruptionBudget, 'spec.podTemplate.podDisruptionBudget') : [],
};

export const PLATFORM_DEPLOYMENT_CHECKS: ReadonlyArray<Check<PlatformSubject>> = [replicasOfJobsService, serviceImage, serviceBudget];

export const WORKFLOW_DEPLOYMENT_CHECKS: ReadonlyArray<Check<WorkflowSubject>> = [
  autoscaled, knativeIgnored, devIgnored, imageMissing, workflowImage, resourcesIgnored, workflowBudget,
];
