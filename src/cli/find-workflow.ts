import { Finding } from '../findings/finding';
import { list, listNearest, quote, suggest } from '../findings/words';
import { Landscape } from '../model/landscape';
import { WorkflowResource } from '../model/resource';
import { foundAt } from '../rules/found';

/** Which workflow is meant. */
export interface NamedWorkflow {
  readonly workflow: string;
  readonly namespace?: string;
}

/** The one workflow of a name, or why it is not found. */
export function findWorkflow(
  { workflows }: Landscape, { workflow: name, namespace }: NamedWorkflow, files: readonly string[],
): WorkflowResource | Finding {
  const inNamespace = workflows.filter(({ metadata }) => namespace === undefined || metadata.namespace === namespace);
  const [found, ...others] = inNamespace.filter(({ metadata }) => metadata.name === name);
  if (found && others.length === 0) return found;
  const problem = (words: Pick<Finding, 'given' | 'allowed' | 'fix'>): Finding => foundAt('SF-INPUT-WORKFLOW', { where: list(files) }, words);
  if (found) {
    return problem({
      given: `${quote(name)}, the name of ${others.length + 1} workflows`,
      allowed: `one of the namespaces ${list([found, ...others].map(({ metadata }) => metadata.namespace))}`,
      fix: 'add --namespace',
    });
  }
  const names = [...new Set(inNamespace.map(({ metadata }) => metadata.name))];
  return problem({
    given: `${quote(name)}, which is no workflow${namespace === undefined ? '' : ` in the namespace ${quote(namespace)}`}`,
    allowed: names.length === 0 ? 'the name of a workflow in the files, which have none' : listNearest(name, names),
    fix: suggest(name, names, 'name one of these'),
  });
}
