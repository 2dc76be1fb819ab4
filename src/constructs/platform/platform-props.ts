import { Duration } from 'cdk8s';
import { ClusterPlatformCapabilities } from '../../values/cluster-platform-capabilities';
import { Destination } from '../../values/eventing/destination';
import { Expected } from '../../values/given';
import { OperatorVersion } from '../../values/operator/operator-version';
import { DATABASE_GIVEN } from '../../values/persistence/persistence-given';
import { ServicePersistence } from '../../values/persistence/service-persistence';
import { POD_TEMPLATE_GIVEN } from '../../values/pod/pod-template-given';
import { PropertyValue } from '../../values/property-value';
import { Rendering } from '../../values/rendering';
import { PLATFORM } from '../app/given-platform';

type Props = Readonly<Record<string, Expected>>;

const DESTINATION: Expected = { of: Destination, by: 'Destination.broker, service, ref or uri' };

/** The value of a property. */
export const PROPERTY_VALUE: Expected = { of: PropertyValue, by: 'PropertyValue.fromText, fromConfigMap or fromSecret' };
const DURATION: Expected = { of: Duration, by: 'Duration.minutes and its like' };
const REGISTRY: Props = { address: 'text', secret: 'object', insecure: 'flag', ca: 'text', organization: 'text' };
const CLUSTER_FACTS: Props = {
  openshift: 'flag',
  knative: 'flag',
  prometheus: 'flag',
  brokerClasses: { record: 'text' },
  builtImage: 'text',
  routeDomain: 'text',
  kubernetesVersion: 'text',
  knativeFeatures: { list: 'text' },
};

/** What the props of a platform have to be. */
export const PLATFORM_PROPS: Props = {
  persistence: DATABASE_GIVEN,
  inheritedPersistence: 'text',
  flywayEnabled: 'flag',
  broker: DESTINATION,
  properties: { record: PROPERTY_VALUE },
  monitoring: 'flag',
  buildConfig: { fields: { baseImage: 'text', registry: { fields: REGISTRY }, strategy: 'text', strategyOptions: { record: 'text' }, timeout: DURATION } },
  buildTemplate: { fields: { timeout: DURATION, resources: 'object', arguments: { list: 'text' }, buildArgs: { list: 'object' }, envs: { list: 'object' } } },
  devModeBaseImage: 'text',
  operatorVersion: { of: OperatorVersion, by: 'OperatorVersion.APACHE_10_1_0 and its like, or custom' },
  rendering: { of: Rendering, by: 'Rendering.customResources or kubernetesObjects' },
  clusterFacts: { fields: CLUSTER_FACTS },
  metadata: 'object',
};

/** Those of a platform that is managed elsewhere. */
export const EXTERNAL_PLATFORM_PROPS: Props = { ...PLATFORM_PROPS, namespace: 'knownText', jobsService: 'flag', dataIndex: 'flag' };

/** Those of a supporting service. */
export const SERVICE_PROPS: Props = {
  platform: PLATFORM,
  enabled: 'flag',
  persistence: { of: ServicePersistence, by: 'ServicePersistence.postgreSql, fromPlatform or ephemeral' },
  podTemplate: POD_TEMPLATE_GIVEN,
  source: DESTINATION,
  sink: DESTINATION,
};

/** Those of a cluster platform. */
export const CLUSTER_PLATFORM_PROPS: Props = {
  platform: PLATFORM, capabilities: { of: ClusterPlatformCapabilities, by: 'ClusterPlatformCapabilities.services or none' }, metadata: 'object',
};
