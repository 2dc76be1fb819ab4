import { ClusterOptions } from './cluster-options';
import { ClusterFacts } from '../values/cluster-facts';
import { OperatorBehaviour } from '../values/operator-behaviour';
import { DEFAULT_RELEASE } from '../values/operator-releases';
import { OperatorVersion } from '../values/operator-version';

/** For which cluster files are read. */
export interface Cluster {
  readonly operator: OperatorBehaviour;
  readonly facts: ClusterFacts;
}

/** What the options say about the cluster, and what is taken for granted where they say nothing. */
export function clusterOf({ operator = DEFAULT_RELEASE, registry, tag, image, brokerClass, ...facts }: ClusterOptions): Cluster {
  const { _behaviour } = OperatorVersion.custom({ base: OperatorVersion._released(operator), registry, tag, images: image });
  const { openshift, knative, prometheus, builtImage, routeDomain, kubernetesVersion, knativeFeatures } = facts;
  return {
    operator: _behaviour,
    facts: { openshift, knative, prometheus, builtImage, routeDomain, kubernetesVersion, knativeFeatures, brokerClasses: brokerClass },
  };
}
