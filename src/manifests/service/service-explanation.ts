import { ownServiceEnv } from './service-container';
import { JsonObject } from '../../json/json';
import { asList, asObject, asText } from '../../json/lenient';
import { Landscape } from '../../model/landscape';
import { PlatformModel } from '../../model/platform';
import { SERVICE_KINDS, ServiceModel } from '../../model/service';
import { explainEntries } from '../../properties/explained-properties';
import { Explanation, PropertySource } from '../../properties/property-entry';
import { serviceProperties } from '../../properties/service-properties';
import { databaseEnv, SourcedVariable } from '../parts/env';
import { variableEntry } from '../parts/variable-entry';

/** Where the values come from that a supporting service runs with. The operator's variables beat those of the pod template. */
export function serviceExplanation(landscape: Landscape, platform: PlatformModel, service: ServiceModel): Explanation {
  const variables = [...usersVariables(platform, service), ...ownVariables(landscape, service)];
  return explainEntries(
    variables.map((variable) => variableEntry(landscape, service.namespace, variable)),
    serviceProperties(landscape.operator, platform, service),
  );
}

function usersVariables({ name }: PlatformModel, { kind, podTemplate }: ServiceModel): SourcedVariable[] {
  return (asList(podTemplate.container?.env) as JsonObject[]).map((variable, i) => ({
    variable,
    source: PropertySource.CONTAINER_ENV,
    reason: `SonataFlowPlatform ${name}: spec.services.${SERVICE_KINDS[kind].field}.podTemplate.container.env[${i}]`,
  }));
}

function ownVariables({ operator }: Landscape, service: ServiceModel): SourcedVariable[] {
  const ofDatabase = new Set(service.database ? databaseEnv(service.database, '').map(({ name }) => name) : []);
  return ownServiceEnv(operator, service).map((variable) => (
    ofDatabase.has(asText(asObject(variable).name))
      ? { variable, source: PropertySource.PERSISTENCE, reason: `persistence (${service.database?.source})` }
      : { variable, source: PropertySource.OPERATOR, reason: `every ${SERVICE_KINDS[service.kind].title}` }
  ));
}
