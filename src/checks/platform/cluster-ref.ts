import { Severity } from '../../findings/finding';
import { listNearest, nearestWord, quote, suggest } from '../../findings/words';
import { onceFor } from '../../json/once';
import { Landscape } from '../../model/landscape';
import { Check, ClusterPlatformSubject } from '../check';

/** The cluster platform never becomes ready, and nothing is shared. */
export const clusterRef: Check<ClusterPlatformSubject> = {
  rule: 'SF-CLUSTER-REF',
  check: ({ landscape, resource: { spec: { platformRef: { name, namespace } } } }) => {
    const { names: known, has } = declaredPlatforms(landscape);
    if (has(`${namespace}/${name}`)) return [];
    return [{
      path: ['spec', 'platformRef'],
      given: name === '' ? 'no platform' : quote(`${namespace}/${name}`),
      allowed: known.length === 0 ? 'a SonataFlowPlatform that is declared' : `a SonataFlowPlatform that is declared: ${listNearest(`${namespace}/${name}`, known)}`,
      fix: suggest(`${namespace}/${name}`, known, 'declare the platform, or refer to one that is declared'),
      // It usually lies elsewhere, as long as no platform of its namespace is there.
      ...name !== '' && landscape.platforms(namespace).length === 0 && nearestWord(`${namespace}/${name}`, known) === undefined && { severity: Severity.WARNING },
    }];
  },
};

const declaredPlatforms = onceFor((landscape: Landscape) => {
  const names = landscape.namespaces.flatMap((place) => landscape.platforms(place)).map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
  const declared = new Set(names);
  return { names, has: (name: string) => declared.has(name) };
});
