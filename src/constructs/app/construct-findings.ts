import {
  cannotOptOut, ClusterPlatformDeclaration, GivenPlatform, namespaceMissing, otherNamespace, ownProblems, PlatformDeclaration, sameName,
  sameVariable, secretElsewhere, ServiceDeclaration, tooManyServices, unknownPlatform, WorkflowDeclaration,
} from './declarations';
import { PlatformFacts, WorkflowFacts } from './roles';
import { JudgedResource } from './wire-resource';
import { CheckTarget, runChecks } from '../../checks/check';
import { CLUSTER_PLATFORM_CHECKS, PLATFORM_CHECKS, WORKFLOW_CHECKS } from '../../checks/checks';
import { CLUSTER_REF } from '../../checks/cluster-platform';
import { schemaFindings, schemaOfPlatform } from '../../checks/schema';
import { Finding, Severity } from '../../findings/finding';
import { Landscape } from '../../model/landscape';
import { ClusterPlatformResource } from '../../model/resource';
import { SERVICE_KINDS, ServiceKind, ServiceModel } from '../../model/service';
import { Rendering } from '../../values/rendering';

const KINDS = Object.keys(SERVICE_KINDS) as ServiceKind[];

export function platformFindings(facts: PlatformFacts, declaration: PlatformDeclaration): Finding[] {
  const { resource, problems, landscape, rendered, rendering, model: platform } = facts;
  const { databaseSchema, databaseSecret, services } = declaration;
  return distinct([
    ...schemaFindings(problems, resource.origin, unknownFields(rendering)),
    ...schemaOfPlatform(databaseSchema, resource.origin),
    ...ownProblems(declaration),
    ...secretElsewhere(declaration, databaseSecret),
    ...KINDS.flatMap((kind) => tooManyServices(declaration, kind)),
    ...KINDS.flatMap((kind) => services[kind].flatMap((service) => serviceFindings(service, declaration, platform[kind]))),
    ...namespaceMissing(declaration, rendersObjects(rendering)),
    ...rendered.findings,
    ...runChecks(PLATFORM_CHECKS, { landscape, target: targetOf(rendering), resource, platform }),
  ]);
}

/** The service that a finding about a platform is about: it has no custom resource, but a part of its platform's. */
export function serviceOf({ field = '' }: Finding): ServiceKind | undefined {
  return KINDS.find((kind) => field.startsWith(`spec.services.${SERVICE_KINDS[kind].field}`));
}

export function workflowFindings(facts: WorkflowFacts, declaration: WorkflowDeclaration): Finding[] {
  const { resource, problems, landscape, rendered, rendering, model: workflow } = facts;
  const { databaseSecret, namespace, platform, where } = declaration;
  return distinct([
    ...schemaFindings(problems, resource.origin, unknownFields(rendering)),
    ...sameName(declaration),
    ...platform ? platformProblems(where, namespace, platform) : [],
    ...ownProblems(declaration),
    ...sameVariable(declaration, resource),
    ...secretElsewhere(declaration, databaseSecret),
    ...namespaceMissing(declaration, rendersObjects(rendering)),
    ...rendered.findings,
    ...runChecks(WORKFLOW_CHECKS, { landscape, target: targetOf(rendering), resource, workflow }),
  ]);
}

export function clusterPlatformFindings(
  landscape: Landscape, { resource, problems }: JudgedResource<ClusterPlatformResource>, { where, platform }: ClusterPlatformDeclaration,
): Finding[] {
  return [
    ...schemaFindings(problems, resource.origin),
    ...unknownPlatform(where, platform),
    ...runChecks(CLUSTER_PLATFORM_CHECKS, { landscape, target: 'customResources', resource }).filter(({ rule }) => platform.known || rule !== CLUSTER_REF),
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

/** Rules and renderers notice some things both. */
function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.rule} ${finding.where} ${finding.field ?? finding.given}`, finding])).values()];
}
