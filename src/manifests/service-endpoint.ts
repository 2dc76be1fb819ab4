import { Manifest, manifest } from './manifest';
import { serviceLabels, serviceSelector } from '../model/labels';
import { PlatformModel } from '../model/platform';
import { ServiceModel } from '../model/service';

/**
 * The Kubernetes Service in front of a supporting service.
 *
 * @see operator-behaviour 2.6
 */
export function serviceEndpoint(platform: PlatformModel, service: ServiceModel, tag: string): Manifest {
  const { name, namespace } = service;
  return manifest({ apiVersion: 'v1', kind: 'Service', name, namespace, labels: serviceLabels(platform, service, tag) }, {
    spec: {
      ports: [{ name: 'h2c', protocol: 'TCP', port: 80, targetPort: 8080 }],
      selector: { ...serviceSelector(service) },
    },
  });
}
