import { Change, lineName, ObjectName } from './change';
import { Owner } from './side';
import { fieldName } from '../json/field-path';
import { JsonObject } from '../json/json';
import { asList, asText } from '../json/lenient';
import { ownServiceEnv } from '../manifests/service/service-container';
import { workflowEnvironment } from '../manifests/workflow/workflow-environment';
import { deployedPlatforms } from '../model/cluster-platform';
import { Landscape } from '../model/landscape';
import { persistencePath, PlatformModel, platformModel } from '../model/platform';
import { ALL_SERVICE_KINDS, SERVICE_KINDS, servicePath, ServiceModel } from '../model/service';
import { workflowModel } from '../model/workflow';
import { managedProperties } from '../properties/managed-properties';
import { serviceProperties } from '../properties/service-properties';

/**
 * Where a variable or a property comes from that an object has, in the words of `explain`; nothing where it has none of it.
 */
export function explainedReason(landscape: Landscape, owner: Owner, object: ObjectName, change: Change): string | undefined {
  const named = variableName(change) ?? propertyName(change);
  if (named === undefined) return undefined;
  const { workflow } = owner;
  if (workflow) return workflowReason(landscape, workflow, object, named);
  for (const resource of deployedPlatforms(landscape, owner.namespace)) {
    const platform = platformModel(landscape, resource);
    const service = ALL_SERVICE_KINDS.map((kind) => platform[kind]).find((model) => model && [model.name, model.configMapName].includes(object.name));
    if (service) return serviceReason(landscape, platform, service, named);
  }
  return undefined;
}

interface Named {
  readonly what: 'variable' | 'property';
  readonly name: string;
}

/** The variable of a container in which a change is. */
function variableName({ path }: Change): Named | undefined {
  const item = path[path.indexOf('env') + 1];
  return path.includes('env') && typeof item === 'object' ? { what: 'variable', name: item.name } : undefined;
}

function propertyName({ path, of, before, after }: Change): Named | undefined {
  return path[0] === 'data' && of !== 'value' ? { what: 'property', name: lineName(after ?? before) } : undefined;
}

function workflowReason(landscape: Landscape, resource: NonNullable<Owner['workflow']>, object: ObjectName, { what, name }: Named): string | undefined {
  const workflow = workflowModel(landscape, resource);
  if (what === 'variable') {
    const given = asList(workflow.podTemplate.container?.env) as JsonObject[];
    return workflowEnvironment(landscape, workflow, given).filter(({ variable }) => variable.name === name).at(-1)?.reason;
  }
  if (object.name !== workflow.managedConfigMapName) return undefined;
  return managedProperties(landscape, workflow).find((property) => property.name === name)?.reason;
}

function serviceReason({ operator }: Landscape, platform: PlatformModel, service: ServiceModel, { what, name }: Named): string | undefined {
  if (what === 'property') return serviceProperties(operator, platform, service).find((property) => property.name === name)?.reason;
  if (ownServiceEnv(operator, service).some((variable) => variable.name === name)) {
    const isDatabases = !ownServiceEnv(operator, { ...service, database: undefined }).some((variable) => variable.name === name);
    return isDatabases ? `SonataFlowPlatform ${platform.name}: ${fieldName(persistencePath(service))}` : `every ${SERVICE_KINDS[service.kind].title}`;
  }
  const users = asList(service.podTemplate.container?.env) as JsonObject[];
  const isUsers = users.some((variable) => asText(variable.name) === name);
  return isUsers ? `SonataFlowPlatform ${platform.name}: ${fieldName([...servicePath(service.kind), 'podTemplate', 'container', 'env'])}` : undefined;
}
