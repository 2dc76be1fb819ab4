import { ObjectChange } from './change';
import { comparable } from './live-form';
import { compareObjects, identityOf, nameOf } from './objects';
import { OwnedManifests } from './side';
import { JsonObject } from '../json/json';
import { objectInPlace } from '../manifests/parts/adoption';
import { Manifest } from '../manifests/parts/manifest';
import { Landscape } from '../model/landscape';

/** A cluster with all that the operator makes in it. */
export interface Rendered {
  readonly landscape: Landscape;
  readonly rendering: readonly OwnedManifests[];
}

/** What differs between two clusters when the operator has been there: an object that it leaves as it found it is there, too. */
export function compareRendered(before: Rendered, after: Rendered): ObjectChange[] {
  const [old, young] = [madeIn(before), madeIn(after)];
  const [left, right] = [new Map(old), new Map(young)];
  for (const [identity, made] of old) if (!young.has(identity)) setInPlace(after.landscape, identity, made, { own: left, other: right });
  for (const [identity, made] of young) if (!old.has(identity)) setInPlace(before.landscape, identity, made, { own: right, other: left });
  return compareObjects([...left.values()], [...right.values()]);
}

function madeIn({ rendering }: Rendered): ReadonlyMap<string, JsonObject> {
  return new Map(rendering.flatMap(({ manifests }) => manifests).map((manifest) => [identityOf(nameOf(manifest)), manifest]));
}

/** Its labels are those of whoever wrote it, and mean nothing to the operator. */
function setInPlace(
  landscape: Landscape, identity: string, made: JsonObject, { own, other }: Readonly<Record<'own' | 'other', Map<string, JsonObject>>>,
): void {
  const inPlace = objectInPlace(landscape, made as Manifest);
  if (!inPlace) return;
  const { expected, live } = comparable({ ...inPlace, metadata: made.metadata ?? {} }, made);
  own.set(identity, expected);
  other.set(identity, live);
}
