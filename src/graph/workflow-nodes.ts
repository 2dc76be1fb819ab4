import { calledApis, knativeService } from './called-apis';
import { storeEdge } from './database-nodes';
import { destinationNode } from './destination-nodes';
import { factsOf, GraphBuilder } from './graph';
import { serviceId } from './service-id';
import { LocatedFinding } from '../findings/place';
import { fieldName } from '../json/field-path';
import { workflowExplanation } from '../manifests/workflow/workflow-explanation';
import { PersistenceSource } from '../model/database';
import { DestinationRef } from '../model/eventing';
import { Landscape } from '../model/landscape';
import { WorkflowResource } from '../model/resource';
import { workflowModel, WorkflowModel } from '../model/workflow';
import { WORKFLOW_STEPS } from '../model/workflow-steps';
import { flowActions, subflowCalls } from '../workflow-definition/flow/actions';
import { flowGraph } from '../workflow-definition/flow/graph';

/** The id of the node of a workflow. */
export function workflowId({ name, namespace }: { readonly name: string; readonly namespace: string }): string {
  return `workflow ${namespace}/${name}`;
}

/**
 * A workflow and all that it is wired to.
 *
 * @param workflows the nodes of all workflows, since one may call another that comes later
 */
export function addWorkflow(
  builder: GraphBuilder, landscape: Landscape, resource: WorkflowResource, findings: readonly LocatedFinding[], workflows: ReadonlySet<string>,
): void {
  const model = workflowModel(landscape, resource);
  const { name, namespace } = model;
  const id = builder.add({ id: workflowId(model), kind: 'workflow', name, namespace, facts: workflowFacts(model), findings });
  for (const service of [model.dataIndex, model.jobsService]) {
    if (service && builder.has(serviceId(service.url))) builder.connect(id, serviceId(service.url), 'uses', service.field);
  }
  if (model.database) storeEdge(builder, id, model.database, `${ownerOf(model)}spec.persistence.postgresql`);
  addEvents(builder, id, model);
  addSubflows(builder, id, model);
  addApis(builder, id, landscape, model, workflows);
}

function workflowFacts(model: WorkflowModel): ReturnType<typeof factsOf> {
  const { namespace, profile, deploymentModel, url, image, replicas, platformName, database, routeHost } = model;
  return factsOf({
    namespace,
    profile,
    'platform': platformName,
    'deployment': deploymentModel,
    url,
    'route': routeHost,
    image,
    'replicas': String(replicas),
    'database credentials': database && `Secret ${database.secretName}`,
  });
}

/** In front of a field that the platform has; nothing where it is the workflow's own. */
function ownerOf({ database, platformName }: WorkflowModel): string {
  return database?.source === PersistenceSource.PLATFORM ? `SonataFlowPlatform ${platformName}: ` : '';
}

function addEvents(builder: GraphBuilder, id: string, { flow, events: { sink, sinkField = 'spec.sink', routes }, namespace, profile }: WorkflowModel): void {
  // What is not made is no wiring: in dev, events come and go as the properties say.
  const isWired = WORKFLOW_STEPS[profile].includes('triggers');
  const target = isWired && sink && (sink.ref ?? sink.uri) ? destinationNode(builder, sink, namespace) : undefined;
  if (target !== undefined) builder.connect(id, target, 'sendsTo', sinkField);
  flow.events.forEach(({ name, type, kind }, i) => {
    if (type === '') return;
    const said = `spec.flow.events[${i}]`;
    if (kind === 'produced') {
      builder.connect(id, eventNode(builder, type, target, sink?.ref?.kind === 'Broker' ? sink.ref : undefined), 'produces', said);
      return;
    }
    const route = isWired ? routes.find(({ eventName, eventType }) => eventName === name && eventType === type) : undefined;
    const broker = route && destinationNode(builder, { ref: route.broker }, namespace);
    builder.connect(eventNode(builder, type, broker, route?.broker), id, 'consumes', said);
  });
}

/** An event type at the place where it is sent to and delivered from: in two brokers it is two. */
function eventNode(builder: GraphBuilder, type: string, place: string | undefined, broker: DestinationRef | undefined): string {
  return builder.add({
    id: `event ${type} at ${place ?? 'no broker'}`,
    kind: 'eventType',
    name: type,
    namespace: place === undefined ? undefined : broker?.namespace,
    facts: factsOf({ at: place ?? 'no broker that is known' }),
  });
}

function addSubflows(builder: GraphBuilder, id: string, { resource: { spec: { flow } }, name: workflow, namespace }: WorkflowModel): void {
  for (const { name, path } of subflowCalls(flowActions(flowGraph(flow)))) {
    if (name === '') continue;
    const subflow = { id: `subflow ${namespace}/${workflow}/${name}`, kind: 'subflow', name, namespace, facts: factsOf({ of: workflow }) } as const;
    // A workflow may call itself.
    builder.connect(id, name === workflow ? id : builder.add(subflow), 'runs', fieldName(['spec', 'flow', ...path]));
  }
}

function addApis(builder: GraphBuilder, id: string, landscape: Landscape, model: WorkflowModel, workflows: ReadonlySet<string>): void {
  const { namespace, resource: { spec: { flow } } } = model;
  for (const { name, address, operations, said } of calledApis(flow, () => workflowExplanation(landscape, model, true).properties)) {
    const service = knativeService(name, namespace);
    const called = service && workflowId(service);
    const target = called !== undefined && workflows.has(called) ? called : builder.add({
      id: `api ${service ? `${service.namespace}/${service.name}` : `${namespace}/${name} ${address ?? ''}`}`.trim(),
      kind: 'api',
      name: service?.name ?? name,
      namespace: service?.namespace ?? namespace,
      facts: factsOf({ address }),
    });
    builder.connect(id, target, 'calls', said, operations.join(', ') || undefined);
  }
}
