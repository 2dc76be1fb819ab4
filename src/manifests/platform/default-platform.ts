import { parseDocument } from 'yaml';
import { kanikoCache } from './kaniko-cache';
import { JsonObject } from '../../json/json';
import { asObject, asText } from '../../json/lenient';
import { withoutUndefined } from '../../json/without-undefined';
import { activePlatform, DEFAULT_PLATFORM_NAME, isForeign } from '../../model/cluster-platform';
import { Landscape } from '../../model/landscape';
import { API_VERSION } from '../../model/resource';
import { Manifest, manifest } from '../parts/manifest';

/**
 * The platform that the operator makes for the workflows of a namespace that has none, and its build cache. It takes the place of a
 * secondary one of its name, which is a custom resource that somebody wrote already.
 *
 * @see operator-behaviour 1.6
 */
export function defaultPlatform(landscape: Landscape, namespace: string): Manifest[] {
  const hasWorkflows = landscape.workflowsIn(namespace).some((workflow) => !isForeign(workflow));
  if (!hasWorkflows || activePlatform(landscape, namespace)) return [];
  const name = DEFAULT_PLATFORM_NAME;
  const build = { config: buildConfig(landscape, name), template: { timeout: '0s' } };
  const isThere = landscape.platforms(namespace).some(({ metadata }) => metadata.name === name);
  return [
    ...isThere ? [] : [manifest({ apiVersion: API_VERSION, kind: 'SonataFlowPlatform', name, namespace }, { spec: { build } })],
    ...kanikoCache(landscape, { name, namespace, build }),
  ];
}

/** OpenShift builds images itself. */
function buildConfig(landscape: Landscape, name: string): JsonObject {
  const timeout = '5m0s';
  if (landscape.facts.openshift) return { strategy: 'platform', timeout };
  const address = localRegistry(landscape);
  return withoutUndefined({
    baseImage: landscape.operator.images.builder,
    registry: address === '' ? undefined : { address },
    strategy: 'operator',
    strategyOptions: { KanikoBuildCacheEnabled: 'true', KanikoPersistentVolumeClaim: name },
    timeout,
  });
}

/**
 * Where a cluster says that its own registry is.
 *
 * @see https://github.com/kubernetes/enhancements/tree/master/keps/sig-cluster-lifecycle/generic/1755-communicating-a-local-registry
 */
function localRegistry(landscape: Landscape): string {
  const hosting = asObject(landscape.object('ConfigMap', 'kube-public', 'local-registry-hosting')?.data)['localRegistryHosting.v1'];
  if (typeof hosting !== 'string') return '';
  const document = parseDocument(hosting);
  return document.errors.length > 0 ? '' : asText(asObject(document.toJS()).hostFromClusterNetwork);
}
