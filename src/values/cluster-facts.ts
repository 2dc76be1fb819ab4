/** What a cluster offers beside Kubernetes itself; the operator finds it out by asking the API server. */
export interface ClusterFacts {
  /**
   * The cluster is OpenShift: Routes, ImageStreams, builds by BuildConfig.
   * @default false
   */
  readonly openshift?: boolean;

  /**
   * Knative Eventing and Serving are installed.
   * @default true
   */
  readonly knative?: boolean;

  /**
   * The Prometheus operator is installed.
   * @default true
   */
  readonly prometheus?: boolean;

  /**
   * The class of each Broker that is in the cluster: `<namespace>/<name>` to a class such as `Kafka`.
   *
   * Brokers that are not named here are taken to be of Knative's default class, which is channel based.
   * @default - every Broker is channel based
   */
  readonly brokerClasses?: Record<string, string>;

  /**
   * Image of the workflows that the operator builds (profile preview); `{namespace}` and `{name}` stand for the workflow's.
   * @default - the name under which the operator pushes it
   */
  readonly builtImage?: string;

  /**
   * Domain under which OpenShift publishes Routes: a Route's host is `<name>-<namespace>.<domain>`.
   * @default - not known
   */
  readonly routeDomain?: string;
}

export type ResolvedClusterFacts =
  & Required<Pick<ClusterFacts, 'openshift' | 'knative' | 'prometheus' | 'brokerClasses'>>
  & Pick<ClusterFacts, 'builtImage' | 'routeDomain'>;

export function resolveClusterFacts(facts: ClusterFacts = {}): ResolvedClusterFacts {
  return Object.freeze({
    openshift: facts.openshift ?? false,
    knative: facts.knative ?? true,
    prometheus: facts.prometheus ?? true,
    brokerClasses: Object.freeze({ ...facts.brokerClasses }),
    builtImage: facts.builtImage,
    routeDomain: facts.routeDomain,
  });
}
