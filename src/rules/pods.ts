import { error, information, judgement, warning } from './rule';

/** Rules about pods, images and how workflows are deployed. */
export const PODS_RULES = {
  'SF-DEV-IGNORED': warning('Settings that the profile dev ignores'),
  'SF-ENV-OWNED': warning('An environment variable that the operator sets itself'),
  'SF-IMAGE-LATEST': information('An image without a tag, or with the tag latest'),
  'SF-IMAGE-MISSING': error('The profile gitops without an image'),
  'SF-KNATIVE-IGNORED': warning('Settings that the knative model ignores'),
  'SF-KNATIVE-MISSING': error('The deployment model knative in a cluster without Knative Serving'),
  'SF-KNATIVE-REFUSED': error('What Knative Serving refuses of a workflow'),
  'SF-PDB-VALUE': error('A PodDisruptionBudget with a text that is no percentage (1.x)'),
  'SF-POD-CONFLICT': error('Fields of a pod that do not go together'),
  'SF-POD-CONTAINER-NAME': warning('A further container with the name of the operator\'s own'),
  'SF-POD-DUPLICATE': error('Entries of a list that have to differ'),
  'SF-POD-FORBIDDEN': error('A field that the pods of a Deployment do not have'),
  'SF-POD-MOUNT': error('A mount or a device that does not fit to the volumes'),
  'SF-POD-ONE-OF': error('None or several of fields of which one has to be there'),
  'SF-POD-PROBE': error('A probe with another handler than the operator\'s', 'probeHandlers'),
  'SF-POD-REPLACES': judgement('Volumes, mounts or ports of a service that push out the operator\'s own', 'servicePodLists'),
  'SF-POD-RESOURCES': error('Resources that Kubernetes refuses'),
  'SF-POD-UNKNOWN': error('A field of a later version of Kubernetes'),
  'SF-POD-VALUE': error('A value that Kubernetes refuses in a pod'),
  'SF-POD-ZERO': warning('A value of zero, false or nothing that cannot override the operator\'s'),
  'SF-PROMETHEUS-MISSING': warning('Monitoring in a cluster without the Prometheus operator', 'operatorStops'),
  'SF-REPLICAS-HPA': judgement('An autoscaler on the Deployment of a workflow (10.1.0)'),
  'SF-REPLICAS-JOBS': judgement('Several replicas of the Jobs Service'),
} as const;
