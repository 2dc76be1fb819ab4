import { childName } from './names';
import { DestinationField, PlatformResource, ServiceSpec, WorkflowResource } from './resource';
import { firstBy } from '../json/group-by';

export type DestinationRef = NonNullable<DestinationField['ref']>;

/** A consumed event of a flow and the broker that delivers it. */
export interface EventRoute {
  readonly eventName: string;
  readonly eventType: string;
  /** Of the Trigger, which is in the namespace of the broker. */
  readonly triggerName: string;
  readonly broker: DestinationRef & { readonly namespace: string };
}

/** Where the events of a workflow go and come from. */
export interface EventRouting {
  /** Where produced events and the workflow's own go; its reference has a namespace. */
  readonly sink?: DestinationField;
  /** Who decided about the sink, for people. */
  readonly sinkField?: string;
  /** One for each consumed event that a broker delivers, in the order of the flow. */
  readonly routes: readonly EventRoute[];
  /** Types of consumed events whose source is an address only: the operator takes brokers alone and breaks. */
  readonly addressedTypes: readonly string[];
}

/** Where the events of a supporting service come from: its own source, if that names an object, before the platform's broker. */
export function serviceSource(platform: PlatformResource, spec: ServiceSpec): DestinationField | undefined {
  return spec.source?.ref ? spec.source : platform.spec.eventing?.broker;
}

/** Where the events of the Jobs Service go: its own sink before the platform's broker, verbatim; one that says nothing counts. */
export function serviceSink(platform: PlatformResource, spec: ServiceSpec): DestinationField | undefined {
  return spec.sink ?? platform.spec.eventing?.broker;
}

/**
 * Sink and brokers of a workflow.
 *
 * @param platforms that may provide a broker, nearest first: the namespace's, then the one that the cluster platform refers to
 * @see operator-behaviour 7.2, 7.3
 */
export function eventRouting(
  workflow: WorkflowResource,
  platforms: readonly PlatformResource[],
  consumedEvents: ReadonlyArray<{ readonly name: string; readonly type: string }>,
): EventRouting {
  const { name: workflowName, namespace } = workflow.metadata;
  const own = workflow.spec.sink;
  const broker = platforms.map(brokerOf).find((destination) => destination !== undefined);
  const sink = own ? inNamespace(own, namespace) : broker?.destination;
  const sinkField = own ? 'spec.sink' : broker?.field;
  const brokerRef = platforms.map((platform) => brokerOf(platform)?.destination.ref).find((ref) => ref !== undefined);
  const sources = firstBy(workflow.spec.sources ?? [], ({ eventType }) => eventType);
  const routes = consumedEvents.flatMap(({ name, type }): EventRoute[] => {
    const source = sources.get(type);
    const ref = source ? inNamespace(source, namespace).ref : brokerRef;
    if (!ref || !isBroker(ref)) return [];
    const triggerName = childName(`${workflowName}-${name}-`.toLowerCase(), standInUid(workflow.metadata));
    return [{ eventName: name, eventType: type, triggerName, broker: { ...ref, namespace: ref.namespace ?? '' } }];
  });
  const addressedTypes = consumedEvents.map(({ type }) => type).filter((type) => sources.has(type) && !sources.get(type)?.ref);
  return { ...sink && { sink, sinkField }, routes, addressedTypes };
}

/** What the operator takes the UID of a resource for, where nobody knows the UID. */
export function standInUid({ name, namespace }: { readonly name: string; readonly namespace: string }): string {
  return `${namespace}-${name}`;
}

/** The broker that a platform provides; its reference has a namespace. */
function brokerOf({ metadata, spec }: PlatformResource): { readonly destination: DestinationField; readonly field: string } | undefined {
  const broker = spec.eventing?.broker;
  return broker && { destination: inNamespace(broker, metadata.namespace), field: `SonataFlowPlatform ${metadata.name}: spec.eventing.broker` };
}

function inNamespace<T extends DestinationField>(destination: T, namespace: string): T {
  if (!destination.ref || destination.ref.namespace) return destination;
  return { ...destination, ref: { ...destination.ref, namespace } };
}

function isBroker(ref: DestinationRef): boolean {
  return ref.apiVersion === 'eventing.knative.dev/v1' && ref.kind === 'Broker';
}
