import { Manifest, manifest } from './manifest';
import { goUrl } from '../../go/url-text';
import { isFailure } from '../../json/failure';
import { isJsonObject, JsonObject } from '../../json/json';
import { withoutUndefined } from '../../json/without-undefined';
import { DestinationField } from '../../model/resource';

/** What a Trigger delivers to, or a SinkBinding speaks for. */
export interface EventingSubject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
}

export interface TriggerOptions {
  readonly name: string;
  /** That of the broker. */
  readonly namespace: string;
  readonly broker: string;
  readonly eventType: string;
  readonly subscriber: EventingSubject;
  /** Path at the subscriber. */
  readonly uri?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

export function trigger(options: TriggerOptions): Manifest {
  const { name, namespace, labels, annotations, broker, eventType, subscriber, uri } = options;
  return manifest({ apiVersion: 'eventing.knative.dev/v1', kind: 'Trigger', name, namespace, labels, annotations }, {
    spec: {
      broker,
      filter: { attributes: { type: eventType } },
      subscriber: withoutUndefined({ ref: reference(subscriber), uri }),
    },
  });
}

export interface SinkBindingOptions {
  readonly name: string;
  readonly namespace: string;
  readonly sink: DestinationField;
  readonly subject: EventingSubject;
  readonly labels: Readonly<Record<string, string>>;
}

export function sinkBinding({ name, namespace, sink, subject, labels }: SinkBindingOptions): Manifest {
  return manifest({ apiVersion: 'sources.knative.dev/v1', kind: 'SinkBinding', name, namespace, labels }, {
    spec: { sink: writtenSink(sink), subject: reference(subject) },
  });
}

/** Of a reference Go writes them whatever they are, and an address that is given. */
const WRITTEN_EMPTY: ReadonlySet<string> = new Set(['kind', 'name', 'uri']);

/** The operator reads a sink and writes it: without most empty texts, and with its address as Go writes it. */
function writtenSink({ uri, ...sink }: DestinationField): JsonObject {
  const address = uri ? goUrl(uri) : uri;
  return withoutEmptyTexts({ ...sink as JsonObject, ...uri !== undefined && { uri: isFailure(address) || address === undefined ? uri : address } });
}

function withoutEmptyTexts(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([field, value]) => value !== '' || WRITTEN_EMPTY.has(field)).map(([field, value]) => (
    [field, isJsonObject(value) ? withoutEmptyTexts(value) : value]
  )));
}

function reference({ apiVersion, kind, name, namespace }: EventingSubject): JsonObject {
  return withoutUndefined({ apiVersion, kind, name, namespace: namespace === '' ? undefined : namespace });
}

/** Events of one key stay in order where the broker is Kafka's. */
export function kafkaOrdering(brokerClass: string | undefined): Record<string, string> {
  return brokerClass?.includes('Kafka') ? { 'kafka.eventing.knative.dev/delivery.order': 'ordered' } : {};
}

