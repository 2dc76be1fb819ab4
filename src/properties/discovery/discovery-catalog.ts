import { discoverableServices, DiscoverableService, NamedPort, namedPort, serviceInFrontOf } from './discoverable-services';
import { DISCOVERABLE, Discoverable, DiscoveryUri } from './discovery-uri';
import { firstBy } from '../../json/group-by';
import { asList, asObject, asText } from '../../json/lenient';
import { onceFor, onceForEach } from '../../json/once';
import { ClusterObject, Landscape } from '../../model/landscape';
import { deploymentModelOf } from '../../model/workflow';
import { brokerAddress } from '../knative-broker';

type Resolve = (landscape: Landscape, uri: DiscoveryUri) => string | undefined;

const RESOLVERS: Readonly<Record<Discoverable, Resolve>> = {
  [DISCOVERABLE.KUBERNETES_SERVICE]: (landscape, uri) =>
    serviceAddress(uri, discoverableServices(landscape, uri.namespace).get(uri.name)),
  [DISCOVERABLE.POD]: podAddress,
  [DISCOVERABLE.DEPLOYMENT]: workloadAddress('Deployment', 'apps', (selector) => asObject(selector).matchLabels),
  [DISCOVERABLE.STATEFUL_SET]: workloadAddress('StatefulSet', 'apps', (selector) => asObject(selector).matchLabels),
  [DISCOVERABLE.INGRESS]: ingressAddress,
  [DISCOVERABLE.KNATIVE_SERVICE]: knativeServiceAddress,
  [DISCOVERABLE.BROKER]: (landscape, { namespace, name }) => brokerAddress(landscape, namespace, name),
  [DISCOVERABLE.DEPLOYMENT_CONFIG]: workloadAddress('DeploymentConfig', 'apps.openshift.io', (selector) => selector),
  [DISCOVERABLE.ROUTE]: routeAddress,
};

const SECURE_PORTS = [443, 8443];
/** Names of ports, the best one first. */
const PORT_PREFERENCE = ['https', 'http', 'web'];

/**
 * The address of what a discovery URI asks for; nothing where the operator finds none.
 *
 * @see operator-behaviour 5.5
 */
export function discover(landscape: Landscape, uri: DiscoveryUri): string | undefined {
  const { knative, openshift } = landscape.facts;
  if ((uri.kind.startsWith('knative:') && !knative) || (uri.kind.startsWith('openshift:') && !openshift)) return undefined;
  return RESOLVERS[uri.kind](landscape, uri);
}

function serviceAddress({ namespace, port }: DiscoveryUri, service: DiscoverableService | undefined): string | undefined {
  if (service?.type === 'ExternalName') return `http://${service.externalName}:80`;
  const chosen = service && bestPort(service.ports, port);
  if (!chosen || !['ClusterIP', 'NodePort'].includes(service.type)) return undefined;
  return `${protocol(chosen)}://${service.name}.${namespace}.svc:${chosen.number}`;
}

function podAddress(landscape: Landscape, uri: DiscoveryUri): string | undefined {
  const pod = find(landscape, 'Pod', '', uri);
  if (!pod) return undefined;
  const service = serviceInFrontOf(asObject(pod.metadata.labels), uri.labels, landscape, uri.namespace);
  if (service) return serviceAddress(uri, service);
  const ip = asText(asObject(pod.status).podIP);
  const [container] = asList(asObject(pod.spec).containers);
  const port = bestPort(asList(asObject(container).ports).map((item) => namedPort(item, 'containerPort')), uri.port);
  return ip === '' || !port ? undefined : `${protocol(port)}://${ip.replaceAll('.', '-')}.${uri.namespace}.pod:${port.number}`;
}

/** Workloads are reached through a Service. */
function workloadAddress(kind: string, group: string, podLabels: (selector: unknown) => unknown): Resolve {
  return (landscape, uri) => {
    const workload = find(landscape, kind, group, uri);
    if (!workload) return undefined;
    const labels = asObject(podLabels(asObject(workload.spec).selector));
    return serviceAddress(uri, serviceInFrontOf(labels, uri.labels, landscape, uri.namespace));
  };
}

function ingressAddress(landscape: Landscape, uri: DiscoveryUri): string | undefined {
  const ingress = find(landscape, 'Ingress', 'networking.k8s.io', uri);
  const [balancer] = asList(asObject(asObject(ingress?.status).loadBalancer).ingress);
  if (!balancer) return undefined;
  const { hostname, ip } = asObject(balancer);
  const host = asText(hostname) || asText(ip);
  return asList(asObject(ingress?.spec).tls).length > 0 ? `https://${host}:443` : `http://${host}:80`;
}

function routeAddress(landscape: Landscape, uri: DiscoveryUri): string | undefined {
  const { host, tls } = asObject(find(landscape, 'Route', 'route.openshift.io', uri)?.spec);
  return typeof host === 'string' ? `${tls ? 'https' : 'http'}://${host}` : undefined;
}

/** Its own word for its address, else the one that Knative would give it. */
function knativeServiceAddress(landscape: Landscape, uri: DiscoveryUri): string | undefined {
  const { namespace, name } = uri;
  const service = find(landscape, 'Service', 'serving.knative.dev', uri);
  if (!service && !knativeWorkflows(landscape, namespace).has(name)) return undefined;
  return asText(asObject(asObject(service?.status).address).url, `http://${name}.${namespace}.svc.cluster.local`);
}

const knativeWorkflows = onceForEach((landscape: Landscape, namespace) => new Set(
  landscape.workflowsIn(namespace).filter((workflow) => deploymentModelOf(workflow) === 'knative').map(({ metadata }) => metadata.name),
));

function find(landscape: Landscape, kind: string, group: string, { namespace, name }: DiscoveryUri): ClusterObject | undefined {
  return landscape.objectOf(group, kind, namespace, name);
}

function bestPort(ports: readonly NamedPort[], wanted: string): NamedPort | undefined {
  const names = wanted === '' ? PORT_PREFERENCE : [wanted, ...PORT_PREFERENCE];
  const byName = portsByName(ports);
  return names.map((name) => byName.get(name)).find((port) => port !== undefined) ?? ports[0];
}

const portsByName = onceFor((ports: readonly NamedPort[]) => firstBy(ports, ({ name }) => name));

function protocol({ name, number }: NamedPort): string {
  return name === 'https' || SECURE_PORTS.includes(number) ? 'https' : 'http';
}
