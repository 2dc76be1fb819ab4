import { basename, posix } from 'node:path';
import * as kplus from 'cdk8s-plus-28';
import { filesBelow } from './files/files-below';
import { readInputFile } from './files/input-file';
import { resourceFile, ResourceFile } from './files/resource-file';
import { cleanWorkflowPath } from './files/workflow-path';
import { collect } from '../findings/collect';
import { throwIfAny } from '../rules/value-problem';
import { givenProblem } from '../values/given';

/** Where resources are in the workflow's project. */
export interface WorkflowResourcesOptions {
  /**
   * Folder in the workflow's project, relative to its root, such as `specs`; functions and states name files with it: `specs/payments.yaml#pay`.
   * @default - the root of the project; for `fromDirectory` a folder of the directory's own name
   */
  readonly workflowPath?: string;
}

/**
 * Files that a workflow's definition refers to, or that are built into its image with it: OpenAPI and AsyncAPI documents, schemas, subflows.
 * They travel in ConfigMaps with names that follow from the workflow and the folder, so the name stays when a file changes.
 *
 * The operator takes them in the profiles dev and preview. An image that is built elsewhere (gitops) has to contain them already.
 *
 * @example
 * new WorkflowConstruct(platform, 'Orders', {
 *   definition: WorkflowDefinition.fromFile('workflows/orders.sw.yaml'),
 *   resources: [WorkflowResources.fromDirectory('specs')],
 * });
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/referencing-resource-files.html
 */
export class WorkflowResources {
  /**
   * Reads a file; its name stays.
   *
   * @param path relative to the working directory
   * @throws SF-INPUT-FILE when it cannot be read, SF-RESOURCES-KEY when a ConfigMap refuses its name, SF-RESOURCES-SIZE when it is too large
   * for a ConfigMap, SF-RESOURCES-PATH when `workflowPath` leaves the project
   * @example
   * WorkflowResources.fromFile('api/inventory.yaml', { workflowPath: 'specs' });
   */
  public static fromFile(path: string, options: WorkflowResourcesOptions = {}): WorkflowResources {
    throwIfAny('WorkflowResources.fromFile', [givenProblem('options', options, OPTIONS)]);
    const folder = cleanWorkflowPath('WorkflowResources.fromFile', options.workflowPath ?? '');
    const content = readInputFile(path, 'a file');
    return new WorkflowResources([resourceFile(path, folder, basename(path), content)]);
  }

  /**
   * Reads all files of a directory and of the directories in it; those whose names begin with a dot are left out.
   * `workflowPath: ''` puts them into the root of the project, where subflows belong.
   *
   * @param path relative to the working directory
   * @throws SF-INPUT-FILE when something in it cannot be read or there is no file, SF-RESOURCES-KEY when a ConfigMap refuses the name of a
   * file, SF-RESOURCES-SIZE when one is too large for a ConfigMap, SF-RESOURCES-PATH when `workflowPath` leaves the project
   * @example
   * WorkflowResources.fromDirectory('workflows/subflows', { workflowPath: '' });
   */
  public static fromDirectory(path: string, options: WorkflowResourcesOptions = {}): WorkflowResources {
    throwIfAny('WorkflowResources.fromDirectory', [givenProblem('the path', path, 'text'), givenProblem('options', options, OPTIONS)]);
    const root = cleanWorkflowPath('WorkflowResources.fromDirectory', options.workflowPath ?? basename(path));
    return new WorkflowResources(collect(filesBelow(path), (file) => {
      const where = posix.join(path, file);
      const folder = cleanWorkflowPath(where, posix.join(root, posix.dirname(file)));
      return resourceFile(where, folder, basename(file), readInputFile(where, 'a file'));
    }));
  }

  /**
   * Takes the text of a file.
   *
   * @throws SF-RESOURCES-KEY when a ConfigMap refuses the name, SF-RESOURCES-SIZE when the text is too large for a ConfigMap,
   * SF-RESOURCES-PATH when `workflowPath` leaves the project
   * @example
   * WorkflowResources.fromString('order.json', '{ "type": "object" }', { workflowPath: 'schemas' });
   */
  public static fromString(fileName: string, text: string, options: WorkflowResourcesOptions = {}): WorkflowResources {
    const where = 'WorkflowResources.fromString';
    throwIfAny(where, [givenProblem('the name of the file', fileName, 'knownText'), givenProblem('the text', text, 'knownText'), givenProblem('options', options, OPTIONS)]);
    return new WorkflowResources([resourceFile(where, cleanWorkflowPath(where, options.workflowPath ?? ''), fileName, Buffer.from(text))]);
  }

  /**
   * All files of a ConfigMap that is written elsewhere. It has to be in the workflow's namespace.
   *
   * @throws SF-RESOURCES-PATH when `workflowPath` leaves the project
   * @example
   * WorkflowResources.fromConfigMap(kplus.ConfigMap.fromConfigMapName(chart, 'Specs', 'shared-specs'), { workflowPath: 'specs' });
   */
  public static fromConfigMap(configMap: kplus.IConfigMap, options: WorkflowResourcesOptions = {}): WorkflowResources {
    throwIfAny('WorkflowResources.fromConfigMap', [givenProblem('the ConfigMap', configMap, 'construct'), givenProblem('options', options, OPTIONS)]);
    const folder = cleanWorkflowPath('WorkflowResources.fromConfigMap', options.workflowPath ?? '');
    return new WorkflowResources([], [{ name: configMap.name, folder }]);
  }

  private constructor(
    /** @internal */
    public readonly _files: readonly ResourceFile[],
    /** @internal */
    public readonly _configMaps: ReadonlyArray<{ readonly name: string; readonly folder: string }> = [],
  ) { }

  /**
   * Without the files that it brings itself.
   * @internal
   */
  public get _references(): WorkflowResources {
    return new WorkflowResources([], this._configMaps);
  }
}

const OPTIONS = { fields: { workflowPath: 'text' } } as const;
