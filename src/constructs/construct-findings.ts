import { IConstruct } from 'constructs';
import { AppRegistry } from './app-registry';
import { landscapeOf } from './landscape-of';
import type { SonataFlowPlatformConstruct } from './sonataflow-platform-construct';
import type { WorkflowConstruct } from './workflow-construct';
import { runChecks } from '../checks/check';
import { PLATFORM_CHECKS, WORKFLOW_CHECKS } from '../checks/checks';
import { schemaFindings, schemaOfPlatform } from '../checks/schema';
import { describeFinding, Finding, Severity } from '../findings/finding';
import { list, quote } from '../findings/words';
import { SERVICE_KINDS, ServiceKind } from '../model/service';

/** Errors stop the synth, all of them at once. */
export function reportErrors(construct: IConstruct, findings: () => readonly Finding[]): void {
  construct.node.addValidation({
    validate: () => findings().filter(({ severity }) => severity === Severity.ERROR).map(describeFinding),
  });
}

export function platformFindings(platform: SonataFlowPlatformConstruct): Finding[] {
  const kinds = Object.keys(SERVICE_KINDS) as ServiceKind[];
  const { resource, problems } = platform._judged;
  return [
    ...schemaFindings(problems, resource.origin),
    ...schemaOfPlatform(platform._persistence?._spec.serviceRef?.databaseSchema, resource.origin),
    ...kinds.flatMap((kind) => tooManyServices(platform, kind)),
    ...kinds.flatMap((kind) => platform._servicesOf(kind)).flatMap((service) => service._findings()),
    ...runChecks(PLATFORM_CHECKS, { landscape: landscapeOf(platform), platform: resource }, resource),
  ];
}

export function workflowFindings(workflow: WorkflowConstruct): Finding[] {
  const { resource, problems, landscape, model } = workflow._facts();
  return [
    ...schemaFindings(problems, resource.origin),
    ...sameName(workflow),
    ...workflow._ownFindings(),
    ...runChecks(WORKFLOW_CHECKS, { landscape, workflow: model, resource }, resource),
  ];
}

/** The custom resource has one field for each service. */
function tooManyServices(platform: SonataFlowPlatformConstruct, kind: ServiceKind): Finding[] {
  const services = platform._servicesOf(kind);
  if (services.length < 2) return [];
  const { title, field } = SERVICE_KINDS[kind];
  return [{
    rule: 'SF-SERVICE-TWO',
    severity: Severity.ERROR,
    where: platform.node.path,
    field: `spec.services.${field}`,
    given: `${services.length} of the kind ${title}: ${list(services.map((service) => service.node.path))}`,
    allowed: `one ${title} on a platform`,
    fix: 'remove all but one, or give the others a platform in another namespace',
  }];
}

/** cdk8s does not notice two objects of one identity; the cluster keeps the one that comes last. */
function sameName(workflow: WorkflowConstruct): Finding[] {
  const { name } = workflow.apiObject;
  const same = AppRegistry.of(workflow).workflowsNamed(name, workflow._namespace);
  if (same.length < 2) return [];
  return [{
    rule: 'SF-WORKFLOW-TWO',
    severity: Severity.ERROR,
    where: workflow.node.path,
    field: 'metadata.name',
    given: `workflows named ${quote(name)} in one namespace: ${list(same.map((other) => other.node.path))}`,
    allowed: 'one workflow of a name in a namespace',
    fix: 'give one of them another metadata.name',
  }];
}
