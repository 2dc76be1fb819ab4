import { databaseAddressNode, storeEdge } from './database-nodes';
import { destinationNode } from './destination-nodes';
import { Fact, factsOf, Graph, GraphBuilder, GraphNode } from './graph';
import { serviceId } from './service-id';
import { addWorkflow, workflowId } from './workflow-nodes';
import { findingsByResource } from '../checks/run';
import { LocatedFinding } from '../findings/place';
import { fieldName } from '../json/field-path';
import { groupBy } from '../json/group-by';
import { bindDatabase, PersistenceSource } from '../model/database';
import { Landscape } from '../model/landscape';
import { persistencePath, PlatformModel, platformModel } from '../model/platform';
import { ClusterPlatformResource, CustomResource } from '../model/resource';
import { ALL_SERVICE_KINDS, serviceBroker, ServiceModel, servicePath } from '../model/service';

type Findings = (resource: CustomResource) => readonly LocatedFinding[];

/** The wiring of a landscape: every edge is something that the model says. */
export function landscapeGraph(landscape: Landscape): Graph {
  const builder = new GraphBuilder();
  const found = findingsByResource(landscape);
  const findings: Findings = (resource) => found.get(resource) ?? [];
  const platforms = landscape.namespaces.flatMap((namespace) => landscape.platforms(namespace));
  const models = platforms.filter(({ refused }) => !refused).map((resource) => platformModel(landscape, resource));
  for (const resource of landscape.clusterPlatforms) addClusterPlatform(builder, resource, findings(resource));
  for (const model of models) addPlatform(builder, model, findings(model.resource));
  for (const cluster of landscape.clusterPlatforms) referToPlatform(builder, cluster);
  for (const model of models) knowSharedPlatform(builder, model);
  const workflows = landscape.workflows.filter(({ refused }) => !refused);
  const ids = new Set(workflows.map(({ metadata }) => workflowId(metadata)));
  for (const resource of workflows) addWorkflow(builder, landscape, resource, findings(resource), ids);
  return withEventMarks(builder.graph);
}

/** The id of the node of a platform. */
function platformId({ name, namespace }: { readonly name: string; readonly namespace: string }): string {
  return `platform ${namespace}/${name}`;
}

function clusterPlatformId(name: string): string {
  return `cluster platform ${name}`;
}

function addClusterPlatform(
  builder: GraphBuilder, { metadata: { name }, spec, refused }: ClusterPlatformResource, findings: readonly LocatedFinding[],
): void {
  const shares = spec.capabilities?.workflows;
  builder.add({
    id: clusterPlatformId(name),
    kind: 'clusterPlatform',
    name,
    findings,
    facts: refused ? [] : factsOf({ 'platform': `${spec.platformRef.namespace}/${spec.platformRef.name}`, 'shares with workflows': shares?.join(', ') }),
  });
}

function addPlatform(builder: GraphBuilder, model: PlatformModel, findings: readonly LocatedFinding[]): void {
  const { name, namespace, resource: { spec } } = model;
  const services = ALL_SERVICE_KINDS.map((kind) => model[kind]).filter((service): service is ServiceModel => service !== undefined);
  const isAbout = ({ field = '' }: LocatedFinding, service: ServiceModel) => `${field}.`.startsWith(`${fieldName(servicePath(service.kind))}.`);
  const id = builder.add({
    id: platformId(model),
    kind: 'platform',
    name,
    namespace,
    facts: platformFacts(model),
    findings: findings.filter((finding) => !services.some((service) => isAbout(finding, service))),
  });
  for (const service of services) {
    const target = addService(builder, service, findings.filter((finding) => isAbout(finding, service)));
    builder.connect(id, target, 'deploys', fieldName(servicePath(service.kind)));
  }
  const postgresql = spec.persistence?.postgresql;
  if (postgresql) {
    const binding = bindDatabase(postgresql, PersistenceSource.PLATFORM, model);
    builder.connect(id, databaseAddressNode(builder, binding.jdbcUrl), 'provides', 'spec.persistence.postgresql');
  }
  const broker = spec.eventing?.broker;
  if (broker) builder.connect(id, destinationNode(builder, broker, namespace), 'provides', 'spec.eventing.broker');
}

function platformFacts({ namespace, resource: { spec }, shared }: PlatformModel): Fact[] {
  return factsOf({
    namespace,
    'monitoring': spec.monitoring?.enabled === true ? 'enabled' : undefined,
    'cluster platform': shared?.clusterPlatformName,
  });
}

function addService(builder: GraphBuilder, service: ServiceModel, findings: readonly LocatedFinding[]): string {
  const { name, namespace, kind, url, enabled, image, replicas, database, sink } = service;
  const id = builder.add({
    id: serviceId(url),
    kind,
    name,
    namespace,
    facts: factsOf({ namespace, url, image, 'replicas': String(replicas), 'wired into workflows': enabled ? undefined : 'no' }),
    findings,
  });
  if (database) storeEdge(builder, id, database, fieldName([...persistencePath({ ...service, database }), 'postgresql']));
  const broker = serviceBroker(service);
  const field = fieldName(servicePath(kind));
  if (broker && service.source) builder.connect(destinationNode(builder, service.source, namespace), id, 'delivers', `${field}: source`);
  if (sink && (sink.ref ?? sink.uri)) builder.connect(id, destinationNode(builder, sink, namespace), 'sendsTo', `${field}: sink`);
  return id;
}

function referToPlatform(builder: GraphBuilder, { metadata, spec: { platformRef }, refused }: ClusterPlatformResource): void {
  if (refused) return;
  const { name, namespace } = platformRef;
  const id = platformId({ name, namespace });
  if (!builder.has(id)) builder.add({ id, kind: 'platform', name, namespace, marks: ['not among what was given'] });
  builder.connect(clusterPlatformId(metadata.name), id, 'refersTo', 'spec.platformRef');
}

/** What a platform takes from another one by way of the cluster platform. */
function knowSharedPlatform(builder: GraphBuilder, { name, namespace, shared }: PlatformModel): void {
  if (!shared || (shared.platform.metadata.name === name && shared.platform.metadata.namespace === namespace)) return;
  const cluster = shared.clusterPlatformName;
  builder.connect(platformId({ name, namespace }), clusterPlatformId(cluster), 'knows', `SonataFlowClusterPlatform ${cluster}: spec.platformRef`);
}

export const NOT_PRODUCED = 'nobody here produces it';
export const NOT_CONSUMED = 'nobody here consumes it';

/** Marks event types of which one end is missing, and puts those into a namespace that are all its own. */
function withEventMarks({ nodes, edges }: Graph): Graph {
  const produced = new Set(edges.filter(({ kind }) => kind === 'produces').map(({ to }) => to));
  const consumed = new Set(edges.filter(({ kind }) => kind === 'consumes').map(({ from }) => from));
  const namespaceOf = new Map(nodes.map(({ id, namespace }) => [id, namespace]));
  const ends = groupBy(edges.flatMap(({ kind, from, to }) => kind === 'produces' ? [[to, from]] : kind === 'consumes' ? [[from, to]] : []), ([event = '']) => event);
  return Object.freeze({
    nodes: nodes.map((node): GraphNode => {
      if (node.kind !== 'eventType') return node;
      const [first, ...others] = new Set((ends.get(node.id) ?? []).map(([, workflow = '']) => namespaceOf.get(workflow)));
      return {
        ...node,
        ...others.length === 0 && { namespace: first },
        marks: [...produced.has(node.id) ? [] : [NOT_PRODUCED], ...consumed.has(node.id) ? [] : [NOT_CONSUMED]],
      };
    }),
    edges,
  });
}
