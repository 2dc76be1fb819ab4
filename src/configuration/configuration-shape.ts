import { ObjectShape, TextShape } from './shape';
import { nearestVersion } from '../findings/nearest-version';
import { quote } from '../findings/words';
import { kubernetesMinor } from '../values/operator/kubernetes-version';
import { isOperatorName, OPERATOR_NAMES } from '../values/operator/operator-releases';

const OPERATOR: TextShape = {
  kind: 'text',
  what: 'Operator of the cluster.',
  words: OPERATOR_NAMES,
  problem: (name) => {
    if (isOperatorName(name)) return undefined;
    const nearest = nearestVersion(name, OPERATOR_NAMES);
    return { allowed: OPERATOR_NAMES.join(', '), fix: nearest === undefined ? 'name one of these' : `did you mean ${quote(nearest)}?` };
  },
};

const KUBERNETES_VERSION: TextShape = {
  kind: 'text',
  what: 'Version of Kubernetes, such as 1.32.',
  problem: (version) => (
    kubernetesMinor(version) === undefined ? { allowed: 'a version such as \'1.32\'', fix: 'write what kubectl version says of the server' } : undefined
  ),
};

/** Single images of the operator, by the names of the API. */
const IMAGES: Readonly<Record<string, TextShape>> = Object.fromEntries([
  'builder', 'dataIndexEphemeral', 'dataIndexPostgreSql', 'dbMigrator', 'devMode', 'jobsServiceEphemeral', 'jobsServicePostgreSql', 'kanikoWarmer',
].map((name): [string, TextShape] => [name, { kind: 'text', what: 'Full name of the image.' }]));

const CLUSTER_FACTS: ObjectShape = {
  kind: 'object',
  what: 'What the cluster offers.',
  fields: {
    file: { kind: 'text', what: 'A file with what kubectl says of the cluster, beside this one: its platforms, Brokers and the keys of its Secrets are known, and not judged, and its operator is the one of its own objects.' },
    openshift: { kind: 'flag', what: 'The cluster is OpenShift.' },
    knative: { kind: 'flag', what: 'Knative Eventing and Serving are installed.' },
    prometheus: { kind: 'flag', what: 'The Prometheus operator is installed.' },
    brokerClasses: { kind: 'textMap', what: 'The class of each Broker: <namespace>/<name> to a class such as Kafka.' },
    builtImage: { kind: 'text', what: 'Image of the workflows that the operator builds; {namespace} and {name} are the workflow\'s.' },
    routeDomain: { kind: 'text', what: 'Domain of the cluster\'s Routes (OpenShift).' },
    kubernetesVersion: KUBERNETES_VERSION,
    knativeFeatures: { kind: 'texts', what: 'Features of Knative Serving that are switched on.' },
  },
};

/** All that a `.sonataflowrc` can say. */
export const CONFIGURATION_SHAPE: ObjectShape = {
  kind: 'object',
  what: 'Configuration of cdk8s-sonataflow: for the command line, the plugin of cdk8s-cli and the constructs.',
  fields: {
    operator: {
      kind: 'choice',
      what: 'Operator of the cluster, by its version, or with images of one\'s own.',
      text: OPERATOR,
      object: {
        kind: 'object',
        what: 'An operator with images of one\'s own.',
        fields: {
          version: OPERATOR,
          registry: { kind: 'text', what: 'Registry and path of the operator\'s images.' },
          tag: { kind: 'text', what: 'Tag of the operator\'s images.' },
          images: { kind: 'object', what: 'Single images of the operator.', fields: IMAGES },
        },
      },
    },
    clusterFacts: {
      kind: 'choice',
      what: 'What is known of the cluster: a file with what kubectl says of it, or single facts.',
      text: { kind: 'text', what: 'A file with what kubectl says of the cluster, beside this one.' },
      object: CLUSTER_FACTS,
    },
    acknowledgements: {
      kind: 'list',
      what: 'What is found and known: it becomes an information with the reason.',
      items: {
        kind: 'object',
        what: 'An acknowledgement. What the API server or the operator refuses cannot be acknowledged.',
        fields: {
          rule: { kind: 'text', what: 'Id of the rule; * and ? stand for other characters.' },
          namespace: { kind: 'text', what: 'Namespace of the object, with the same; any, when it is left out.' },
          name: { kind: 'text', what: 'Name of the object, with the same; any, when it is left out.' },
          reason: { kind: 'text', what: 'Why it is no mistake there.' },
        },
        required: ['rule', 'reason'],
      },
    },
    strict: { kind: 'flag', what: 'Warnings count as errors.' },
  },
};
