import { WorkflowConstructProps } from './workflow-construct-props';
import { Finding } from '../../findings/finding';
import { FindingsError } from '../../findings/findings-error';
import { foundAt } from '../../rules/found';
import { PROFILE_ANNOTATION } from '../../values/workflow-profile';

/** Metadata of the custom resource: what the definition says of itself, and what the user says of it. */
export function workflowMetadata(where: string, { definition, metadata = {}, profile }: WorkflowConstructProps) {
  const name = metadata.name ?? definition.id;
  if (name === undefined) throw new FindingsError([withoutName(where)]);
  return { ...metadata, name, annotations: { ...definition._annotations, ...profile && { [PROFILE_ANNOTATION]: profile }, ...metadata.annotations } };
}

function withoutName(where: string): Finding {
  return foundAt('SF-FLOW-DEFINITION', { where }, {
    path: ['id'],
    given: 'a definition without an id',
    allowed: 'an id, which names the custom resource',
    fix: 'add an id to the definition, or give metadata.name',
  });
}
