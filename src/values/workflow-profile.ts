/** Says which profile a workflow has. */
export const PROFILE_ANNOTATION = 'sonataflow.org/profile';

/**
 * How the operator deploys a workflow.
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/deployment-profile.html
 */
export enum WorkflowProfile {
  /** Runs the definition as it is in a development image; no database, no supporting services. */
  DEV = 'dev',
  /** The operator builds the image in the cluster. */
  PREVIEW = 'preview',
  /** The image was built elsewhere and is named in the pod template. */
  GITOPS = 'gitops',
}
