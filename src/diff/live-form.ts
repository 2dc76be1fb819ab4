import { isDeepStrictEqual } from 'node:util';
import { isEmpty, isFilledIn, SINK_VARIABLES } from './live-defaults';
import { tellsApart } from './values';
import { goForm } from '../go/form';
import { isJsonObject, Json, JsonObject } from '../json/json';
import { asList, asObject, asText } from '../json/lenient';
import { groupOf } from '../kubernetes/kinds';

/** A live object without what the API server and controllers wrote into it, and what else was put in. */
export interface LiveForm {
  readonly live: JsonObject;
  readonly expected: JsonObject;
  /** Names of containers that something injected. */
  readonly injected: readonly string[];
}

/** A live object and the one that it should be, in a form in which they can be compared. */
export function comparable(live: JsonObject, expected: JsonObject): LiveForm {
  const kind = `${asText(expected.kind)}.${groupOf(asText(expected.apiVersion))}`;
  const wanted = withoutEmpty(canonical(expected)) as JsonObject;
  const found = withoutInjected(canonical(live), wanted);
  return {
    live: withoutFilled(kind, found.object, wanted, []) as JsonObject,
    expected: isImageSetByTrigger(expected) ? withImageOf(found.object, wanted) : wanted,
    injected: found.injected,
  };
}

/** Quantities as Kubernetes writes them. */
function canonical(object: JsonObject): JsonObject {
  const { spec } = object;
  if (!isJsonObject(spec) || !isJsonObject(spec.template) || !isJsonObject(spec.template.spec)) return object;
  return { ...object, spec: { ...spec, template: { ...spec.template, spec: goForm(spec.template.spec) } } };
}

function withoutEmpty(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([field, child]) => [field, withoutEmpty(child)] as const)
    .filter(([field, child]) => !isEmpty(child) || child === '' || field === 'emptyDir'));
}

function withoutFilled(kind: string, live: Json, expected: Json | undefined, path: readonly string[]): Json {
  if (Array.isArray(live)) return withoutFilledItems(kind, live, Array.isArray(expected) ? expected : [], path);
  if (!isJsonObject(live)) return live;
  const wanted = asObject(expected);
  return Object.fromEntries(Object.entries(live).flatMap(([field, value]): Array<[string, Json]> => {
    const here = [...path, field];
    if (!Object.hasOwn(wanted, field)) {
      if (isFilledIn(kind, here, value)) return [];
      const rest = withoutFilled(kind, value, undefined, here);
      return isJsonObject(rest) && isEmpty(rest) ? [] : [[field, rest]];
    }
    return [[field, withoutFilled(kind, value, wanted[field], here)]];
  }));
}

function withoutFilledItems(kind: string, live: readonly Json[], expected: readonly Json[], path: readonly string[]): Json[] {
  const here = [...path, '[]'];
  if (!tellsApart('name', live) || !tellsApart('name', expected)) return live.map((item, i) => withoutFilled(kind, item, expected[i], here));
  const wanted = new Map(expected.map((item) => [asObject(item).name, item]));
  return live.filter((item) => {
    const { name } = asObject(item);
    return wanted.has(name) || !(path.at(-1) === 'env' && SINK_VARIABLES.includes(asText(name)));
  }).map((item) => withoutFilled(kind, item, wanted.get(asObject(item).name), here));
}

/** Containers that nobody wanted were injected, and so were the volumes that only they mount. */
function withoutInjected(live: JsonObject, expected: JsonObject): { object: JsonObject; injected: string[] } {
  const [pod, wanted] = [live, expected].map((object) => asObject(asObject(asObject(object.spec).template).spec)) as [JsonObject, JsonObject];
  const namesOf = (list: unknown) => asList(list).map((item) => asText(asObject(item).name));
  const injectedIn = (list: string) => namesOf(pod[list]).filter((name) => !namesOf(wanted[list]).includes(name));
  const injected = ['containers', 'initContainers'].flatMap(injectedIn);
  if (injected.length === 0) return { object: live, injected };
  const kept = (list: string) => (asList(pod[list]) as JsonObject[]).filter(({ name }) => !injected.includes(asText(name)));
  const volumes = (asList(pod.volumes) as JsonObject[]).filter(({ name }) => namesOf(wanted.volumes).includes(asText(name)));
  const cleaned = { ...pod, containers: kept('containers'), ...pod.initContainers !== undefined && { initContainers: kept('initContainers') }, volumes };
  const spec = asObject(live.spec);
  return { object: { ...live, spec: { ...spec, template: { ...asObject(spec.template), spec: cleaned } } }, injected };
}

/** On OpenShift the image that was built last is put in. */
function isImageSetByTrigger({ metadata }: JsonObject): boolean {
  return Object.hasOwn(asObject(asObject(metadata).annotations), 'image.openshift.io/triggers');
}

function withImageOf(live: JsonObject, expected: JsonObject): JsonObject {
  const containersOf = (object: JsonObject) => asList(asObject(asObject(asObject(object.spec).template).spec).containers) as JsonObject[];
  const images = new Map(containersOf(live).map(({ name, image }) => [name, image]));
  const containers = containersOf(expected).map((container) => {
    const image = images.get(container.name);
    return image === undefined || isDeepStrictEqual(image, container.image) ? container : { ...container, image };
  });
  const spec = asObject(expected.spec);
  const template = asObject(spec.template);
  return { ...expected, spec: { ...spec, template: { ...template, spec: { ...asObject(template.spec), containers } } } };
}
