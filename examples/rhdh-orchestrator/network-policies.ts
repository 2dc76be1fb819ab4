import * as kplus from 'cdk8s-plus-28';
import { SonataFlowPlatformConstruct } from 'cdk8s-sonataflow';
import { Construct } from 'constructs';

type Peers = kplus.k8s.NetworkPolicyPeer[];

const ofNamespace = (name: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } });

/** Who may reach the pods of the namespace: whoever the platform is wired to, and nobody else. */
export function networkPolicies(scope: Construct, platform: SonataFlowPlatformConstruct): void {
  // The operator tells the Data Index of workflows that are gone. A broker delivers events to services and workflows.
  allow(scope, 'allow-infra', ['openshift-serverless-logic', ...platform.broker ? ['knative-eventing', 'knative-serving'] : []].map(ofNamespace));
  // Backstage is in the same namespace, as are the services.
  allow(scope, 'allow-intra-network', [{ podSelector: {} }]);
  allow(scope, 'allow-ingress', [{ namespaceSelector: { matchLabels: { 'policy-group.network.openshift.io/ingress': '' } } }]);
  if (platform.monitoring) allow(scope, 'allow-monitoring', [ofNamespace('openshift-user-workload-monitoring')]);
}

function allow(scope: Construct, name: string, from: Peers): void {
  new kplus.k8s.KubeNetworkPolicy(scope, name, {
    metadata: { name },
    spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ from }] },
  });
}
