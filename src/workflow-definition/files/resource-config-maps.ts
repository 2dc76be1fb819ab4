import { ResourceFile } from './resource-file';
import { fileConfigMapName, folderConfigMapName } from './resource-names';
import { SonataFlowSpecResourcesConfigMaps } from '../../../imports/sonataflow.org';
import { list, quote } from '../../findings/words';
import { groupBy } from '../../json/group-by';
import { ValueProblem } from '../../rules/value-problem';
import type { WorkflowResources } from '../workflow-resources';

/** A ConfigMap that carries files. */
export interface ResourceConfigMap {
  readonly name: string;
  readonly data?: Record<string, string>;
  readonly binaryData?: Record<string, string>;
}

/** What the resources of one workflow become. */
export interface PlannedResources {
  readonly configMaps: readonly ResourceConfigMap[];
  /** `spec.resources.configMaps` */
  readonly entries: readonly SonataFlowSpecResourcesConfigMaps[];
  readonly problems: readonly ValueProblem[];
}

/**
 * A folder with more than this in its ConfigMap, in bytes of JSON, is divided. The API server takes four times as much, but
 * `kubectl apply` writes the object into an annotation once more, and refuses more than 262,144 bytes of it.
 */
export const LARGEST_FOLDER = 240_000;

/** One ConfigMap for each folder, or one for each file of a folder that is too large. In which order the resources come does not matter. */
export function planResources(workflowName: string, resources: readonly WorkflowResources[]): PlannedResources {
  const folders = groupBy(resources.flatMap(({ _files }) => _files), ({ folder }) => folder);
  const own = [...folders].flatMap(([folder, files]) => configMapsOf(workflowName, folder, files).map((configMap) => ({ folder, configMap })));
  const elsewhere = resources.flatMap(({ _configMaps }) => _configMaps);
  const places = [...own.map(({ folder, configMap: { name } }) => ({ folder, name })), ...elsewhere];
  return {
    configMaps: own.map(({ configMap }) => configMap).sort((a, b) => a.name < b.name ? -1 : 1),
    entries: sortedEntries(places),
    problems: conflicts(workflowName, resources.flatMap(({ _files }) => _files)),
  };
}

function configMapsOf(workflowName: string, folder: string, files: readonly ResourceFile[]): ResourceConfigMap[] {
  const together = configMapWith(folderConfigMapName(workflowName, folder), files);
  if (files.length === 1 || Buffer.byteLength(JSON.stringify(together)) <= LARGEST_FOLDER) return [together];
  return files.map((file) => configMapWith(fileConfigMapName(workflowName, folder, file.key), [file]));
}

function configMapWith(name: string, files: readonly ResourceFile[]): ResourceConfigMap {
  const data = files.flatMap(({ key, content }) => 'text' in content ? [[key, content.text]] : []);
  const binaryData = files.flatMap(({ key, content }) => 'base64' in content ? [[key, content.base64]] : []);
  return {
    name,
    ...data.length > 0 && { data: Object.fromEntries(data) },
    ...binaryData.length > 0 && { binaryData: Object.fromEntries(binaryData) },
  };
}

function sortedEntries(places: ReadonlyArray<{ readonly folder: string; readonly name: string }>): SonataFlowSpecResourcesConfigMaps[] {
  // Neither folders nor names have line breaks, which come before everything else.
  const distinct = new Map(places.map((place) => [`${place.folder}\n${place.name}`, place]));
  return [...distinct.keys()].sort().map((key) => {
    const { folder, name } = distinct.get(key)!;
    return { configMap: { name }, ...folder !== '' && { workflowPath: folder } };
  });
}

/** Two files of one name in a folder: one would hide the other. */
function conflicts(workflowName: string, files: readonly ResourceFile[]): ValueProblem[] {
  const rule = 'SF-RESOURCES-CONFLICT';
  const byPath = groupBy(files, ({ folder, key }) => folder === '' ? key : `${folder}/${key}`);
  return [...byPath.keys()].sort().flatMap((path) => {
    const same = byPath.get(path)!;
    const problems: ValueProblem[] = [];
    if (same.length > 1) {
      problems.push({
        rule,
        given: `${same.length} files at ${quote(path)}: ${list(same.map(({ where }) => where).sort())}`,
        allowed: 'one file of a name in a folder of the project',
        fix: 'leave out all but one, or give them different workflowPaths',
      });
    }
    if (path === 'application.properties' || path === `${workflowName}.sw.json`) {
      problems.push({
        rule,
        given: `a resource ${quote(path)} at the root of the project`,
        allowed: 'names that the operator does not use itself',
        fix: path === 'application.properties' ? 'give it as applicationProperties' : 'give it as definition',
      });
    }
    return problems;
  });
}
