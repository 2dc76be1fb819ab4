import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SourceProject } from '../../convert/conversion';
import { filesBelow } from '../../workflow-definition/files/files-below';
import { WorkflowProject } from '../../workflow-definition/workflow-project';

const FILES = /^(?:[^/]+\.sw\.(?:ya?ml|json)|application\.properties|(?:schemas|specs|subflows)\/.+)$/;
export const SECRET_PROPERTIES = 'secret.properties';

/**
 * The files of a directory of `kn workflow`, byte for byte; of secret properties only the names.
 *
 * @throws what `WorkflowProject.fromDirectory` throws
 */
export function readProject(directory: string): SourceProject {
  const project = WorkflowProject.fromDirectory(directory);
  const files = filesBelow(directory).filter((path) => FILES.test(path)).map((path) => [path, readFileSync(join(directory, path))] as const);
  const names = project._secretProperties.map(({ said }) => `${escaped(said)}=\n`);
  const secrets = names.length === 0 ? [] : [[SECRET_PROPERTIES, `# The values are in the Secret; these are the names.\n${names.join('')}`] as const];
  return { id: project.definition.id ?? basename(directory), files: [...files, ...secrets] };
}

function escaped(name: string): string {
  return name.replace(/[\\ :=#!\t]/g, '\\$&');
}
