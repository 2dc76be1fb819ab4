import { misreadTexts } from './misread-texts';
import { WORKFLOW_CHECKS } from '../../../checks/all-checks';
import { CheckTarget } from '../../../checks/check';
import {
  ClusterPlatformDeclaration, GivenPlatform, ownProblems, PlatformDeclaration, ServiceDeclaration, WorkflowDeclaration,
} from '../../../checks/declarations/declaration';
import { declaredDefinition } from '../../../checks/declarations/declared-definition';
import { labelIgnored } from '../../../checks/declarations/label-ignored';
import { namePatched } from '../../../checks/declarations/name-patched';
import { namespaceMissing } from '../../../checks/declarations/namespace-missing';
import { cannotOptOut } from '../../../checks/declarations/pg-opt-out';
import { secretElsewhere } from '../../../checks/declarations/pg-secret-ns';
import { otherNamespace } from '../../../checks/declarations/platform-namespace';
import { unknownPlatform } from '../../../checks/declarations/platform-unknown';
import { sameVariable } from '../../../checks/declarations/prop-variable';
import { tooManyServices } from '../../../checks/declarations/service-two';
import { sameName } from '../../../checks/declarations/workflow-two';
import { RESOURCE_DEFINITION_CHECKS } from '../../../checks/flow/resource-definition';
import * as checks from '../../../checks/run';
import { schemaFindings, schemaOfPlatform } from '../../../checks/schema-findings';
import { Finding, Severity } from '../../../findings/finding';
import { Landscape } from '../../../model/landscape';
import { platformModel } from '../../../model/platform';
import { ClusterPlatformResource, PlatformResource, WorkflowResource } from '../../../model/resource';
import { ALL_SERVICE_KINDS, SERVICE_KINDS, ServiceKind, ServiceModel } from '../../../model/service';
import { workflowModel } from '../../../model/workflow';
import { Rendering } from '../../../values/rendering';
import { JudgedResource } from '../objects/wire-resource';
import { PlatformFacts, WorkflowFacts } from '../roles';

export function platformConstructFindings(facts: PlatformFacts, declaration: PlatformDeclaration): Finding[] {
  const { resource, problems, landscape, rendering, model: platform } = facts;
  const { databaseSchema, databaseSecret, services } = declaration;
  return [
    ...schemaFindings(problems, resource.origin, unknownFields(rendering)),
    ...schemaOfPlatform(databaseSchema, resource.origin),
    ...ownProblems(declaration),
    ...secretElsewhere(declaration, databaseSecret),
    ...ALL_SERVICE_KINDS.flatMap((kind) => tooManyServices(declaration, kind)),
    ...ALL_SERVICE_KINDS.flatMap((kind) => services[kind].flatMap((service) => serviceFindings(service, declaration, platform[kind]))),
    ...namespaceMissing(declaration, rendersObjects(rendering)),
    ...misreadTexts(resource),
    ...isToTheLetter(rendering) ? labelIgnored(declaration, resource) : [],
    ...resource.refused ? [] : checks.platformFindings({ landscape, target: targetOf(rendering), resource, platform }),
  ];
}

/** What the checks find about a platform. */
export function platformChecks(resource: PlatformResource, landscape: Landscape, rendering: Rendering): Finding[] {
  return checks.platformFindings({ landscape, target: targetOf(rendering), resource, platform: platformModel(landscape, resource) });
}

/** What the checks find about a workflow. */
export function workflowChecks(resource: WorkflowResource, landscape: Landscape, rendering: Rendering): Finding[] {
  return checks.workflowFindings({ landscape, target: targetOf(rendering), resource, workflow: workflowModel(landscape, resource) });
}

/** What the checks find about a cluster platform. */
export function clusterPlatformChecks(resource: ClusterPlatformResource, landscape: Landscape): Finding[] {
  return checks.clusterPlatformFindings({ landscape, target: 'customResources', resource });
}

/** The service that a finding about a platform is about: it has no custom resource, but a part of its platform's. */
export function serviceOf({ field = '' }: Finding): ServiceKind | undefined {
  return ALL_SERVICE_KINDS.find((kind) => field.startsWith(`spec.services.${SERVICE_KINDS[kind].field}`));
}

export function workflowConstructFindings(facts: WorkflowFacts, declaration: WorkflowDeclaration): Finding[] {
  const { resource, problems, landscape, rendering, model: workflow } = facts;
  const { databaseSecret, imageFiles, namespace, platform, where, definition } = declaration;
  const variables = sameVariable(declaration, resource);
  return [
    ...schemaFindings(problems, resource.origin, unknownFields(rendering)),
    ...declaredDefinition(definition),
    ...sameName(declaration),
    ...namePatched(declaration, resource),
    ...platform ? platformProblems(where, namespace, platform) : [],
    ...ownProblems(declaration),
    ...variables,
    ...secretElsewhere(declaration, databaseSecret),
    ...namespaceMissing(declaration, rendersObjects(rendering)),
    ...misreadTexts(resource),
    ...isToTheLetter(rendering) ? labelIgnored(declaration, resource) : [],
    ...resource.refused ? [] : (definition.inImage
      ? checks.workflowFindings({ landscape, target: targetOf(rendering), resource, workflow }, CHECKS_BESIDE_DEFINITION)
      : checks.workflowFindings({ landscape, target: targetOf(rendering), resource, workflow, imageFiles })
    ).filter((finding) => !variables.some(({ field }) => isSameVariable(finding, field))),
  ];
}

/** Where the definition itself is in the image, it is judged, and not what the custom resource holds of it. */
const CHECKS_BESIDE_DEFINITION = WORKFLOW_CHECKS.filter((check) => !RESOURCE_DEFINITION_CHECKS.includes(check));

/** A variable that is there twice is a duplicate of the pod as well. */
function isSameVariable({ rule, field }: Finding, variable: string | undefined): boolean {
  return rule === 'SF-POD-DUPLICATE' && variable !== undefined && (field === variable || field === `${variable}.name`);
}

const CLUSTER_REF = 'SF-CLUSTER-REF';

export function clusterPlatformConstructFindings(
  landscape: Landscape, { resource, problems }: JudgedResource<ClusterPlatformResource>, { where, platform }: ClusterPlatformDeclaration,
): Finding[] {
  return [
    ...schemaFindings(problems, resource.origin),
    ...unknownPlatform(where, platform),
    ...misreadTexts(resource),
    ...resource.refused ? [] : clusterPlatformChecks(resource, landscape)
      .filter(({ rule }) => platform.known || rule !== CLUSTER_REF),
  ];
}

/** Of a platform that is not known it does not matter where it is. */
function platformProblems(where: string, namespace: string, platform: GivenPlatform): Finding[] {
  return platform.known ? otherNamespace(where, namespace, platform) : unknownPlatform(where, platform);
}

function serviceFindings(service: ServiceDeclaration, platform: PlatformDeclaration, model: ServiceModel | undefined): Finding[] {
  const { chartNamespace, databaseSecret, where } = service;
  return [
    ...chartNamespace === undefined ? [] : otherNamespace(where, chartNamespace, platform),
    ...ownProblems(service),
    ...secretElsewhere(platform, databaseSecret),
    ...cannotOptOut(service, model?.database),
  ];
}

function targetOf(rendering: Rendering): CheckTarget {
  return rendersObjects(rendering) ? 'kubernetesObjects' : 'customResources';
}

function rendersObjects({ _kubernetesObjects: objects }: Rendering): boolean {
  return objects !== undefined;
}

function unknownFields(rendering: Rendering): Severity {
  return isToTheLetter(rendering) ? Severity.WARNING : Severity.ERROR;
}

function isToTheLetter({ _kubernetesObjects: objects }: Rendering): boolean {
  return objects !== undefined && !objects.corrections;
}
