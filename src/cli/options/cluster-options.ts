import { Command, InvalidArgumentError, Option } from 'commander';
import { IMAGE_NAMES, parseImage } from './image-options';
import { nearestVersion } from '../../findings/nearest-version';
import { list, quote } from '../../findings/words';
import type { ClusterFacts } from '../../values/operator/cluster-facts';
import { kubernetesMinor, OLDEST_KUBERNETES } from '../../values/operator/kubernetes-version';
import type { OperatorImageOverrides } from '../../values/operator/operator-image-overrides';
import { DEFAULT_RELEASE, isOperatorName, OPERATOR_NAMES, OPERATOR_RELEASE_NAMES, OperatorName } from '../../values/operator/operator-releases';

/** What is said about the cluster: its operator, and what it offers. What is not said is not there. */
export interface ClusterOptions extends Omit<ClusterFacts, 'brokerClasses'> {
  readonly operator?: OperatorName;
  readonly registry?: string;
  readonly tag?: string;
  readonly image?: OperatorImageOverrides;
  readonly brokerClass?: Record<string, string>;
  /** A file with what is in the cluster. */
  readonly clusterFacts?: string;
}

const DUMP = `
What is in the cluster, for --cluster-facts (of Secrets only the keys are read; keep the file to yourself):
  $ kubectl get sonataflowplatforms,sonataflowclusterplatforms,brokers,secrets --all-namespaces -o yaml > cluster.yaml
Which operator it is, with which images and settings, say its own objects; name its namespace, such as openshift-serverless-logic:
  $ (echo ---; kubectl get configmaps,deployments -n NAMESPACE -o yaml) >> cluster.yaml`;

const OPERATOR_HELP = `operator of the cluster: ${list(OPERATOR_RELEASE_NAMES)}, another patch of these, or rhdh-1.7 to rhdh-1.10 (default: ${DEFAULT_RELEASE})`;

/** The same for every command that speaks of a cluster; they come last, in a group of their own in the help. */
export function addClusterOptions(command: Command): Command {
  return command.optionsGroup('Options about the cluster:')
    .addOption(new Option('--operator <version>', OPERATOR_HELP).argParser(knownOperator))
    .option('--cluster-facts <file>', 'what is in the cluster: platforms, Brokers and Secrets that are known and not judged, and its operator; - for standard input')
    .option('--registry <prefix>', 'registry and path of the operator\'s images instead of its own')
    .option('--tag <tag>', 'version in the operator\'s labels instead of its own, which is the tag of its images too (not with osl-…)', imageTag)
    .option('--image <name=ref>', `one image of the operator, repeatable; names: ${list(IMAGE_NAMES)}`, parseImage)
    .option('--built-image <pattern>', 'image of the workflows that the operator builds; {namespace} and {name} are the workflow\'s')
    .option('--openshift', 'the cluster is OpenShift (default with osl-… and rhdh-…)')
    .option('--no-openshift', 'the cluster is not OpenShift')
    .addOption(new Option('--knative').hideHelp())
    .option('--no-knative', 'the cluster has no Knative')
    .addOption(new Option('--prometheus').hideHelp())
    .option('--no-prometheus', 'the cluster has no Prometheus operator')
    .option('--route-domain <domain>', 'domain of the cluster\'s Routes (OpenShift)')
    .option('--kubernetes-version <version>', `version of the cluster, such as 1.32 (default: ${OLDEST_KUBERNETES})`, knownVersion)
    .option('--knative-features <name...>', 'features of Knative Serving that are switched on, such as kubernetes.podspec-nodeselector')
    .option('--broker-class <namespace/name=class>', 'class of a Broker, such as shop/events=Kafka, repeatable', parseBrokerClass)
    .addHelpText('after', DUMP);
}

/** The operator of a name; of any other one, the option is wrong. */
export function knownOperator(name: string): OperatorName {
  if (isOperatorName(name)) return name;
  throw new InvalidArgumentError(unknownOperator(name));
}

/** The known ones, and the nearest. */
export function unknownOperator(name: string): string {
  const nearest = nearestVersion(name, OPERATOR_NAMES);
  return `allowed: ${OPERATOR_NAMES.join(', ')}${nearest === undefined ? '' : `; did you mean ${quote(nearest)}?`}`;
}

function imageTag(tag: string): string {
  if (/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/.test(tag)) return tag;
  throw new InvalidArgumentError('allowed: an image tag, at most 128 letters, digits, "_", "." and "-"');
}

function knownVersion(version: string): string {
  if (kubernetesMinor(version) === undefined) throw new InvalidArgumentError('It is no version such as 1.32.');
  return version;
}

/** Collects `NAMESPACE/NAME=CLASS`. */
function parseBrokerClass(text: string, before: Record<string, string> = {}): Record<string, string> {
  const [, broker, brokerClass] = /^([^/=]+\/[^/=]+)=(.+)$/.exec(text) ?? [];
  if (broker === undefined || brokerClass === undefined) throw new InvalidArgumentError('allowed: NAMESPACE/NAME=CLASS, such as shop/events=Kafka');
  return { ...before, [broker]: brokerClass };
}
