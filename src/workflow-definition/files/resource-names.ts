import { createHash } from 'node:crypto';

/** The longest name of an object. */
const LONGEST = 253;

const PLAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const DIGEST = /^[0-9a-f]{8}$/;

/**
 * The name of the ConfigMap for a folder: `orders.resources.specs`. No workflow's name has a dot, so no other workflow has ConfigMaps of
 * these names.
 *
 * A path that cannot be a name as it is gets a digest of itself behind it; different paths never have one name.
 */
export function folderConfigMapName(workflowName: string, folder: string): string {
  return name(workflowName, folder === '' ? [] : folder.split('/'), `${folder}/`);
}

/** The name of the ConfigMap for one file of a folder that is too large for one ConfigMap. */
export function fileConfigMapName(workflowName: string, folder: string, key: string): string {
  const steps = [...folder === '' ? [] : folder.split('/'), key];
  return digested(workflowName, steps, steps.join('/'));
}

function name(workflowName: string, steps: readonly string[], path: string): string {
  const plain = [workflowName, 'resources', ...steps].join('.');
  // What looks like a digest gets one too, or it could be taken for that of another path.
  const isPlain = steps.every((step) => PLAIN.test(step)) && !DIGEST.test(steps.at(-1) ?? '') && plain.length <= LONGEST;
  return isPlain ? plain : digested(workflowName, steps, path);
}

function digested(workflowName: string, steps: readonly string[], path: string): string {
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 8);
  const head = `${workflowName}.resources`;
  const readable = steps.map((step) => step.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')).filter((step) => step !== '')
    .join('.').slice(0, LONGEST - head.length - digest.length - 2).replace(/[^a-z0-9]+$/, '');
  return [head, ...readable ? [readable] : [], digest].join('.');
}
