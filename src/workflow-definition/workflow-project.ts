import { existsSync, readdirSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { ApplicationProperties } from './application-properties';
import { DefinitionFiles } from './files/definition-files';
import { errorCode, inputFileFinding } from './files/input-file';
import { SecretProperty, secretProperties } from './secret-properties';
import { WorkflowDefinition } from './workflow-definition';
import { WorkflowResources } from './workflow-resources';
import { FindingsError } from '../findings/findings-error';
import { list } from '../findings/words';
import { throwIfAny } from '../rules/value-problem';
import { givenProblem } from '../values/given';
import { objectNameProblem } from '../values/name-rules';

/** What becomes of the `secret.properties` of a project. */
export interface WorkflowProjectOptions {
  /**
   * Name of the Secret with the values of `secret.properties`, in the namespace of the workflow.
   * @default - `<workflow>-secrets`
   */
  readonly secretName?: string;

  /**
   * Whether the Secret is written too, with the values of `secret.properties` in plain text. Else it has to be there already; its keys are the
   * names of the properties, with `_` in place of what no key can have.
   * @default false
   */
  readonly emitSecret?: boolean;
}

/** Folders of a project whose files go along with the definition. */
const FOLDERS = ['schemas', 'specs', 'subflows'] as const;

const ALLOWED = 'a directory with one .sw.yaml, .sw.yml or .sw.json';

/**
 * A directory as `kn workflow` has it: a definition (`*.sw.yaml` or `*.sw.json`), and beside it, where they are needed, `application.properties`,
 * `secret.properties`, and the folders `specs`, `schemas` and `subflows`.
 *
 * What `kn workflow gen-manifest` makes of it, a `WorkflowConstruct` makes of it too, with these differences: the profile is always said; the
 * names of ConfigMaps follow from the folders, and stay when one comes in between; values of `secret.properties` are references to a Secret,
 * which is only written when that is asked for; a property such as `%prod.acme.token` gets a key that Kubernetes takes; labels are left to
 * the operator. Where the image holds the files (gitops), they are looked at by the checks and not written.
 *
 * @example
 * new WorkflowConstruct(platform, 'Greet', { project: WorkflowProject.fromDirectory('workflows/greet') });
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/developing-workflows.html
 */
export class WorkflowProject {
  /**
   * Reads a directory. Hidden files are left out, and so is all that no folder of a project has.
   *
   * @param path relative to the working directory
   * @throws SF-INPUT-FILE when something in it cannot be read, or when it has no definition or several; SF-FLOW-DEFINITION and SF-INPUT-YAML
   * for a definition that is none; SF-RESOURCES-KEY, SF-RESOURCES-SIZE for files that no ConfigMap holds; SF-PROP-KEY for secret properties
   * that would share a key; SF-NAME for the name of the Secret
   * @example
   * WorkflowProject.fromDirectory('workflows/greet', { emitSecret: true });
   */
  public static fromDirectory(path: string, options: WorkflowProjectOptions = {}): WorkflowProject {
    throwIfAny('WorkflowProject.fromDirectory', [
      givenProblem('the path', path, 'text'), givenProblem('options', options, { fields: { secretName: 'text', emitSecret: 'flag' } }),
    ]);
    if (options.secretName !== undefined) throwIfAny('WorkflowProject.fromDirectory', [objectNameProblem('Secret of the project', options.secretName)]);
    return new WorkflowProject(path, options);
  }

  /** What the workflow does. */
  public readonly definition: WorkflowDefinition;

  /** What `application.properties` says, if it is there. */
  public readonly applicationProperties?: ApplicationProperties;

  /** The files of `schemas`, `specs` and `subflows`, each folder under its own name. */
  public readonly resources: WorkflowResources[];

  /** Names of the properties in `secret.properties`, one for each profile that a property is for. */
  public readonly secretPropertyNames: string[];

  /** Name of the Secret with their values, if it is not that of the workflow. */
  public readonly secretName?: string;

  /** Whether the Secret is written. */
  public readonly emitSecret: boolean;

  /** @internal */
  public readonly _secretProperties: readonly SecretProperty[];

  private constructor(path: string, { secretName, emitSecret = false }: WorkflowProjectOptions) {
    const file = (name: string) => posix.join(path, name);
    const isThere = (name: string) => existsSync(file(name));
    this.definition = WorkflowDefinition.fromFile(file(definitionFile(path)));
    this.applicationProperties = isThere('application.properties') ? ApplicationProperties.fromFile(file('application.properties')) : undefined;
    this.resources = FOLDERS.filter((folder) => hasFiles(file(folder))).map((folder) => WorkflowResources.fromDirectory(file(folder)));
    this._secretProperties = isThere('secret.properties')
      ? secretProperties(ApplicationProperties.fromFile(file('secret.properties')).text, file('secret.properties')) : [];
    this.secretPropertyNames = this._secretProperties.flatMap(({ names }) => names);
    this.secretName = secretName;
    this.emitSecret = emitSecret;
  }

  /**
   * What is beside the definition.
   * @internal
   */
  public get _files(): DefinitionFiles {
    const texts = new Map(this.resources.flatMap(({ _files }) => _files)
      .map(({ folder, key, content }) => [`${folder}/${key}`, 'text' in content ? content.text : '']));
    return { paths: [...texts.keys()], read: (path) => texts.get(path) };
  }
}

function definitionFile(path: string): string {
  const [first, ...others] = namesIn(path).filter((name) => /\.sw\.(?:ya?ml|json)$/.test(name)).sort();
  if (first !== undefined && others.length === 0) return first;
  const given = first === undefined ? 'a directory without a definition' : `a directory with ${others.length + 1} definitions: ${list([first, ...others])}`;
  const fix = first === undefined ? 'correct the path, or add the definition' : 'put those that others call into subflows, and the rest into directories of their own';
  throw new FindingsError([inputFileFinding(path, given, ALLOWED, fix)]);
}

function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    throw new FindingsError([inputFileFinding(path, `a directory that cannot be read (${errorCode(error)})`, ALLOWED)]);
  }
}

/** A folder may be empty, as `kn workflow create` leaves it; what else may be wrong with it says whoever reads it. */
function hasFiles(folder: string): boolean {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return false;
  return namesIn(folder).some((name) => !name.startsWith('.'));
}
