import { objectIdentity } from './inputs';
import { Side } from './side';
import { JsonObject } from '../json/json';
import { ClusterObject } from '../model/landscape';
import { makerOf } from '../model/made-objects';

/** Two sides that know the same of the cluster, as far as it is none of what files say. */
export function comparableSides(before: Side, after: Side): [Side, Side] {
  const [left, right] = [withoutMade(before), withoutMade(after)];
  return [withKnowledgeOf(left, right), withKnowledgeOf(right, left)];
}

/** Without what the operator made there before, as a dump of a cluster holds it: that is what it makes, not what it finds. */
function withoutMade(side: Side): Side {
  const makers = new Set(side.resources.map(({ kind, metadata: { namespace, name } }) => JSON.stringify([kind, namespace, name])));
  const isMade = (object: ClusterObject) => {
    const maker = makerOf(object as unknown as JsonObject);
    return maker !== undefined && makers.has(JSON.stringify([maker.kind, object.metadata.namespace, maker.name]));
  };
  return { ...side, objects: side.objects.filter((object) => !isMade(object)) };
}

/** A Secret that files leave to others is there all the same, and the status of an object is that of the one in the cluster. */
function withKnowledgeOf({ objects, ...side }: Side, other: Side): Side {
  const known = new Map(other.objects.map((object) => [objectIdentity(object), object]));
  const own = new Set(objects.map(objectIdentity));
  const withStatus = (object: ClusterObject) => {
    const status = object.status ?? known.get(objectIdentity(object))?.status;
    return status === object.status ? object : { ...object, status };
  };
  return { ...side, objects: [...objects.map(withStatus), ...other.objects.filter((object) => object.kind === 'Secret' && !own.has(objectIdentity(object)))] };
}
