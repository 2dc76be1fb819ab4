import { isDeepStrictEqual } from 'node:util';
import { goForm } from '../../go/form';
import { FieldPath } from '../../json/field-path';
import { Json, JsonObject, valueAt } from '../../json/json';
import { asList, asObject } from '../../json/lenient';
import { podSpecOf } from '../../manifests/parts/pod-spec';
import { PodTemplateSpec } from '../../model/resource';

/** A pod that the operator makes, and the pod template that it is made of. */
export interface MadePod {
  readonly pod: JsonObject;
  /** Of the operator's own container. */
  readonly containerName: string;
  readonly podTemplate: PodTemplateSpec;
  /** Of the pod template. */
  readonly path: FieldPath;
}

/** Where in the custom resource something in a pod was said; the operator's own is nowhere there. */
export type PodOrigin = (path: FieldPath) => FieldPath | undefined;

/** Finds what the user said of a pod, through all that the operator does to it. */
export function podOrigin({ pod, containerName, podTemplate, path: templatePath }: MadePod): PodOrigin {
  const own = ownContainerIndex({ pod, containerName });
  const containers = goForm(podTemplate.container ?? {});
  const pods = goForm(podSpecOf(podTemplate));
  return (path) => {
    const isOwn = path[0] === 'containers' && path[1] === own && own >= 0;
    const found = isOwn ? said(asList(pod.containers)[own] as Json, containers, path.slice(2)) : said(pod, pods, path);
    return found && [...templatePath, ...isOwn ? ['container'] : [], ...found];
  };
}

/** The operator takes the place of the first container of its name. */
export function ownContainerIndex({ pod, containerName }: Pick<MadePod, 'pod' | 'containerName'>): number {
  return asList(pod.containers).findIndex((container) => asObject(container).name === containerName);
}

/** The same place in what the user said; what is missing in both is the user's to say. */
function said(made: Json, users: Json, path: FieldPath): FieldPath | undefined {
  const found: Array<string | number> = [];
  let [there, given]: [Json | undefined, Json | undefined] = [made, users];
  for (const step of path) {
    const place: string | number | undefined = typeof step === 'number' && Array.isArray(there) && Array.isArray(given) ? samePlace(there, given, step) : step;
    if (place === undefined) return undefined;
    there = there === undefined ? undefined : valueAt(there, [step]);
    given = given === undefined ? undefined : valueAt(given, [place]);
    if (given === undefined && there !== undefined) return undefined;
    found.push(place);
  }
  return found;
}

/** The operator puts entries of its own before or behind the user's, or in their place. */
function samePlace(made: readonly Json[], users: readonly Json[], index: number): number | undefined {
  const wanted = made[index];
  if (wanted === undefined) return undefined;
  const matches = (place: number) => place >= 0 && place < users.length && isDeepStrictEqual(users[place], wanted);
  return [index, index - (made.length - users.length)].find(matches) ?? firstIndex(users, wanted);
}

function firstIndex(list: readonly Json[], wanted: Json): number | undefined {
  const place = list.findIndex((item) => isDeepStrictEqual(item, wanted));
  return place < 0 ? undefined : place;
}
