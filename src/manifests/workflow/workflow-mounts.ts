import { posix } from 'node:path';
import { WORKFLOW_CONTAINER } from './workflow-container';
import { Failure, isFailure } from '../../json/failure';
import { JsonObject } from '../../json/json';
import { asList } from '../../json/lenient';
import { safeDns1035 } from '../../model/names';
import { USER_PROPERTIES_FILE, WorkflowModel } from '../../model/workflow';
import { WorkflowProfile } from '../../values/workflow-profile';
import { putByName } from '../parts/pod-spec';

const CONFIGURATION = { name: 'workflow-properties', mountPath: '/deployments/config' };
const RESOURCES = { name: 'resources', mountPath: '/home/kogito/serverless-workflow-project/src/main/resources' };

/** What is added to a pod so that the container finds its configuration. */
export interface Mounts {
  readonly volumes: readonly JsonObject[];
  readonly mounts: readonly JsonObject[];
}

/**
 * The configuration of a workflow; it cannot be mounted where no volume can be named after a folder.
 *
 * @see operator-behaviour 4.8, 4.11
 */
export function configurationMounts(workflow: WorkflowModel): Mounts | Failure {
  return workflow.profile === WorkflowProfile.DEV ? sourceMounts(workflow) : propertiesMount(workflow);
}

/** A pod with mounts, which take the places of others of their names. */
export function withMounts(pod: JsonObject, { volumes, mounts }: Mounts): JsonObject {
  const containers = asList(pod.containers) as JsonObject[];
  // Of several of the name the first one is the workflow's.
  const place = containers.findIndex(({ name }) => name === WORKFLOW_CONTAINER);
  return {
    ...pod,
    volumes: putByName(asList(pod.volumes) as JsonObject[], volumes),
    containers: containers.map((container, i) => i !== place ? container : {
      ...container,
      volumeMounts: putByName(asList(container.volumeMounts) as JsonObject[], mounts),
    }),
  };
}

function propertiesMount(workflow: WorkflowModel): Mounts {
  const { name, mountPath } = CONFIGURATION;
  return {
    volumes: [projectedVolume(name, propertiesFiles(workflow))],
    mounts: [{ name, mountPath, readOnly: true }],
  };
}

/** In development the definition and its resources are sources of the project in the image. */
function sourceMounts(workflow: WorkflowModel): Mounts | Failure {
  const root = new Map([...propertiesFiles(workflow), [workflow.name, undefined]]);
  const folders = new Map<string, string[]>();
  const mounts = new Map([[RESOURCES.mountPath, { name: RESOURCES.name, mountPath: RESOURCES.mountPath, readOnly: true } as JsonObject]]);
  for (const { configMap, workflowPath } of workflow.resource.spec.resources?.configMaps ?? []) {
    if (!workflowPath) {
      root.set(configMap.name, undefined);
      continue;
    }
    const name = safeDns1035('res-', workflowPath);
    if (isFailure(name)) return name;
    folders.set(name, [...folders.get(name) ?? [], configMap.name]);
    const mountPath = posix.join(RESOURCES.mountPath, workflowPath).replace(/(?<=.)\/$/, '');
    if (!mounts.has(mountPath)) mounts.set(mountPath, { name, mountPath });
  }
  return {
    volumes: [
      projectedVolume(RESOURCES.name, root),
      ...[...folders].map(([name, configMaps]) => projectedVolume(name, configMaps.map((configMap) => [configMap, undefined]))),
    ],
    mounts: [...mounts.values()],
  };
}

/** A ConfigMap with the one key of it that is taken, or with all of them. */
type Source = readonly [configMap: string, key: string | undefined];

function propertiesFiles({ userConfigMapName, managedConfigMapName, managedFileName }: WorkflowModel): Source[] {
  return [[userConfigMapName, USER_PROPERTIES_FILE], [managedConfigMapName, managedFileName]];
}

function projectedVolume(name: string, sources: Iterable<Source>): JsonObject {
  return {
    name,
    projected: {
      sources: [...sources].map(([configMap, key]) => ({
        configMap: { name: configMap, ...key !== undefined && { items: [{ key, path: key }] } },
      })),
    },
  };
}
