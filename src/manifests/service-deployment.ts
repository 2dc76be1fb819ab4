import { createHash } from 'node:crypto';
import { autoscalerOf, isWorking, ScaleTarget } from './autoscaler';
import { mergeOver } from './go-merge';
import { Manifest, manifest, withoutUndefined } from './manifest';
import { migrationContainer } from './migration-job';
import { withOwnEntries } from './own-entries';
import { podSpecOf, withContainer } from './pod-spec';
import { CONFIG_VOLUME, serviceContainer } from './service-container';
import { serviceLabels, serviceSelector } from '../model/labels';
import { Landscape } from '../model/landscape';
import { MigrationPlan } from '../model/migration';
import { PlatformModel } from '../model/platform';
import { ServiceModel } from '../model/service';
import { JsonObject } from '../values/json';

/**
 * The Deployment of a supporting service.
 *
 * @param properties the file that its pods read
 * @see operator-behaviour 2.4, 2.5
 */
export function serviceDeployment(
  landscape: Landscape, platform: PlatformModel, service: ServiceModel, plan: MigrationPlan | undefined, properties: string,
): Manifest {
  const { name, namespace, kind } = service;
  const labels = serviceLabels(platform, service, landscape.operator.tag);
  return manifest({ apiVersion: 'apps/v1', kind: 'Deployment', name, namespace, labels }, {
    spec: withoutUndefined({
      replicas: serviceReplicas(landscape, service),
      selector: { matchLabels: { ...serviceSelector(service) } },
      strategy: kind === 'jobsService' ? { type: 'Recreate' } : undefined,
      template: {
        metadata: withoutUndefined({ labels: { ...labels }, annotations: landscape.corrected ? checksum(properties) : undefined }),
        spec: withMigration(landscape, service, plan, servicePodSpec(landscape, service)),
      },
    }),
  });
}

/** Only the Data Index may be scaled. */
export function serviceScaleTarget({ name, namespace }: ServiceModel): ScaleTarget {
  return { apiVersion: 'apps/v1', kind: 'Deployment', name, namespace };
}

/** Where an autoscaler has taken over, the field is left alone; replicas of 0 are a wish of the user's. */
function serviceReplicas(landscape: Landscape, service: ServiceModel): number | undefined {
  const autoscaler = service.kind === 'dataIndex' ? autoscalerOf(landscape, serviceScaleTarget(service)) : undefined;
  return autoscaler && isWorking(autoscaler) && service.replicas !== 0 ? undefined : service.replicas;
}

/** What the operator writes into the specification of the pods before it looks at the pod template; without the container. */
export function ownServicePod(service: ServiceModel): JsonObject {
  return { volumes: [{ name: CONFIG_VOLUME, configMap: { name: service.configMapName } }] };
}

function servicePodSpec(landscape: Landscape, service: ServiceModel): JsonObject {
  const own = ownServicePod(service);
  const merged = mergeOver(own, podSpecOf(service.podTemplate));
  return withContainer(landscape.corrected ? withOwnEntries(merged, own) : merged, serviceContainer(landscape, service));
}

function checksum(properties: string): JsonObject {
  return { 'sonataflow.org/checksum-config': createHash('sha256').update(properties).digest('hex') };
}

/**
 * Without an operator nobody holds a service back until a migration Job has succeeded, and a Job cannot be applied again once
 * an image or a database in it has changed. So each pod runs the migrator itself before its service starts: it needs no
 * rights and no other image, what is up to date already is left alone, and of several pods Flyway lets one at a time work.
 */
function withMigration({ operator, corrected }: Landscape, service: ServiceModel, plan: MigrationPlan | undefined, podSpec: JsonObject): JsonObject {
  const runs = plan?.services.find(({ kind }) => kind === service.kind);
  if (!corrected || !plan || !runs?.database) return podSpec;
  const services = plan.services.map((other) => other === runs ? runs : { kind: other.kind, migrates: false });
  return { ...podSpec, initContainers: [...(podSpec.initContainers ?? []) as JsonObject[], migrationContainer(operator, services)] };
}
