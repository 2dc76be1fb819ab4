import { Manifest, manifest } from './manifest';
import { serviceLabels } from '../model/labels';
import { PlatformModel } from '../model/platform';
import { ServiceModel } from '../model/service';

/**
 * The ConfigMap with the properties of a supporting service.
 *
 * @see operator-behaviour 2.7
 */
export function serviceConfigMap(platform: PlatformModel, service: ServiceModel, tag: string, properties: string): Manifest {
  const { configMapName: name, namespace } = service;
  return manifest({ apiVersion: 'v1', kind: 'ConfigMap', name, namespace, labels: serviceLabels(platform, service, tag) }, {
    data: { 'application.properties': properties },
  });
}
