import { Command, InvalidArgumentError } from 'commander';
import { listNearest, suggest } from '../findings/words';
import type { ClusterFacts } from '../values/cluster-facts';
import { kubernetesMinor, OLDEST_KUBERNETES } from '../values/kubernetes-version';
import { DEFAULT_RELEASE, isOperatorName, OPERATOR_NAMES, OPERATOR_RELEASE_NAMES, OperatorName } from '../values/operator-releases';

/** What the files are read for: the operator, and what the cluster offers. */
export interface InputOptions extends Pick<ClusterFacts, 'openshift' | 'knative' | 'prometheus' | 'routeDomain' | 'kubernetesVersion' | 'knativeFeatures'> {
  readonly operator: OperatorName;
}

/** What a command does. */
export type Run<Options extends InputOptions> = (files: readonly string[], options: Options) => void;

export function addInputOptions(command: Command): Command {
  return command
    .argument('<file...>', 'YAML or JSON files, directories of them, or - for standard input: custom resources, and what else is in the cluster')
    .option('--operator <version>', `operator of the cluster: ${OPERATOR_RELEASE_NAMES.join(', ')}, another patch of these, or rhdh-1.7 to rhdh-1.10`,
      knownOperator, DEFAULT_RELEASE)
    .option('--openshift', 'the cluster is OpenShift (default with osl-… and rhdh-…)')
    .option('--no-openshift', 'the cluster is not')
    .option('--no-knative', 'the cluster has no Knative')
    .option('--no-prometheus', 'the cluster has no Prometheus operator')
    .option('--route-domain <domain>', 'domain of the cluster\'s Routes (OpenShift)')
    .option('--kubernetes-version <version>', `version of the cluster, such as 1.32 (default: ${OLDEST_KUBERNETES})`, knownVersion)
    .option('--knative-features <name...>', 'features of Knative Serving that are switched on, such as kubernetes.podspec-nodeselector');
}

function knownOperator(name: string): OperatorName {
  if (!isOperatorName(name)) throw new InvalidArgumentError(`Allowed are ${listNearest(name, OPERATOR_NAMES)}; ${suggest(name, OPERATOR_NAMES)}`);
  return name;
}

function knownVersion(version: string): string {
  if (kubernetesMinor(version) === undefined) throw new InvalidArgumentError('It is no version such as 1.32.');
  return version;
}
