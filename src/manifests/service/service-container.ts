import { goForm } from '../../go/form';
import { mergeOver } from '../../go/merge';
import { isFailure } from '../../json/failure';
import { JsonObject } from '../../json/json';
import { withoutUndefined } from '../../json/without-undefined';
import { Landscape } from '../../model/landscape';
import { ServiceKind, ServiceModel } from '../../model/service';
import { OperatorBehaviour } from '../../values/operator/operator-behaviour';
import { databaseEnv, envVar } from '../parts/env';
import { withoutReplacedHandlers, withOwnEntries } from '../parts/own-entries';
import { imagePullPolicy } from '../parts/pod-spec';
import { withRaisedLimits } from '../parts/raised-limits';

/** The volume with the properties. */
export const CONFIG_VOLUME = 'application-config';

interface ServiceDefaults {
  readonly resources: JsonObject;
  readonly env: readonly JsonObject[];
  /** What it is told beyond the database itself. */
  databaseEnv(operator: OperatorBehaviour, migratesAtStart: JsonObject): JsonObject[];
}

const DEFAULTS: Record<ServiceKind, ServiceDefaults> = {
  dataIndex: {
    resources: { requests: { cpu: '100m', memory: '1Gi' }, limits: { cpu: '200m', memory: '1Gi' } },
    env: [envVar('KOGITO_DATA_INDEX_QUARKUS_PROFILE', 'http-events-support')],
    databaseEnv: ({ hibernateUpdatesSchema }, migratesAtStart) => [
      ...hibernateUpdatesSchema ? [envVar('QUARKUS_HIBERNATE_ORM_DATABASE_GENERATION', 'update')] : [],
      migratesAtStart,
    ],
  },
  jobsService: {
    resources: { requests: { cpu: '250m', memory: '64Mi' }, limits: { cpu: '500m', memory: '1Gi' } },
    env: [],
    databaseEnv: (_operator, migratesAtStart) => [migratesAtStart, envVar('KOGITO_JOBS_SERVICE_LOADJOBERRORSTRATEGY', 'FAIL_SERVICE')],
  },
};

/**
 * The container of a supporting service: the operator's, with the user's wishes over it.
 *
 * @see operator-behaviour 2.4, 2.5
 */
export function serviceContainer({ operator, corrected }: Landscape, service: ServiceModel): JsonObject {
  const own = ownServiceContainer(service);
  const users = goForm(service.podTemplate.container ?? {});
  const merged = corrected
    ? withRaisedLimits(withOwnEntries(mergeOver(withoutReplacedHandlers(own, users), users), own), users)
    : mergeOver(own, users);
  const env = [...ownServiceEnv(operator, service)];
  for (const variable of (users.env ?? []) as JsonObject[]) {
    if (!env.some(({ name }) => name === variable.name)) env.push(variable);
  }
  return withoutUndefined({ ...merged, name: service.containerName, env: env.length > 0 ? env : undefined });
}

/** What the operator writes before it looks at the pod template; without its variables. */
export function ownServiceContainer(service: ServiceModel): JsonObject {
  return withoutUndefined({
    image: service.image,
    imagePullPolicy: imagePullPolicy(service.ephemeralImage),
    resources: DEFAULTS[service.kind].resources,
    readinessProbe: probe('/q/health/ready'),
    livenessProbe: probe('/q/health/live'),
    ports: [{ name: 'h2c', containerPort: 8080, protocol: 'TCP' }],
    volumeMounts: [{ name: CONFIG_VOLUME, mountPath: '/home/kogito/config' }],
  });
}

function probe(path: string): JsonObject {
  return {
    httpGet: { path, port: 8080, scheme: 'HTTP' },
    initialDelaySeconds: 45,
    timeoutSeconds: 10,
    periodSeconds: 30,
    successThreshold: 1,
    failureThreshold: 4,
  };
}

/** The variables that the operator sets, which nobody can change. */
export function ownServiceEnv(operator: OperatorBehaviour, { kind, database, reactiveUrl, migratesAtStart }: ServiceModel): readonly JsonObject[] {
  const { env, databaseEnv: more } = DEFAULTS[kind];
  if (!database) return env;
  const reactive = operator.reactiveUrl === 'env' && !isFailure(reactiveUrl) ? reactiveUrl : undefined;
  return [...env, ...databaseEnv(database, reactive), ...more(operator, envVar('QUARKUS_FLYWAY_MIGRATE_AT_START', String(migratesAtStart)))];
}
