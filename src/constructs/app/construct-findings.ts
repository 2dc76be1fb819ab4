import * as kplus from 'cdk8s-plus-28';
import { IConstruct } from 'constructs';
import { AppRegistry } from './app-registry';
import { considered } from '../checks';
import type { InNamespace } from './landscape-of';
import { JudgedResource } from './wire-resource';
import { CheckTarget } from '../../checks/check';
import * as checks from '../../checks/run';
import { schemaFindings, schemaOfPlatform } from '../../checks/schema-findings';
import { Finding, Severity } from '../../findings/finding';
import { list, quote } from '../../findings/words';
import { Landscape } from '../../model/landscape';
import { ClusterPlatformResource } from '../../model/resource';
import { SERVICE_KINDS, ServiceKind } from '../../model/service';
import { RuleId, ruleOf } from '../../rules/rules';
import { PostgreSql } from '../../values/postgre-sql';
import { Rendering } from '../../values/rendering';
import type { PlatformFacts, SonataFlowPlatformConstruct } from '../platform/sonataflow-platform-construct';
import type { WorkflowConstruct, WorkflowFacts } from '../workflow/workflow-construct';

export function platformFindings(platform: SonataFlowPlatformConstruct, facts: PlatformFacts): Finding[] {
  const kinds = Object.keys(SERVICE_KINDS) as ServiceKind[];
  const { resource, problems, landscape } = facts;
  return [
    ...schemaFindings(problems, resource.origin, unknownFields(platform.rendering)),
    ...schemaOfPlatform(platform._persistence?._spec.serviceRef?.databaseSchema, resource.origin),
    ...secretElsewhere(platform, platform._persistence),
    ...kinds.flatMap((kind) => tooManyServices(platform, kind)),
    ...kinds.flatMap((kind) => platform._servicesOf(kind)).flatMap((service) => service._findings()),
    ...namespaceMissing(platform, platform.rendering, platform._namespace),
    ...resource.refused ? [] : checks.platformFindings({ landscape, target: targetOf(platform.rendering), resource, platform: facts.model }),
  ].map((finding) => considered(concerned(platform, finding), finding));
}

export function workflowFindings(workflow: WorkflowConstruct, facts: WorkflowFacts): Finding[] {
  const { resource, problems, landscape, model, rendering } = facts;
  return [
    ...schemaFindings(problems, resource.origin, unknownFields(rendering)),
    ...sameName(workflow),
    ...workflow._ownFindings(),
    ...secretElsewhere(workflow, workflow._database),
    ...namespaceMissing(workflow, rendering, workflow._namespace),
    ...resource.refused ? [] : checks.workflowFindings({ landscape, target: targetOf(rendering), resource, workflow: model }),
  ].map((finding) => considered(workflow, finding));
}

const CLUSTER_REF = 'SF-CLUSTER-REF';

/** @param elsewhere the platform is managed outside of the app */
export function clusterPlatformFindings(
  landscape: Landscape, { resource, problems }: JudgedResource<ClusterPlatformResource>, elsewhere: boolean,
): Finding[] {
  return [
    ...schemaFindings(problems, resource.origin),
    ...checks.clusterPlatformFindings({ landscape, target: 'customResources', resource }).filter(({ rule }) => rule !== CLUSTER_REF || !elsewhere),
  ];
}

/** A service has no custom resource; it has a part of its platform's. */
function concerned(platform: SonataFlowPlatformConstruct, { field = '' }: Finding): IConstruct {
  const kinds = Object.keys(SERVICE_KINDS) as ServiceKind[];
  const kind = kinds.find((candidate) => field.startsWith(`spec.services.${SERVICE_KINDS[candidate].field}`));
  return (kind && platform._servicesOf(kind)[0]) ?? platform;
}

function targetOf({ _kubernetesObjects: objects }: Rendering): CheckTarget {
  return objects ? 'kubernetesObjects' : 'customResources';
}

function unknownFields(rendering: Rendering): Severity {
  return isToTheLetter(rendering) ? Severity.WARNING : Severity.ERROR;
}

function isToTheLetter({ _kubernetesObjects: objects }: Rendering): boolean {
  return objects !== undefined && !objects.corrections;
}

/** Addresses and label values need it. */
function namespaceMissing(construct: IConstruct, rendering: Rendering, namespace: string): Finding[] {
  if (!rendering._kubernetesObjects || namespace !== '') return [];
  return [{
    ...told('SF-NAMESPACE-MISSING'),
    where: construct.node.path,
    given: 'Kubernetes objects in no namespace',
    allowed: 'a namespace: addresses of services and databases have it',
    fix: 'give the chart a namespace, or metadata.namespace',
  }];
}

/** The custom resource has one field for each service. */
function tooManyServices(platform: SonataFlowPlatformConstruct, kind: ServiceKind): Finding[] {
  const services = platform._servicesOf(kind);
  if (services.length < 2) return [];
  const { title, field } = SERVICE_KINDS[kind];
  return [{
    ...told('SF-SERVICE-TWO'),
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
    ...told('SF-WORKFLOW-TWO'),
    where: workflow.node.path,
    field: 'metadata.name',
    given: `workflows named ${quote(name)} in one namespace: ${list(same.map((other) => other.node.path))}`,
    allowed: 'one workflow of a name in a namespace',
    fix: 'give one of them another metadata.name',
  }];
}

/** The custom resource has no namespace beside the name of a Secret. */
export function secretElsewhere(consumer: InNamespace, database: PostgreSql | undefined): Finding[] {
  const secret = database?._secret;
  const namespace = secret instanceof kplus.Secret ? secret.metadata.namespace : undefined;
  if (!secret || namespace === undefined || consumer._namespace === '' || namespace === consumer._namespace) return [];
  return [{
    ...told('SF-PG-SECRET-NS'),
    where: consumer.node.path,
    given: `the Secret ${quote(secret.name)} of the namespace ${quote(namespace)} for pods in ${quote(consumer._namespace)}`,
    allowed: `a Secret in ${quote(consumer._namespace)}: pods read those of their own namespace only`,
    fix: `make the Secret in ${quote(consumer._namespace)} too, and hand that one in`,
  }];
}

function told(rule: RuleId): Pick<Finding, 'rule' | 'severity'> {
  return { rule, severity: ruleOf(rule).severity };
}
