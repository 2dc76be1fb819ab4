import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { USER_PROPERTIES_FILE, userConfigMapName } from '../../model/workflow';
import { ApplicationProperties } from '../../workflow-definition/application-properties';

/**
 * The ConfigMap of a workflow's own properties, as its child.
 *
 * @param workflow the custom resource, which comes after it: the operator would begin with empty properties, and roll out once more when
 * they come
 */
export function propertiesConfigMap(owner: Construct, workflow: ApiObject, { text }: ApplicationProperties): ApiObject {
  const configMap = new ApiObject(owner, 'ApplicationProperties', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: userConfigMapName(workflow.name), namespace: workflow.metadata.namespace },
    data: { [USER_PROPERTIES_FILE]: text },
  });
  workflow.addDependency(configMap);
  return configMap;
}
