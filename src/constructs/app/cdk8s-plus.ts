import { App, Chart, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { billionths } from '../../go/quantity';
import { JsonObject } from '../../json/json';
import { asList, asObject, asText } from '../../json/lenient';

type Labels = Readonly<Record<string, string>>;

/** The port of all Services that the operator makes. */
export const SERVICE_PORT = 80;

/** Pods by their labels, in one namespace. */
export function podSelectorConfig(labels: Labels, namespace: string): kplus.PodSelectorConfig {
  return { labelSelector: kplus.LabelSelector.of({ labels }), namespaces: namespace === '' ? undefined : { names: [namespace] } };
}

/** Labels that were given to cdk8s-plus, which takes them as they are then; what says which labels pods have may come later. */
export class GivenLabels {
  private readonly labels: Record<string, string> = {};

  public give(current: Labels): Labels {
    for (const label of Object.keys(this.labels)) delete this.labels[label];
    return Object.assign(this.labels, current);
  }

  public update(current: () => Labels): void {
    if (Object.keys(this.labels).length > 0) this.give(current());
  }
}

/** The backend of an Ingress. cdk8s-plus asks for a Service of its own, and one in the app's tree would be written. */
export function ingressBackendOf(name: string): kplus.IngressBackend {
  const aside = new Chart(new App(), 'aside');
  return kplus.IngressBackend.fromService(new kplus.Service(aside, 'Service', { metadata: { name }, ports: [{ port: SERVICE_PORT }] }));
}

/** Containers as cdk8s-plus knows them: an autoscaler without metrics asks for their resources. */
export function containersOf(pod: JsonObject): kplus.Container[] {
  return asList(pod.containers).map(asObject).map(({ name, image, resources, ports }) => new kplus.Container({
    name: asText(name),
    image: asText(image),
    resources: resourcesOf(asObject(resources)),
    ports: asList(ports).map(asObject).flatMap(({ name: port, containerPort: number }) => (
      typeof number === 'number' ? [{ number, name: asText(port) || undefined }] : []
    )),
  }));
}

const MILLIS = 1_000_000n;
const KIBIBYTES = 1_000_000_000n * 1024n;

function resourcesOf({ requests, limits }: JsonObject): kplus.ContainerResources {
  const [request, limit] = [asObject(requests), asObject(limits)];
  return {
    cpu: { request: cpu(request.cpu), limit: cpu(limit.cpu) },
    memory: { request: memory(request.memory), limit: memory(limit.memory) },
  };
}

function cpu(quantity: unknown): kplus.Cpu | undefined {
  const exact = billionths(quantity);
  return exact === undefined ? undefined : kplus.Cpu.millis(roundedUp(exact, MILLIS));
}

function memory(quantity: unknown): Size | undefined {
  const exact = billionths(quantity);
  return exact === undefined ? undefined : Size.kibibytes(roundedUp(exact, KIBIBYTES));
}

function roundedUp(exact: bigint, unit: bigint): number {
  return Number((exact + unit - 1n) / unit);
}
