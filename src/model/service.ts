import { bindDatabase, databaseAddress, DatabaseBinding, PersistenceSource } from './database';
import { serviceSink, serviceSource } from './eventing';
import { reactiveUrl, reactiveUrlFromEnvRule } from './jdbc-url';
import { Landscape } from './landscape';
import { DestinationField, PersistenceSpec, PlatformResource, PodTemplateSpec, PostgreSqlSpec, ServiceSpec } from './resource';
import { Failure } from '../json/failure';
import { FieldPath } from '../json/field-path';
import { OperatorBehaviour } from '../values/operator/operator-behaviour';
import { OperatorImageOverrides } from '../values/operator/operator-image-overrides';

/** The two supporting services of a platform, and what sets them apart. */
export const SERVICE_KINDS = {
  dataIndex: {
    field: 'dataIndex',
    title: 'Data Index',
    containerName: 'data-index-service',
    ephemeralImage: 'dataIndexEphemeral',
    postgreSqlImage: 'dataIndexPostgreSql',
  },
  jobsService: {
    field: 'jobService',
    title: 'Jobs Service',
    containerName: 'jobs-service',
    ephemeralImage: 'jobsServiceEphemeral',
    postgreSqlImage: 'jobsServicePostgreSql',
  },
} as const satisfies Record<string, {
  readonly field: 'dataIndex' | 'jobService';
  readonly title: string;
  readonly containerName: string;
  readonly ephemeralImage: keyof OperatorImageOverrides;
  readonly postgreSqlImage: keyof OperatorImageOverrides;
}>;

export type ServiceKind = keyof typeof SERVICE_KINDS;

/** The Data Index first, as the operator goes through them. */
export const ALL_SERVICE_KINDS = Object.keys(SERVICE_KINDS) as readonly ServiceKind[];

/** Where a platform's custom resource speaks of a service. */
export function servicePath(kind: ServiceKind): FieldPath {
  return ['spec', 'services', SERVICE_KINDS[kind].field];
}

/** A supporting service, every precedence resolved. Frozen. */
export interface ServiceModel {
  readonly kind: ServiceKind;
  /** Of its Deployment and its Service. */
  readonly name: string;
  readonly namespace: string;
  readonly platformName: string;
  readonly containerName: string;
  readonly configMapName: string;
  /** Inside the cluster. */
  readonly url: string;
  /** Whether workflows are wired to it; it is deployed either way. */
  readonly enabled: boolean;
  readonly database?: DatabaseBinding;
  /** The wire shape behind `database`. */
  readonly postgresql?: PostgreSqlSpec;
  /** The second address of the database that the Jobs Service needs, in the form of the operator; where it cannot be made, why. */
  readonly reactiveUrl?: string | Failure;
  readonly dbMigrationStrategy?: string;
  /** It brings its schema up to date itself when it starts. */
  readonly migratesAtStart: boolean;
  /** The image without regard to the pod template. */
  readonly image: string;
  /** The image by which the operator chooses the pull policy, whatever image runs. */
  readonly ephemeralImage: string;
  readonly replicas: number;
  readonly podTemplate: PodTemplateSpec;
  /** Where its events come from: a broker, which the operator wants to be named by a reference. */
  readonly source?: DestinationField;
  /** Its properties speak of `${K_SINK}`: there is a source, or the platform has a broker. */
  readonly eventsOverKnative: boolean;
  /** Where its SinkBinding points. */
  readonly sink?: DestinationField;
}

export function serviceName(platformName: string, kind: ServiceKind): string {
  return `${platformName}-${SERVICE_KINDS[kind].containerName}`;
}

/** The broker of a service in full, if it has one; whatever kind of object the reference names. */
export function serviceBroker({ source, namespace }: ServiceModel): { readonly name: string; readonly namespace: string } | undefined {
  return source?.ref?.name ? { name: source.ref.name, namespace: source.ref.namespace || namespace } : undefined;
}

/** Port 80 of a Service; without a namespace a name alone is the host. */
export function serviceUrl(name: string, namespace: string): string {
  return namespace === '' ? `http://${name}` : `http://${name}.${namespace}`;
}

export function serviceSpec(platform: PlatformResource, kind: ServiceKind): ServiceSpec | undefined {
  return platform.spec.services?.[SERVICE_KINDS[kind].field];
}

/** A setting for persistence and where it was said. */
export interface PersistencePlace {
  readonly path: FieldPath;
  readonly persistence: PersistenceSpec | undefined;
}

/** The settings for persistence of a platform: its own, and those of its services. */
export function persistencePlaces(platform: PlatformResource): PersistencePlace[] {
  return [{ path: ['spec', 'persistence'], persistence: platform.spec.persistence }, ...ALL_SERVICE_KINDS.map((kind) => ({
    path: [...servicePath(kind), 'persistence'],
    persistence: serviceSpec(platform, kind)?.persistence,
  }))];
}

/** A service that is present is enabled unless it says otherwise. */
export function isEnabled(spec: ServiceSpec | undefined): boolean {
  return spec !== undefined && spec.enabled !== false;
}

export function serviceModel(landscape: Landscape, platform: PlatformResource, kind: ServiceKind): ServiceModel | undefined {
  const spec = serviceSpec(platform, kind);
  if (!spec) return undefined;
  const { operator } = landscape;
  const { namespace } = platform.metadata;
  const name = serviceName(platform.metadata.name, kind);
  const persistence = servicePersistence(landscape, platform, kind, spec);
  const { containerName, ephemeralImage, postgreSqlImage } = SERVICE_KINDS[kind];
  return Object.freeze<ServiceModel>({
    kind,
    name,
    namespace,
    platformName: platform.metadata.name,
    containerName,
    configMapName: `${name}-props`,
    url: serviceUrl(name, namespace),
    enabled: isEnabled(spec),
    ...persistence,
    dbMigrationStrategy: spec.persistence?.dbMigrationStrategy,
    migratesAtStart: spec.persistence === undefined || spec.persistence.dbMigrationStrategy === 'service',
    image: operator.images[persistence.database ? postgreSqlImage : ephemeralImage],
    ephemeralImage: operator.images[ephemeralImage],
    replicas: serviceReplicas(kind, spec.podTemplate?.replicas),
    podTemplate: spec.podTemplate ?? {},
    source: serviceSource(platform, spec),
    eventsOverKnative: (spec.source ?? platform.spec.eventing?.broker) !== undefined,
    sink: kind === 'jobsService' ? serviceSink(platform, spec) : undefined,
  });
}

/** The database of a service, its own or else the platform's, unless the service is said to do without. */
function servicePersistence(
  landscape: Landscape, platform: PlatformResource, kind: ServiceKind, spec: ServiceSpec,
): Pick<ServiceModel, 'database' | 'postgresql' | 'reactiveUrl'> {
  const { namespace } = platform.metadata;
  const name = serviceName(platform.metadata.name, kind);
  const own = spec.persistence?.postgresql;
  const postgresql = own ?? platform.spec.persistence?.postgresql;
  if (!postgresql || landscape.optsOut(name, namespace)) return {};
  const database = bindDatabase(postgresql, own ? PersistenceSource.OWN : PersistenceSource.PLATFORM, { name, namespace });
  const reactive = kind === 'jobsService' ? serviceReactiveUrl(landscape.operator, postgresql, database, namespace) : undefined;
  return { database, postgresql, reactiveUrl: reactive };
}

/** The Jobs Service is a singleton; only 0 is honoured. */
function serviceReplicas(kind: ServiceKind, replicas: number | undefined): number {
  if (kind === 'jobsService') return replicas === 0 ? 0 : 1;
  return replicas ?? 1;
}

/** @see operator-behaviour 3.5, 11.3 */
function serviceReactiveUrl(
  operator: OperatorBehaviour, { jdbcUrl, serviceRef }: PostgreSqlSpec, database: DatabaseBinding, namespace: string,
): string | Failure {
  if (operator.reactiveUrl === 'env') return reactiveUrlFromEnvRule(database.jdbcUrl);
  return serviceRef && !jdbcUrl ? `${databaseAddress(serviceRef, namespace)}?search_path=${database.databaseSchema}` : reactiveUrl(jdbcUrl ?? '');
}
