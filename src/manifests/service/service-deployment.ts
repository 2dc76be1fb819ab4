import { createHash } from 'node:crypto';
import { CONFIG_VOLUME, serviceContainer } from './service-container';
import { mergeOver } from '../../go/merge';
import { JsonObject } from '../../json/json';
import { withoutUndefined } from '../../json/without-undefined';
import { autoscalerOf, isScaled, isWorking } from '../../model/autoscaler';
import { serviceScaleTarget } from '../../model/disruption-budget';
import { serviceLabels, serviceSelector } from '../../model/labels';
import { Landscape } from '../../model/landscape';
import { MigrationPlan } from '../../model/migration';
import { PlatformModel } from '../../model/platform';
import { ServiceModel } from '../../model/service';
import { OperatorBehaviour } from '../../values/operator/operator-behaviour';
import { Manifest, manifest } from '../parts/manifest';
import { migrationContainer } from '../parts/migration-job';
import { withOwnEntries } from '../parts/own-entries';
import { podSpecOf, withContainer } from '../parts/pod-spec';

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
  const labels = serviceLabels(platform, service, landscape.operator);
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

/** Where an autoscaler has taken over, the field is left alone; replicas of 0 are a wish of the user's. */
function serviceReplicas(landscape: Landscape, service: ServiceModel): number | undefined {
  if (isScaled(landscape, service) && service.replicas !== 0) return undefined;
  const autoscaler = service.kind === 'dataIndex' ? autoscalerOf(landscape, serviceScaleTarget(service)) : undefined;
  return autoscaler && isWorking(autoscaler) && service.replicas !== 0 ? undefined : service.replicas;
}

/** What the operator writes into the specification of the pods before it looks at the pod template; without the container. */
export function ownServicePod(service: ServiceModel): JsonObject {
  return { volumes: [{ name: CONFIG_VOLUME, configMap: { name: service.configMapName } }] };
}

/** The pods of a supporting service, before a migration that they wait for. */
export function servicePodSpec(landscape: Landscape, service: ServiceModel): JsonObject {
  const own = ownServicePod(service);
  const merged = mergeOver(own, podSpecOf(service.podTemplate));
  return withContainer(landscape.corrected ? withOwnEntries(merged, own) : merged, serviceContainer(landscape, service));
}

function checksum(properties: string): JsonObject {
  return { 'sonataflow.org/checksum-config': createHash('sha256').update(properties).digest('hex') };
}

/**
 * Without an operator nobody holds a service back until the migration Job has succeeded. Hook annotations order things only where Helm or
 * Argo CD applies them, and to watch the Job a pod needs rights and another image. So each pod waits by running the migrator for its own
 * service: Flyway lets one run at a time work on a schema, and leaves alone what is up to date.
 */
function withMigration({ operator, corrected }: Landscape, service: ServiceModel, plan: MigrationPlan | undefined, podSpec: JsonObject): JsonObject {
  const runs = plan?.services.find(({ kind }) => kind === service.kind);
  if (!corrected || !plan || !runs?.database) return podSpec;
  const services = plan.services.map((other) => other === runs ? runs : { kind: other.kind, migrates: false });
  return { ...podSpec, initContainers: [...(podSpec.initContainers ?? []) as JsonObject[], migrationContainer(operator, services)] };
}

/**
 * The ConfigMap with the properties of a supporting service.
 *
 * @see operator-behaviour 2.7
 */
export function serviceConfigMap(platform: PlatformModel, service: ServiceModel, operator: OperatorBehaviour, properties: string): Manifest {
  const { configMapName: name, namespace } = service;
  return manifest({ apiVersion: 'v1', kind: 'ConfigMap', name, namespace, labels: serviceLabels(platform, service, operator) }, {
    data: { 'application.properties': properties },
  });
}

/**
 * The Kubernetes Service in front of a supporting service.
 *
 * @see operator-behaviour 2.6
 */
export function serviceEndpoint(platform: PlatformModel, service: ServiceModel, operator: OperatorBehaviour): Manifest {
  const { name, namespace } = service;
  return manifest({ apiVersion: 'v1', kind: 'Service', name, namespace, labels: serviceLabels(platform, service, operator) }, {
    spec: {
      ports: [{ name: 'h2c', protocol: 'TCP', port: 80, targetPort: 8080 }],
      selector: { ...serviceSelector(service) },
    },
  });
}
