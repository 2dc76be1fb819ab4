import { Crd } from './structural-schema';
import { SchemaViolation } from './violation';
import { JsonObject, valueAt } from '../json/json';

/** The most replicas that the scale subresource can say. */
export const MOST_REPLICAS = 2 ** 31 - 1;

/** Replicas that the scale subresource cannot say; without one any number will do. */
export function scaleViolations(object: JsonObject, { replicasPath }: Crd): SchemaViolation[] {
  if (replicasPath === undefined) return [];
  const path = replicasPath.split('.').slice(1);
  const replicas = valueAt(object, path);
  return Number.isInteger(replicas) && (Number(replicas) < 0 || Number(replicas) > MOST_REPLICAS) ? [{ path, rule: 'replicas' }] : [];
}
