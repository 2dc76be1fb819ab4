import { AppObjects } from '../app-objects';
import { consideredFindings } from './considered-findings';
import { clusterPlatformChecks, platformChecks, workflowChecks } from './construct-findings';
import { schemaFindings } from '../../../checks/schema-findings';
import { Finding } from '../../../findings/finding';
import { landscapeOf } from '../landscape-of';
import { IncludedClusterPlatform, IncludedPlatform, IncludedWorkflow } from '../objects/included-resource';

/** All that is noticed about a custom resource that somebody else put into the app: it is judged as a file would be. */
export function includedFindings(included: IncludedPlatform | IncludedWorkflow | IncludedClusterPlatform, objects: AppObjects): Finding[] {
  const { problems, resource } = included._judged;
  const findings = [...schemaFindings(problems, resource.origin), ...resource.refused ? [] : checked(included, objects)];
  return consideredFindings(included, findings, { isWritten: true });
}

function checked(included: IncludedPlatform | IncludedWorkflow | IncludedClusterPlatform, objects: AppObjects): Finding[] {
  if (included instanceof IncludedPlatform) return platformChecks(included._resource, landscapeOf(included, objects), included.rendering);
  if (included instanceof IncludedClusterPlatform) return clusterPlatformChecks(included._resource, landscapeOf(included, objects));
  const { _resource: resource } = included;
  return workflowChecks(resource, landscapeOf(included, objects), included.rendering);
}
