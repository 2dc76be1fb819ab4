import { Manifest, manifest } from './manifest';
import { JsonObject } from '../../json/json';
import { withoutUndefined } from '../../json/without-undefined';
import { Destination } from '../../model/resource';

/** What a Trigger delivers to, or a SinkBinding speaks for. */
export interface Subject {
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
  readonly subscriber: Subject;
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
  readonly sink: Destination;
  readonly subject: Subject;
  readonly labels: Readonly<Record<string, string>>;
}

export function sinkBinding({ name, namespace, sink, subject, labels }: SinkBindingOptions): Manifest {
  return manifest({ apiVersion: 'sources.knative.dev/v1', kind: 'SinkBinding', name, namespace, labels }, {
    spec: { sink: structuredClone(sink) as JsonObject, subject: reference(subject) },
  });
}

function reference({ apiVersion, kind, name, namespace }: Subject): JsonObject {
  return withoutUndefined({ apiVersion, kind, name, namespace: namespace === '' ? undefined : namespace });
}

/** Events of one key stay in order where the broker is Kafka's. */
export function kafkaOrdering(brokerClass: string | undefined): Record<string, string> {
  return brokerClass?.includes('Kafka') ? { 'kafka.eventing.knative.dev/delivery.order': 'ordered' } : {};
}

