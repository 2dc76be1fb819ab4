import { kubernetesMinor, OLDEST_KUBERNETES } from './kubernetes-version';
import { OperatorBehaviour } from './operator-behaviour';
import { quote, suggest } from '../../findings/words';
import { throwIfAny, ValueProblem } from '../../rules/value-problem';

/** What a cluster offers beside Kubernetes itself; the operator finds it out by asking the API server. */
export interface ClusterFacts {
  /**
   * The cluster is OpenShift: Routes, ImageStreams, builds by BuildConfig.
   * @default - true with the operators of OpenShift Serverless Logic, false with the others
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

  /**
   * Version of Kubernetes, such as `1.32`: newer ones know more fields of pods, and take some names that older ones refuse.
   * @default - the oldest one that the library knows, 1.30
   */
  readonly kubernetesVersion?: string;

  /**
   * Features of Knative Serving that are switched on beyond those that it is shipped with, by their names in the ConfigMap `config-features`, such
   * as `kubernetes.podspec-nodeselector`.
   * @default - none
   */
  readonly knativeFeatures?: string[];
}

export type ResolvedClusterFacts =
  & Required<Pick<ClusterFacts, 'openshift' | 'knative' | 'prometheus' | 'brokerClasses' | 'knativeFeatures'>>
  & Pick<ClusterFacts, 'builtImage' | 'routeDomain'>
  & {
    /** Of the version 1.x of Kubernetes. */
    readonly kubernetesMinor: number;
  };

/** The problem of facts that cannot be, if there is one. */
export function clusterFactsProblem({ kubernetesVersion = OLDEST_KUBERNETES, builtImage = '', brokerClasses = {} }: ClusterFacts = {}): ValueProblem | undefined {
  const broker = Object.keys(brokerClasses).find((name) => !/^[^/]+\/[^/]+$/.test(name));
  const [placeholder] = builtImage.replace(/\{(?:namespace|name)\}/g, '').match(/\{[^}]*\}?|\}/) ?? [];
  if (kubernetesMinor(kubernetesVersion) === undefined) {
    return {
      rule: 'SF-KUBERNETES-VERSION',
      given: `kubernetesVersion ${quote(kubernetesVersion)}`,
      allowed: 'a version such as 1.32',
      fix: 'write what kubectl version says of the server',
    };
  }
  if (broker !== undefined) {
    return {
      rule: 'SF-PROPS', given: `the Broker ${quote(broker)} in brokerClasses`, allowed: '<namespace>/<name>', fix: 'write its namespace and "/" before its name',
    };
  }
  return placeholder === undefined ? undefined : {
    rule: 'SF-PROPS', given: `${quote(placeholder)} in builtImage`, allowed: '{namespace} and {name}, and what an image is called', fix: suggest(placeholder, ['{namespace}', '{name}']),
  };
}

/**
 * What is known of a cluster that such an operator runs in.
 *
 * @throws SF-KUBERNETES-VERSION for a version that is none, SF-PROPS for a Broker or a built image that cannot be
 */
export function resolveClusterFacts(operator: Pick<OperatorBehaviour, 'onOpenShift'>, facts: ClusterFacts = {}): ResolvedClusterFacts {
  throwIfAny('clusterFacts', [clusterFactsProblem(facts)]);
  return Object.freeze({
    openshift: facts.openshift ?? operator.onOpenShift,
    knative: facts.knative ?? true,
    prometheus: facts.prometheus ?? true,
    brokerClasses: Object.freeze({ ...facts.brokerClasses }),
    builtImage: facts.builtImage,
    routeDomain: facts.routeDomain,
    kubernetesMinor: kubernetesMinor(facts.kubernetesVersion ?? OLDEST_KUBERNETES) ?? 0,
    knativeFeatures: Object.freeze([...facts.knativeFeatures ?? []]) as string[],
  });
}
