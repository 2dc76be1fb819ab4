import { places } from './judge';
import { PodRule } from './rule';

/** Fields that came with a version of Kubernetes; an earlier one lets them go, or refuses them. */
const LATER: ReadonlyArray<readonly [field: string, since: number]> = [
  ['volumes[].image', 31],
  ['securityContext.supplementalGroupsPolicy', 31],
  ['*.resources.claims[].request', 31],
  ['resourceClaims[].resourceClaimName', 31],
  ['resourceClaims[].resourceClaimTemplateName', 31],
];

/** What Kubernetes does not know yet. */
export const LATER_FIELD_RULES: readonly PodRule[] = LATER.flatMap(([field, since]) => places(field).map((place): PodRule => ({
  field: place,
  kind: 'unknown',
  allowed: `a field that the cluster knows: this one came with Kubernetes 1.${since}`,
  until: since,
  judge: () => [{ given: place.slice(place.lastIndexOf('.') + 1), fix: 'leave it out, or say in clusterFacts.kubernetesVersion that the cluster is newer' }],
})));
