import { JsonObject } from '../../json/json';
import { PodTemplateSpec } from '../../model/resource';

/** The fields of a pod template of a custom resource that belong to the specification of its pods. */
export function podSpecOf(podTemplate: PodTemplateSpec): JsonObject {
  const { container: _container, replicas: _replicas, deploymentModel: _model, podDisruptionBudget: _budget, ...podSpec } = podTemplate;
  return podSpec as JsonObject;
}

/** The container goes in place of the one with its name, else to the end. */
export function withContainer(podSpec: JsonObject, container: JsonObject): JsonObject {
  const containers = (podSpec.containers ?? []) as JsonObject[];
  const place = containers.findIndex(({ name }) => name === container.name);
  const [before, after] = place < 0 ? [containers, []] : [containers.slice(0, place), containers.slice(place + 1)];
  return { ...podSpec, containers: [...before, container, ...after] };
}

/** The pull policy that the operator derives of an image: always, if the tag is `latest` or there is none; a port counts as a tag. */
export function imagePullPolicy(image: string): 'Always' | undefined {
  if (image === '') return undefined;
  const colon = image.lastIndexOf(':');
  return colon < 0 || image.slice(colon + 1) === 'latest' ? 'Always' : undefined;
}

/** A list with items put in: each takes the place of the first one of its name that was there, or goes to the end. */
export function putByName(list: readonly JsonObject[], items: readonly JsonObject[]): JsonObject[] {
  const result = [...list];
  const added: JsonObject[] = [];
  for (const item of items) {
    const place = result.findIndex(({ name }) => name === item.name);
    if (place < 0) added.push(item);
    else result[place] = item;
  }
  return [...result, ...added];
}
