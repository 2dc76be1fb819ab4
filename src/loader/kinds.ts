import { list, nearestWord, quote, suggest } from '../findings/words';
import { FieldPath } from '../json/field-path';
import { API_VERSION, CustomResource } from '../model/resource';
import { ValueProblem } from '../rules/value-problem';

/** What tells one kind of object from all others. */
export interface TypeMeta {
  readonly apiVersion: string;
  readonly kind: string;
}

const [GROUP] = API_VERSION.split('/');
const RESOURCE_KINDS: ReadonlyArray<CustomResource['kind']> = ['SonataFlowPlatform', 'SonataFlowClusterPlatform', 'SonataFlow'];
/** The operator makes builds by itself; one in the input is an object of the cluster like any other. */
const KINDS: readonly string[] = [...RESOURCE_KINDS, 'SonataFlowBuild'];

const CLUSTER_SCOPED = new Set([
  'SonataFlowClusterPlatform',
  'APIService', 'CSIDriver', 'CSINode', 'CertificateSigningRequest', 'ClusterRole', 'ClusterRoleBinding', 'ClusterTrustBundle',
  'CustomResourceDefinition', 'DeviceClass', 'FlowSchema', 'IPAddress', 'IngressClass', 'MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding',
  'MutatingWebhookConfiguration', 'Namespace', 'Node', 'PersistentVolume', 'PriorityClass', 'PriorityLevelConfiguration', 'ResourceSlice',
  'RuntimeClass', 'ServiceCIDR', 'StorageClass', 'ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration', 'VolumeAttachment', 'VolumeAttributesClass',
  'Project', 'SecurityContextConstraints',
]);

/** The API group: empty for the core of Kubernetes. */
export function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}

/** Whether objects of a kind belong to no namespace; a kind that is not known here belongs to one. */
export function isClusterScoped(kind: string): boolean {
  return CLUSTER_SCOPED.has(kind);
}

/** Whether the operator takes the object for one of its custom resources. */
export function isResource({ apiVersion, kind }: TypeMeta): boolean {
  return apiVersion === API_VERSION && RESOURCE_KINDS.some((known) => known === kind);
}

/** The problem of a kind or version that nearly is one of SonataFlow's: the API server would not know it. */
export function kindProblem({ apiVersion, kind }: TypeMeta): (ValueProblem & { readonly path: FieldPath }) | undefined {
  const group = groupOf(apiVersion);
  const known = KINDS.includes(kind);
  if (known ? apiVersion !== API_VERSION : nearestWord(group, [GROUP]) !== undefined && apiVersion !== API_VERSION) {
    return { rule: 'SF-INPUT-KIND', path: ['apiVersion'], given: `${quote(apiVersion)} for the kind ${quote(kind)}`, allowed: API_VERSION, fix: `write "apiVersion: ${API_VERSION}"` };
  }
  if (group !== GROUP || known) return undefined;
  return { rule: 'SF-INPUT-KIND', path: ['kind'], given: quote(kind), allowed: list(KINDS), fix: suggest(kind, KINDS) };
}
