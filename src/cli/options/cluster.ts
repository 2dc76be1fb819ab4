import { ClusterOptions } from './cluster-options';
import { ClusterFacts } from '../../values/operator/cluster-facts';
import { OperatorBehaviour } from '../../values/operator/operator-behaviour';
import { DEFAULT_RELEASE, OPERATORS } from '../../values/operator/operator-releases';
import { OperatorVersion } from '../../values/operator/operator-version';

/** For which cluster files are read. */
export interface Cluster {
  readonly operator: OperatorBehaviour;
  readonly facts: ClusterFacts;
}

/**
 * What the options say about the cluster, and what is taken for granted where they say nothing.
 *
 * @param base the operator as it is without what the options say of its images and its label
 */
export function clusterOf(options: ClusterOptions, base: OperatorBehaviour = OPERATORS[options.operator ?? DEFAULT_RELEASE]): Cluster {
  const { registry, tag, image, brokerClass, openshift, knative, prometheus, builtImage, routeDomain, kubernetesVersion, knativeFeatures } = options;
  const { _behaviour } = OperatorVersion.custom({ base: OperatorVersion._of(base), registry, tag, images: image });
  return {
    operator: _behaviour,
    facts: { openshift, knative, prometheus, builtImage, routeDomain, kubernetesVersion, knativeFeatures, brokerClasses: brokerClass },
  };
}
