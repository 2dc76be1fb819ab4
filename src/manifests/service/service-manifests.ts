import { serviceConfigMap, serviceDeployment, serviceEndpoint, serviceScaleTarget } from './service-deployment';
import { serviceSinkBinding, serviceTriggers } from './service-eventing';
import { serviceObstacles } from './service-obstacles';
import { asObject } from '../../json/lenient';
import { serviceLabels, serviceSelector } from '../../model/labels';
import { Landscape } from '../../model/landscape';
import { MigrationPlan } from '../../model/migration';
import { PlatformModel } from '../../model/platform';
import { SERVICE_KINDS, ServiceModel } from '../../model/service';
import { serviceProperties, servicePropertiesFile } from '../../properties/service-properties';
import { adopt, existingObject } from '../parts/adoption';
import { disruptionBudget } from '../parts/disruption-budget';
import { Manifest } from '../parts/manifest';
import { rendered } from '../parts/rendered';
import { inTurn, Pass } from '../parts/steps';

/**
 * All objects that the operator makes of a supporting service.
 *
 * @see operator-behaviour 2.1
 */
export function serviceManifests(landscape: Landscape, platform: PlatformModel, service: ServiceModel, plan: MigrationPlan | undefined): Pass {
  const { operator, corrected } = landscape;
  const obstacles = serviceObstacles(landscape, platform, service);
  const properties = servicePropertiesFile(serviceProperties(operator, platform, service));
  const wanted = serviceDeployment(landscape, platform, service, plan, properties);
  const deployment = isMadeAnew(landscape, plan, service) ? wanted : adopt(landscape, wanted);
  const adopted = (...manifests: readonly Manifest[]) => rendered(...manifests.map((manifest) => adopt(landscape, manifest)));
  return inTurn([
    { obstacle: obstacles.configuration, make: () => adopted(serviceConfigMap(platform, service, operator.tag, properties)) },
    { obstacle: obstacles.deployment, optional: operator.serviceSurvivesMissingKnative, make: () => rendered(deployment) },
    { make: () => service.kind === 'dataIndex' ? serviceDisruptionBudget(landscape, platform, service, asObject(deployment.spec).replicas) : rendered() },
    { make: () => adopted(serviceEndpoint(platform, service, operator.tag)) },
    { obstacle: obstacles.triggers, optional: corrected, make: () => adopted(...serviceTriggers(landscape, platform, service)) },
    { obstacle: obstacles.sinkBinding, optional: corrected, make: () => adopted(...serviceSinkBinding(landscape, platform, service)) },
  ]);
}

/** Some operators delete the Deployments before a migration Job that is not there yet. */
function isMadeAnew(landscape: Landscape, plan: MigrationPlan | undefined, { namespace }: ServiceModel): boolean {
  if (!plan || landscape.corrected || !landscape.operator.migrationDeletesServices) return false;
  return !existingObject(landscape, { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: plan.jobName, namespace } });
}

function serviceDisruptionBudget(landscape: Landscape, platform: PlatformModel, service: ServiceModel, replicas: unknown) {
  const { name, namespace, podTemplate, kind } = service;
  return disruptionBudget(landscape, {
    name,
    namespace,
    labels: serviceLabels(platform, service, landscape.operator.tag),
    selector: serviceSelector(service),
    budget: podTemplate.podDisruptionBudget,
    target: serviceScaleTarget(service),
    replicas: typeof replicas === 'number' ? replicas : undefined,
    origin: platform.resource.origin,
    field: `spec.services.${SERVICE_KINDS[kind].field}.podTemplate.podDisruptionBudget`,
  });
}
