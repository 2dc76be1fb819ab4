/** Fields of Kubernetes that the types of cdk8s-plus-28 do not have, and the version that brought them. */

const CONTAINER: Record<string, string> = {
  'lifecycle.postStart.sleep.seconds': '1.29',
  'lifecycle.preStop.sleep.seconds': '1.29',
  'resources.claims[].request': '1.31',
  'securityContext.appArmorProfile.localhostProfile': '1.30',
  'securityContext.appArmorProfile.type': '1.30',
  'volumeMounts[].recursiveReadOnly': '1.30',
};

const AFFINITY_TERM: Record<string, string> = { 'matchLabelKeys[]': '1.29', 'mismatchLabelKeys[]': '1.29' };

const POD: Record<string, string> = {
  ...below('container', CONTAINER),
  ...below('containers[]', CONTAINER),
  ...below('initContainers[]', CONTAINER),
  ...below('affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[].podAffinityTerm', AFFINITY_TERM),
  ...below('affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[]', AFFINITY_TERM),
  ...below('affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[].podAffinityTerm', AFFINITY_TERM),
  ...below('affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[]', AFFINITY_TERM),
  'securityContext.appArmorProfile.localhostProfile': '1.30',
  'securityContext.appArmorProfile.type': '1.30',
  'securityContext.supplementalGroupsPolicy': '1.31',
  'volumes[].ephemeral.volumeClaimTemplate.spec.volumeAttributesClassName': '1.29',
  'volumes[].image.pullPolicy': '1.31',
  'volumes[].image.reference': '1.31',
  'volumes[].projected.sources[].clusterTrustBundle.labelSelector.matchExpressions[].key': '1.29',
  'volumes[].projected.sources[].clusterTrustBundle.labelSelector.matchExpressions[].operator': '1.29',
  'volumes[].projected.sources[].clusterTrustBundle.labelSelector.matchExpressions[].values[]': '1.29',
  'volumes[].projected.sources[].clusterTrustBundle.labelSelector.matchLabels.*': '1.29',
  'volumes[].projected.sources[].clusterTrustBundle.name': '1.29',
  'volumes[].projected.sources[].clusterTrustBundle.optional': '1.29',
  'volumes[].projected.sources[].clusterTrustBundle.path': '1.29',
  'volumes[].projected.sources[].clusterTrustBundle.signerName': '1.29',
};

/** By kind, the paths within `spec`. */
export const FIELDS_AFTER_KUBERNETES_1_28 = {
  SonataFlowPlatform: {
    'build.template.resources.claims[].request': '1.31',
    ...below('services.dataIndex.podTemplate', POD),
    ...below('services.jobService.podTemplate', POD),
  },
  SonataFlowClusterPlatform: {},
  SonataFlow: below('podTemplate', POD),
} satisfies Record<string, Record<string, string>>;

function below(path: string, fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([field, version]) => [`${path}.${field}`, version]));
}
