import { ClusterObject, createLandscape, Landscape } from '../src/model/landscape';
import { toResource } from '../src/model/resource';
import { ClusterFacts, resolveClusterFacts } from '../src/values/cluster-facts';
import { JsonObject } from '../src/values/json';
import { OperatorBehaviour } from '../src/values/operator-behaviour';

const isCustomResource = ({ apiVersion }: JsonObject) => String(apiVersion).startsWith('sonataflow.org/');

/** A landscape of plain objects; what has no namespace is in `default`. */
export function landscapeOf(objects: readonly JsonObject[], facts: ClusterFacts = {}): Landscape {
  const placed = objects.map((object) => ({ ...object, metadata: { namespace: 'default', ...object.metadata as JsonObject } }) as JsonObject);
  return createLandscape({
    operator: {} as OperatorBehaviour,
    facts: resolveClusterFacts(facts),
    resources: placed.filter(isCustomResource).map((object) => toResource(object, { locate: () => '' })),
    objects: placed.filter((object) => !isCustomResource(object)) as unknown as ClusterObject[],
  });
}
