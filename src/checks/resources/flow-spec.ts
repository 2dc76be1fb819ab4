import { quote, suggest } from '../../findings/words';
import { asObject } from '../../json/lenient';
import { Flow } from '../../model/resource';
import { Violation } from '../../rules/found';
import { WorkflowProfile } from '../../values/workflow-profile';
import { DefinitionFiles } from '../../workflow-definition/files/definition-files';
import { NeededFile, neededFiles } from '../../workflow-definition/files/needed-files';
import { Check, WorkflowSubject } from '../check';

/**
 * The operator builds the workflow with the ConfigMaps of spec.resources alone; without the file the build fails. So does one elsewhere whose files
 * are known.
 */
export const flowSpec: Check<WorkflowSubject> = {
  rule: 'SF-FLOW-SPEC',
  check: ({ landscape, workflow, imageFiles, resource: { spec: { flow, resources } } }) => {
    if (workflow.profile === WorkflowProfile.GITOPS) return imageFiles ? missingInImage(flow, imageFiles) : [];
    const folders = (resources?.configMaps ?? []).map(({ configMap, workflowPath = '' }) => {
      const known = landscape.object('ConfigMap', workflow.namespace, configMap.name);
      return { path: cleanPath(workflowPath), files: known && [...Object.keys(asObject(known.data)), ...Object.keys(asObject(known.binaryData))] };
    });
    // A ConfigMap that nobody showed is taken to have what is looked for.
    const provides = (name: string) => {
      const [file = '', ...parents] = cleanPath(name).split('/').reverse();
      const folder = parents.reverse().join('/');
      return folders.some(({ path, files }) => path === folder && (!files || files.includes(file)));
    };
    const hasFlows = folders.some(({ files }) => !files || files.some((file) => /\.sw\.(json|ya?ml)$/.test(file)));
    return neededFiles(flow).filter(({ name, subflow }) => subflow ? !hasFlows : !provides(name)).map(({ name, path, subflow }) => ({
      path: ['spec', 'flow', ...path],
      given: subflow ? `the subflow ${quote(name)}` : quote(name),
      allowed: `${subflow ? 'a workflow' : 'a file'} that a ConfigMap of spec.resources.configMaps has`,
      fix: subflow ? 'add a ConfigMap with its .sw.json or .sw.yaml' : 'add a ConfigMap with the file, and its folder as workflowPath',
    }));
  },
};

function missingInImage(flow: Flow, files: DefinitionFiles): Violation[] {
  const hasFlows = files.paths.some((path) => /\.sw\.(json|ya?ml)$/.test(path));
  const isMissing = ({ name, subflow }: NeededFile) => subflow ? !hasFlows : !files.paths.includes(cleanPath(name));
  return neededFiles(flow).filter(isMissing).map(({ name, path, subflow }) => ({
    path: ['spec', 'flow', ...path],
    given: subflow ? `the subflow ${quote(name)}` : quote(name),
    allowed: `${subflow ? 'a workflow' : 'a file'} of the project`,
    fix: subflow ? 'add its .sw.json or .sw.yaml to subflows' : suggest(cleanPath(name), files.paths, 'add the file'),
  }));
}

function cleanPath(path: string): string {
  return path.split('/').filter((part) => part !== '' && part !== '.').join('/');
}
