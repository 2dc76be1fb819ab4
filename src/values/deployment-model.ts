/** What makes the pods of a workflow. */
export enum DeploymentModel {
  /** A Deployment. */
  KUBERNETES = 'kubernetes',
  /** A Service of Knative Serving, which scales it by itself. */
  KNATIVE = 'knative',
}
