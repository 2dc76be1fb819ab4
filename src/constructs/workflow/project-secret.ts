import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { WorkflowProject } from '../../workflow-definition/workflow-project';

/**
 * The secret properties of a project, by name, and the Secret that has them, as a child of the workflow if it is to be written.
 *
 * @param workflow the custom resource, which comes after the Secret: its pods would not start without it
 */
export function projectSecretProperties(owner: Construct, workflow: ApiObject, project: WorkflowProject): Array<[string, kplus.SecretValue]> {
  const { _secretProperties: properties, secretName = `${workflow.name}-secrets`, emitSecret } = project;
  if (properties.length === 0) return [];
  const secret = kplus.Secret.fromSecretName(owner, 'SecretProperties', secretName);
  if (emitSecret) {
    const stringData = Object.fromEntries(properties.map(({ key, value }) => [key, value]));
    const metadata = { name: secretName, namespace: workflow.metadata.namespace };
    workflow.addDependency(new ApiObject(owner, 'Secret', { apiVersion: 'v1', kind: 'Secret', metadata, type: 'Opaque', stringData }));
  }
  return properties.flatMap(({ names, key }) => names.map((name): [string, kplus.SecretValue] => [name, { secret, key }]));
}
