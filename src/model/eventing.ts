import { Destination, PlatformResource, ServiceSpec, WorkflowResource } from './resource';

export type DestinationRef = NonNullable<Destination['ref']>;

/** A consumed event of a flow and the broker that delivers it. */
export interface EventRoute {
  readonly eventName: string;
  readonly eventType: string;
  readonly broker: DestinationRef & { readonly namespace: string };
}

/** Where the events of a workflow go and come from. */
export interface EventRouting {
  /** Where produced events and the workflow's own go; its reference has a namespace. */
  readonly sink?: Destination;
  /** Who decided about the sink, for people. */
  readonly sinkField?: string;
  /** One for each consumed event that a broker delivers, in the order of the flow. */
  readonly routes: readonly EventRoute[];
}

/** Knative counts a destination as set when it names an object or an address. */
export function isSet(destination: Destination | undefined): destination is Destination {
  return destination !== undefined && (destination.ref !== undefined || !!destination.uri);
}

/** The broker whose events a supporting service consumes: its own source before the platform's broker. */
export function serviceBroker(platform: PlatformResource, spec: ServiceSpec): DestinationRef | undefined {
  const ref = spec.source?.ref ?? platform.spec.eventing?.broker?.ref;
  return ref && ref.name !== '' ? ref : undefined;
}

/** Where the events of the Jobs Service go: its own sink before the platform's broker, verbatim. */
export function serviceSink(platform: PlatformResource, spec: ServiceSpec): Destination | undefined {
  return [spec.sink, platform.spec.eventing?.broker].find(isSet);
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
  const { namespace } = workflow.metadata;
  const broker = platforms.map((platform) => ({ platform, destination: platform.spec.eventing?.broker })).find((b) => isSet(b.destination));
  const own = workflow.spec.sink;
  const sink = isSet(own) ? inNamespace(own, namespace)
    : broker && inNamespace(broker.destination!, broker.platform.metadata.namespace);
  const routes = consumedEvents.flatMap(({ name, type }) => {
    const source = workflow.spec.sources?.find(({ eventType }) => eventType === type);
    const ref = source ? inNamespace(source, namespace).ref
      : broker && inNamespace(broker.destination!, broker.platform.metadata.namespace).ref;
    return ref && isBroker(ref) ? [{ eventName: name, eventType: type, broker: { ...ref, namespace: ref.namespace ?? '' } }] : [];
  });
  const sinkField = isSet(own) ? 'spec.sink' : broker && `SonataFlowPlatform ${broker.platform.metadata.name}: spec.eventing.broker`;
  return { ...sink && { sink, sinkField }, routes };
}

function inNamespace<T extends Destination>(destination: T, namespace: string): T {
  if (!destination.ref || destination.ref.namespace) return destination;
  return { ...destination, ref: { ...destination.ref, namespace } };
}

function isBroker(ref: DestinationRef): boolean {
  return ref.apiVersion === 'eventing.knative.dev/v1' && ref.kind === 'Broker';
}
