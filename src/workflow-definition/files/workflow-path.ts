import { quote } from '../../findings/words';
import { throwIfAny } from '../../rules/value-problem';

/**
 * A folder of a workflow's project in one spelling: of `specs`, `/specs/` and `./specs` the operator mounts only the first.
 *
 * @throws SF-RESOURCES-PATH when it leaves the project
 */
export function cleanWorkflowPath(where: string, path: string): string {
  const steps = path.split('/').filter((step) => step !== '' && step !== '.');
  const rule = 'SF-RESOURCES-PATH';
  const allowed = 'a folder in the workflow\'s project such as "specs" or "schemas/v1"';
  throwIfAny(where, [
    steps.includes('..') ? { rule, given: `the workflowPath ${quote(path)}`, allowed, fix: 'give workflowPath without ".."' } : undefined,
    path.includes('\\') ? { rule, given: `the workflowPath ${quote(path)}`, allowed, fix: 'separate folders with "/"' } : undefined,
  ]);
  return steps.join('/');
}
