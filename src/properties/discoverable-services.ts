import { compareBytes } from '../go/compare-bytes';
import { asList, asObject, asText } from '../json/lenient';
import { Landscape } from '../model/landscape';
import { PlatformResource } from '../model/resource';
import { ALL_SERVICE_KINDS, serviceName, serviceSpec } from '../model/service';
import { deploymentModelOf } from '../model/workflow';

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

/** The Services of a namespace as the API server lists them, with those that the operator makes. */
export function discoverableServices(landscape: Landscape, namespace: string): readonly DiscoverableService[] {
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
  return [...byName.values()].sort((a, b) => compareBytes(a.name, b.name));
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
