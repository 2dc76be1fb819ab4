import { compareBytes } from '../../go/compare-bytes';
import { groupBy } from '../../json/group-by';
import { asList, asObject, asText } from '../../json/lenient';
import { onceFor, onceForEach } from '../../json/once';
import { Landscape } from '../../model/landscape';
import { PlatformResource } from '../../model/resource';
import { ALL_SERVICE_KINDS, serviceName, serviceSpec } from '../../model/service';
import { deploymentModelOf } from '../../model/workflow';

/** A port of a Service or of a container. */
export interface NamedPort {
  readonly name: string;
  readonly number: number;
}

/** What discovery looks at in a Service. */
export interface DiscoverableService {
  readonly name: string;
  readonly type: string;
  readonly externalName: string;
  readonly ports: readonly NamedPort[];
  /** Labels of the pods behind it; empty when it selects none. */
  readonly selector: Readonly<Record<string, unknown>>;
  readonly labels: Readonly<Record<string, unknown>>;
}

/** The Services of a namespace as the API server lists them, with those that the operator makes, by name. */
export const discoverableServices = onceForEach((landscape: Landscape, namespace): ReadonlyMap<string, DiscoverableService> => {
  const given = landscape.objects('Service', namespace).filter(({ apiVersion }) => apiVersion === 'v1').map(({ metadata, spec }) => {
    const { type, externalName, ports, selector } = asObject(spec);
    return {
      name: metadata.name,
      type: asText(type, 'ClusterIP'),
      externalName: asText(externalName),
      ports: asList(ports).map((port) => namedPort(port, 'port')),
      selector: asObject(selector),
      labels: asObject(metadata.labels),
    };
  });
  const made = [
    ...landscape.platforms(namespace).flatMap(serviceNames).map((name) => ownService(name, { name: 'h2c', number: 80 })),
    ...landscape.workflowsIn(namespace).filter((workflow) => deploymentModelOf(workflow) === 'kubernetes')
      .map(({ metadata: { name } }) => ownService(name, { name: 'web', number: 80 })),
  ];
  const byName = new Map<string, DiscoverableService>([...given, ...made].map((service) => [service.name, service]));
  return new Map([...byName].sort(([a], [b]) => compareBytes(a, b)));
});

/** The first one by name in front of pods with such labels, one that has the wanted labels before others. */
export function serviceInFrontOf(
  podLabels: object, wanted: Readonly<Record<string, string>>, landscape: Landscape, namespace: string,
): DiscoverableService | undefined {
  const services = servicesInFrontOf(landscape, namespace)(podLabels);
  const [label] = Object.entries(wanted);
  if (!label) return services[0];
  return byLabel(services).get(keyOfLabel(...label))?.find((service) => contains(service.labels, wanted)) ?? services[0];
}

/** Several workloads have the same labels, and ask once. */
const servicesInFrontOf = onceForEach((landscape: Landscape, namespace) => {
  const bySelector = servicesBySelector(landscape, namespace);
  const known = new Map<string, readonly DiscoverableService[]>();
  return (podLabels: object): readonly DiscoverableService[] => {
    const key = JSON.stringify(podLabels);
    let services = known.get(key);
    if (!services) {
      known.set(key, services = Object.entries(podLabels).flatMap(([label, value]) => bySelector.get(keyOfLabel(label, value)) ?? [])
        .filter(({ selector }) => contains(podLabels, selector)).sort((a, b) => compareBytes(a.name, b.name)));
    }
    return services;
  };
});

const byLabel = onceFor((services: readonly DiscoverableService[]) => {
  const found = new Map<string, DiscoverableService[]>();
  for (const service of services) {
    for (const [label, value] of Object.entries(service.labels)) {
      const key = keyOfLabel(label, value);
      const others = found.get(key);
      if (others) others.push(service);
      else found.set(key, [service]);
    }
  }
  return found;
});

/** By the first of the labels that they select. */
const servicesBySelector = onceForEach((landscape: Landscape, namespace) => groupBy(
  [...discoverableServices(landscape, namespace).values()].filter(({ selector }) => Object.keys(selector).length > 0),
  ({ selector }) => Object.entries(selector).slice(0, 1).map(([label, value]) => keyOfLabel(label, value)).join(''),
));

function keyOfLabel(label: string, value: unknown): string {
  return `${label}=${String(value)}`;
}

function contains(all: object, some: object): boolean {
  return Object.entries(some).every(([name, value]) => (all as Record<string, unknown>)[name] === value);
}

export function namedPort(port: unknown, numberField: 'port' | 'containerPort'): NamedPort {
  const { name, [numberField]: number } = asObject(port);
  return { name: asText(name), number: Number(number ?? 0) };
}

function serviceNames(platform: PlatformResource): string[] {
  return ALL_SERVICE_KINDS.filter((kind) => serviceSpec(platform, kind)).map((kind) => serviceName(platform.metadata.name, kind));
}

function ownService(name: string, port: NamedPort): DiscoverableService {
  return { name, type: 'ClusterIP', externalName: '', ports: [port], selector: {}, labels: {} };
}
