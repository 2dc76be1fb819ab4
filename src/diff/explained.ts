import { Change, lineName, ObjectName } from './change';
import { Owner } from './side';
import { fieldName, FieldPath } from '../json/field-path';
import { firstBy } from '../json/group-by';
import { JsonObject } from '../json/json';
import { asList, asText } from '../json/lenient';
import { once, onceForEach, onceForTwo } from '../json/once';
import { ownServiceEnv } from '../manifests/service/service-container';
import { workflowEnvironment } from '../manifests/workflow/workflow-environment';
import { deployedPlatforms } from '../model/cluster-platform';
import { Landscape } from '../model/landscape';
import { persistencePath, PlatformModel, platformModel } from '../model/platform';
import { WorkflowResource } from '../model/resource';
import { ALL_SERVICE_KINDS, SERVICE_KINDS, servicePath, ServiceModel } from '../model/service';
import { workflowModel } from '../model/workflow';
import { managedProperties } from '../properties/managed-properties';
import { PropertyEntry } from '../properties/property-entry';
import { serviceProperties } from '../properties/service-properties';

/**
 * Where a variable or a property comes from that an object has, in the words of `explain`; nothing where it has none of it.
 */
export function explainedReason(landscape: Landscape, owner: Owner, object: ObjectName, change: Change): string | undefined {
  const named = variableName(change) ?? propertyName(change);
  if (named === undefined) return undefined;
  const { workflow } = owner;
  if (workflow) return workflowReason(landscape, workflow, object, named);
  return servicesOf(landscape, owner.namespace).get(object.name)?.(named);
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

function workflowReason(landscape: Landscape, resource: WorkflowResource, object: ObjectName, { what, name }: Named): string | undefined {
  const { variables, configMapName, properties } = workflowReasons(landscape, resource);
  if (what === 'variable') return variables().get(name);
  return object.name === configMapName ? properties().get(name) : undefined;
}

const workflowReasons = onceForTwo((landscape: Landscape, resource: WorkflowResource) => {
  const workflow = workflowModel(landscape, resource);
  return {
    configMapName: workflow.managedConfigMapName,
    variables: once(() => {
      const given = asList(workflow.podTemplate.container?.env) as JsonObject[];
      return new Map(workflowEnvironment(landscape, workflow, given).map(({ variable, reason }) => [variable.name, reason]));
    }),
    properties: once(() => firstReasons(managedProperties(landscape, workflow))),
  };
});

function firstReasons(properties: readonly PropertyEntry[]): ReadonlyMap<string, string> {
  return new Map([...firstBy(properties, ({ name }) => name)].map(([name, { reason }]) => [name, reason]));
}

type Reason = (named: Named) => string | undefined;

/** Who knows the reasons of the services of a namespace, by the names of their Deployments and ConfigMaps. */
const servicesOf = onceForEach((landscape: Landscape, namespace): ReadonlyMap<string, Reason> => {
  const reasons = deployedPlatforms(landscape, namespace).flatMap((resource) => {
    const platform = platformModel(landscape, resource);
    return ALL_SERVICE_KINDS.flatMap((kind) => platform[kind] ?? []).flatMap((service) => {
      const reason = serviceReason(landscape, platform, service);
      return [service.name, service.configMapName].map((name) => ({ name, reason }));
    });
  });
  return new Map([...firstBy(reasons, ({ name }) => name)].map(([name, { reason }]) => [name, reason]));
});

function serviceReason({ operator }: Landscape, platform: PlatformModel, service: ServiceModel): Reason {
  const properties = once(() => firstReasons(serviceProperties(operator, platform, service)));
  const namesOf = (variables: readonly JsonObject[]) => new Set(variables.map(({ name }) => asText(name)));
  const own = once(() => namesOf(ownServiceEnv(operator, service)));
  const withoutDatabase = once(() => namesOf(ownServiceEnv(operator, { ...service, database: undefined })));
  const users = once(() => namesOf(asList(service.podTemplate.container?.env) as JsonObject[]));
  const field = (path: FieldPath) => `SonataFlowPlatform ${platform.name}: ${fieldName(path)}`;
  return ({ what, name }) => {
    if (what === 'property') return properties().get(name);
    if (own().has(name)) return withoutDatabase().has(name) ? `every ${SERVICE_KINDS[service.kind].title}` : field(persistencePath(service));
    return users().has(name) ? field([...servicePath(service.kind), 'podTemplate', 'container', 'env']) : undefined;
  };
}
