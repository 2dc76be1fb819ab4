import { CaseObject } from './case-charts';
import { JsonObject } from '../../src/json/json';
import { asObject } from '../../src/json/lenient';

interface Pod {
  readonly volumes?: readonly JsonObject[];
  readonly containers: ReadonlyArray<{ readonly volumeMounts?: ReadonlyArray<{ readonly name: string; readonly mountPath: string }> }>;
}

/** Volumes of `resources.configMaps`; the operator derives the name from the spelling of the path. */
const isResource = (name: unknown) => /^res-/.test(String(name));

/**
 * The mounts of resources by path, each with what is mounted there: a workflow's resources are sorted and their paths have one spelling,
 * so their order and the names of their volumes may differ from what was written by hand.
 */
export function withResourcesByPath(object: CaseObject): unknown {
  const { template } = asObject(object.spec);
  if (!template) return object;
  const pod = asObject(template).spec as unknown as Pod;
  const { volumes = [], containers } = pod;
  const sourceOf = (name: string) => ({ ...volumes.find((volume) => volume.name === name), name: undefined });
  const byPath = containers.map(({ volumeMounts = [], ...container }) => ({
    ...container,
    volumeMounts: [
      ...volumeMounts.filter(({ name }) => !isResource(name)),
      ...volumeMounts.filter(({ name }) => isResource(name)).map(({ name, ...mount }) => ({ ...mount, source: sourceOf(name) }))
        .sort((a, b) => a.mountPath < b.mountPath ? -1 : 1),
    ],
  }));
  const spec = { ...pod, containers: byPath, volumes: volumes.filter(({ name }) => !isResource(name)) };
  return { ...object, spec: { ...object.spec, template: { ...asObject(template), spec } } };
}
