import { WorkflowConstructProps } from './workflow-construct-props';
import { Finding } from '../../findings/finding';
import { FindingsError } from '../../findings/findings-error';
import { foundAt } from '../../rules/found';
import { PROFILE_ANNOTATION, WorkflowProfile } from '../../values/workflow-profile';
import { WorkflowDefinition } from '../../workflow-definition/workflow-definition';

/** The one definition that a workflow is given, be it in a project. */
export function givenDefinition(where: string, { definition, project }: WorkflowConstructProps): WorkflowDefinition {
  const given = project?.definition ?? definition;
  if (given !== undefined && !(project && definition)) return given;
  throw new FindingsError([foundAt('SF-FLOW-DEFINITION', { where }, {
    given: given === undefined ? 'neither a definition nor a project' : 'a definition and a project',
    allowed: 'one of the two: a project has its definition',
    fix: given === undefined ? 'give definition, or project' : 'leave one of them out',
  })]);
}

/** Metadata of the custom resource: what the definition says of itself, and what the user says of it. */
export function workflowMetadata(where: string, definition: WorkflowDefinition, { metadata = {}, profile }: WorkflowConstructProps) {
  const name = metadata.name ?? definition.id;
  if (name === undefined) throw new FindingsError([withoutName(where)]);
  return { ...metadata, name, annotations: { ...definition._annotations, ...profile && { [PROFILE_ANNOTATION]: profile }, ...metadata.annotations } };
}

/** What is said of the profile: a workflow of a project always says something. */
export function saidProfile({ profile, podTemplate, project }: WorkflowConstructProps): WorkflowProfile | undefined {
  return profile ?? (project && (podTemplate?.container?.image ? WorkflowProfile.GITOPS : WorkflowProfile.PREVIEW));
}

/** The image of a workflow holds its files: neither are they mounted, nor does the operator build with them. */
export function holdsItsFiles(annotations: Readonly<Record<string, string>>, { podTemplate }: WorkflowConstructProps): boolean {
  const { [PROFILE_ANNOTATION]: profile } = annotations;
  return profile === WorkflowProfile.GITOPS || (profile !== WorkflowProfile.DEV && Boolean(podTemplate?.container?.image));
}

function withoutName(where: string): Finding {
  return foundAt('SF-FLOW-DEFINITION', { where }, {
    path: ['id'],
    given: 'a definition without an id',
    allowed: 'an id, which names the custom resource',
    fix: 'add an id to the definition, or give metadata.name',
  });
}
