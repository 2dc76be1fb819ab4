import { PodTemplateSpec } from '../model/resource';
import { JsonObject } from '../values/json';

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
