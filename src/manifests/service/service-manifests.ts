import { serviceConfigMap, serviceDeployment, serviceEndpoint } from './service-deployment';
import { serviceSinkBinding, serviceTriggers } from './service-eventing';
import { asObject } from '../../json/lenient';
import { serviceBudgetOf } from '../../model/disruption-budget';
import { existingObject } from '../../model/existing-object';
import { serviceLabels, serviceSelector } from '../../model/labels';
import { Landscape } from '../../model/landscape';
import { MigrationPlan } from '../../model/migration';
import { ServiceStep } from '../../model/obstacles/platform';
import { PlatformModel } from '../../model/platform';
import { ServiceModel } from '../../model/service';
import { serviceProperties, servicePropertiesFile } from '../../properties/service-properties';
import { adopt } from '../parts/adoption';
import { disruptionBudget } from '../parts/disruption-budget';
import { Manifest } from '../parts/manifest';
import { Makers } from '../parts/steps';

/**
 * What the operator makes of a supporting service at each of its steps.
 *
 * @see operator-behaviour 2.1
 */
export function serviceMakers(
  landscape: Landscape, platform: PlatformModel, service: ServiceModel, plan: MigrationPlan | undefined,
): Makers<ServiceStep> {
  const { operator } = landscape;
  const properties = servicePropertiesFile(serviceProperties(operator, platform, service));
  const adopted = (manifests: readonly Manifest[]) => manifests.map((manifest) => adopt(landscape, manifest));
  const deployment = () => {
    const wanted = serviceDeployment(landscape, platform, service, plan, properties);
    return isMadeAnew(landscape, plan, service) ? wanted : adopt(landscape, wanted);
  };
  return {
    configuration: () => adopted([serviceConfigMap(platform, service, operator, properties)]),
    deployment: () => [deployment()],
    disruptionBudget: () => adopted(serviceDisruptionBudget(landscape, platform, service, asObject(deployment().spec).replicas)),
    service: () => adopted([serviceEndpoint(platform, service, operator)]),
    triggers: () => adopted(serviceTriggers(landscape, platform, service)),
    sinkBinding: () => adopted(serviceSinkBinding(landscape, platform, service)),
  };
}

/** Some operators delete the Deployments before a migration Job that is not there yet. */
function isMadeAnew(landscape: Landscape, plan: MigrationPlan | undefined, { namespace }: ServiceModel): boolean {
  if (!plan || landscape.corrected || !landscape.operator.migrationDeletesServices) return false;
  return !existingObject(landscape, { apiVersion: 'batch/v1', kind: 'Job', name: plan.jobName, namespace });
}

function serviceDisruptionBudget(landscape: Landscape, platform: PlatformModel, service: ServiceModel, replicas: unknown): Manifest[] {
  const { name, namespace } = service;
  const budget = serviceBudgetOf(landscape, service, typeof replicas === 'number' ? replicas : undefined);
  const labels = serviceLabels(platform, service, landscape.operator);
  return disruptionBudget(landscape, { name, namespace, labels }, serviceSelector(service), budget);
}
