import { ApiObject } from 'cdk8s';
import { addressProblem, kindProblem, relativeUriProblem } from './destination-rules';
import { SonataFlowSpecSink } from '../../../imports/sonataflow.org';
import { throwIfAny } from '../../rules/value-problem';
import { givenProblem } from '../given';
import { unlessLate } from '../late';
import { namespaceProblem, objectNameProblem } from '../name-rules';

/** What whoever sends events to an address has to know of it. */
export interface DestinationUriOptions {
  /**
   * Certificates of the authority that vouches for the address, as PEM text.
   * @default - not written; those that the sender trusts anyway
   */
  readonly caCerts?: string;

  /**
   * The audience of the token with which the sender identifies itself (OIDC).
   * @default - not written
   */
  readonly audience?: string;
}

/** What can be said of any object that is a destination. */
export interface DestinationOptions extends DestinationUriOptions {
  /**
   * Path at the object, such as `/orders`.
   * @default - not written; the address of the object itself
   */
  readonly uri?: string;
}

/** An object of a known kind that is a destination. */
export interface DestinationObjectOptions extends DestinationOptions {
  /**
   * Namespace of the object.
   * @default - not written; the namespace of the custom resource that names the destination
   */
  readonly namespace?: string;
}

/** An object of any kind that is a destination. */
export interface DestinationRefOptions extends DestinationObjectOptions {
  /** Kind of the object, such as `Channel`. */
  readonly kind: string;

  /** Name of the object. */
  readonly name: string;

  /**
   * API group and version of the object, such as `messaging.knative.dev/v1`.
   * @default - not written; the operator sees no Broker in it
   */
  readonly apiVersion?: string;

  /**
   * API group alone, for Knative to find the version.
   * @default - not written
   */
  readonly group?: string;

  /**
   * Which of several addresses of the object, by name.
   * @default - not written; its first one
   */
  readonly address?: string;
}

/**
 * Where events go to or come from, in Knative's words: an object such as a Broker, or an address.
 *
 * @example
 * new WorkflowConstruct(platform, 'Greet', {
 *   definition,
 *   sink: Destination.broker('default'),
 *   sources: [{ eventType: 'orders.placed', destination: Destination.broker('orders', { namespace: 'shop' }) }],
 * });
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/configuring-knative-eventing-resources.html
 */
export class Destination {
  /**
   * A Knative Broker. Its class (`Kafka`, or Knative's own) is a matter of the Broker: where Kubernetes objects are rendered it is read
   * from a Broker of the same app, or told by `clusterFacts.brokerClasses`.
   *
   * @throws SF-NAME, SF-DESTINATION-URI for what Kubernetes or Knative refuse
   */
  public static broker(name: string, options: DestinationObjectOptions = {}): Destination {
    throwIfAny('Destination.broker', [givenProblem('options', options, OBJECT_OPTIONS)]);
    return Destination.object('Destination.broker', { ...options, apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name });
  }

  /**
   * A Kubernetes Service.
   *
   * @throws SF-NAME, SF-DESTINATION-URI for what Kubernetes or Knative refuse
   */
  public static service(name: string, options: DestinationObjectOptions = {}): Destination {
    throwIfAny('Destination.service', [givenProblem('options', options, OBJECT_OPTIONS)]);
    return Destination.object('Destination.service', { ...options, apiVersion: 'v1', kind: 'Service', name });
  }

  /**
   * An object of the app: its kind, its name and its namespace. That of a construct is `ApiObject.of(construct)`.
   *
   * @throws SF-NAME, SF-DESTINATION-URI for what Kubernetes or Knative refuse
   * @example
   * const broker = new ApiObject(chart, 'Broker', { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', metadata: { name: 'orders' } });
   * Destination.fromApiObject(broker);
   */
  public static fromApiObject(apiObject: ApiObject, options: DestinationOptions = {}): Destination {
    const where = 'Destination.fromApiObject';
    throwIfAny(where, [givenProblem('the object', apiObject, 'construct'), givenProblem('options', options, OPTIONS)]);
    const { apiVersion, kind, name, metadata } = apiObject;
    throwIfAny(where, [givenProblem('the metadata of the object', metadata, 'object')]);
    return Destination.object(where, { ...options, apiVersion, kind, name, namespace: metadata.namespace });
  }

  /**
   * An object of any kind that Knative can address.
   *
   * @throws SF-NAME, SF-DESTINATION-KIND, SF-DESTINATION-URI for what Kubernetes or Knative refuse
   */
  public static ref(options: DestinationRefOptions): Destination {
    throwIfAny('Destination.ref', [givenProblem('options', options, REF_OPTIONS)]);
    return Destination.object('Destination.ref', options);
  }

  /**
   * An address.
   *
   * @throws SF-DESTINATION-URI when it is not a full one
   */
  public static uri(uri: string, options: DestinationUriOptions = {}): Destination {
    throwIfAny('Destination.uri', [givenProblem('the uri', uri, 'text'), givenProblem('options', options, URI_OPTIONS)]);
    throwIfAny('Destination.uri', [unlessLate(uri, addressProblem)]);
    return new Destination({ uri, caCerts: options.caCerts, audience: options.audience });
  }

  private static object(where: string, options: DestinationRefOptions): Destination {
    const { apiVersion, kind, name, namespace, group, address, uri, caCerts, audience } = options;
    throwIfAny(where, [givenProblem('the name', name, 'text'), givenProblem('the kind', kind, 'text')]);
    throwIfAny(where, [
      unlessLate(kind, kindProblem),
      unlessLate(name, (text) => objectNameProblem(kind, text)),
      namespace === undefined ? undefined : unlessLate(namespace, (text) => namespaceProblem(`namespace of the ${kind}`, text)),
      uri === undefined ? undefined : unlessLate(uri, relativeUriProblem),
    ]);
    return new Destination({ ref: { apiVersion, kind, name, namespace, group, address }, uri, caCerts, audience });
  }

  private constructor(
    /** @internal */
    public readonly _spec: SonataFlowSpecSink,
  ) { }
}

const URI_OPTIONS = { fields: { caCerts: 'text', audience: 'text' } } as const;
const OPTIONS = { fields: { ...URI_OPTIONS.fields, uri: 'text' } } as const;
const OBJECT_OPTIONS = { fields: { ...OPTIONS.fields, namespace: 'text' } } as const;
const REF_OPTIONS = { fields: { ...OBJECT_OPTIONS.fields, kind: 'text', name: 'text', apiVersion: 'text', group: 'text', address: 'text' } } as const;
