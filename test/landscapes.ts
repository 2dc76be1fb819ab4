import { Origin } from '../src/findings/origin';
import { fieldName } from '../src/json/field-path';
import { JsonObject } from '../src/json/json';
import { ClusterObject, createLandscape, indexObjects, Landscape } from '../src/model/landscape';
import { toResource } from '../src/model/resource';
import { ClusterFacts, resolveClusterFacts } from '../src/values/operator/cluster-facts';
import { OperatorVersion } from '../src/values/operator/operator-version';

const isCustomResource = ({ apiVersion }: JsonObject) => String(apiVersion).startsWith('sonataflow.org/');

/** A field is its own place. */
export const FIELD_BY_FIELD: Origin = { locate: (path = []) => ({ where: fieldName(path) }) };

export interface LandscapeOptions {
  /** @default 10.1.0 */
  readonly operator?: OperatorVersion;
  readonly corrected?: boolean;
}

/** A landscape of plain objects; what has no namespace is in `default`, and a field is its own place. */
export function landscapeOf(objects: readonly JsonObject[], facts: ClusterFacts = {}, options: LandscapeOptions = {}): Landscape {
  const placed = objects.map((object) => ({ ...object, metadata: { namespace: 'default', ...object.metadata as JsonObject } }) as JsonObject);
  const operator = (options.operator ?? OperatorVersion.APACHE_10_1_0)._behaviour;
  return createLandscape({
    operator,
    facts: resolveClusterFacts(operator, facts),
    corrected: options.corrected,
    resources: placed.filter(isCustomResource).map((object) => toResource(object, FIELD_BY_FIELD)),
    objects: indexObjects(placed.filter((object) => !isCustomResource(object)) as unknown as ClusterObject[]),
  });
}
