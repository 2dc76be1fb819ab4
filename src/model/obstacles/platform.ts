import { emptyJdbcUrl, Obstacle, STOPS_THERE } from './obstacle';
import { quote } from '../../findings/words';
import { isGoDuration } from '../../go/duration';
import { isFailure } from '../../json/failure';
import { asObject } from '../../json/lenient';
import { brokerState, isKnownBroker } from '../broker';
import { existingObject } from '../existing-object';
import { Landscape } from '../landscape';
import { MigrationPlan } from '../migration';
import { persistencePath, PlatformModel } from '../platform';
import { PlatformResource } from '../resource';
import { ALL_SERVICE_KINDS, persistencePlaces, serviceBroker, SERVICE_KINDS, ServiceKind, ServiceModel, servicePath, serviceSpec } from '../service';

/** What the operator does for a supporting service, step by step. */
export type ServiceStep = 'configuration' | 'deployment' | 'disruptionBudget' | 'service' | 'triggers' | 'sinkBinding';

/** What the operator does for a platform, step by step. */
export type PlatformStep = 'migration' | `${ServiceKind}.${ServiceStep}`;

type PlatformObstacle = Obstacle<PlatformStep>;

export const SERVICE_STEPS: readonly ServiceStep[] = ['configuration', 'deployment', 'disruptionBudget', 'service', 'triggers', 'sinkBinding'];

/**
 * The steps in the order of the operator.
 *
 * @see operator-behaviour 2.1
 */
export const PLATFORM_STEPS: readonly PlatformStep[] = [
  'migration', ...ALL_SERVICE_KINDS.flatMap((kind) => SERVICE_STEPS.map((step) => `${kind}.${step}` as const)),
];

/**
 * Where the operator gives up on a platform, or where nothing can be made of it for a cluster.
 *
 * @see operator-behaviour 2.12, 11.4
 */
export function platformObstacles(landscape: Landscape, platform: PlatformModel, plan: MigrationPlan | undefined): PlatformObstacle[] {
  return [
    ...unreadableTimeouts(platform.resource),
    ...emptyJdbcUrls(platform.resource),
    ...failedMigration(landscape, platform, plan),
    ...ALL_SERVICE_KINDS.flatMap((kind) => {
      const service = platform[kind];
      if (!service) return [];
      return [...unreadableUrl(service), ...withoutKnative(landscape, service), ...unusableBroker(landscape, platform.resource, service)];
    }),
  ];
}

/** Whether the operator can read a platform at all: else it can do nothing in its namespace. */
export function isReadable(platform: PlatformResource): boolean {
  return unreadableTimeouts(platform).length === 0;
}

function unreadableTimeouts({ spec: { build } }: PlatformResource): PlatformObstacle[] {
  return (['config', 'template'] as const).flatMap((part): PlatformObstacle[] => {
    const timeout = build?.[part]?.timeout;
    return timeout === undefined || isGoDuration(timeout) ? [] : [{
      step: 'migration',
      rule: 'SF-BUILD-TIMEOUT',
      stops: 'both',
      path: ['spec', 'build', part, 'timeout'],
      given: quote(timeout),
      allowed: 'a duration in hours, minutes and seconds, such as "300s" or "1h30m"; else the operator cannot read the platform, and does nothing in its namespace',
      fix: 'write it with its unit; a day is "24h"',
    }];
  });
}

/** Where the operator writes a platform back, it leaves an empty text out, and the API server refuses what is left. */
function emptyJdbcUrls(platform: PlatformResource): PlatformObstacle[] {
  return persistencePlaces(platform).filter(({ persistence }) => persistence?.postgresql?.jdbcUrl === '')
    .map(({ path }) => ({ ...emptyJdbcUrl([...path, 'postgresql', 'jdbcUrl']), step: 'migration', stops: 'both' }));
}

/** A Job that failed holds the services back until somebody deletes it. */
function failedMigration(landscape: Landscape, { namespace }: PlatformModel, plan: MigrationPlan | undefined): PlatformObstacle[] {
  const job = plan && existingObject(landscape, { apiVersion: 'batch/v1', kind: 'Job', name: plan.jobName, namespace });
  return asObject(job?.status).failed !== 1 ? [] : [{
    step: 'migration',
    rule: 'SF-MIGRATION-FAILED',
    stops: 'operator',
    path: ['spec', 'services'],
    given: `the migration Job ${quote(plan?.jobName)}, which failed`,
    allowed: 'the operator makes no services until it is deleted',
    fix: 'delete the Job when its cause is gone',
  }];
}

function unreadableUrl(service: ServiceModel): PlatformObstacle[] {
  const { kind, reactiveUrl } = service;
  return isFailure(reactiveUrl) ? [{
    step: `${kind}.configuration`,
    rule: 'SF-PG-JDBC-KIND',
    stops: 'operator',
    correction: 'operatorStops',
    path: [...persistencePath(service), 'postgresql', 'jdbcUrl'],
    given: `a URL that the operator cannot parse: ${reactiveUrl.reason}`,
    allowed: 'a URL of which the operator can make the reactive URL of the Jobs Service; else it makes nothing of it',
    fix: 'write jdbc:postgresql://host:port/database',
  }] : [];
}

function withoutKnative({ facts, operator }: Landscape, service: ServiceModel): PlatformObstacle[] {
  const { kind, sink } = service;
  if (facts.knative) return [];
  const words = {
    rule: 'SF-EVENT-NO-KNATIVE',
    path: servicePath(kind),
    given: `a broker or sink for the ${SERVICE_KINDS[kind].title}, and a cluster without Knative Eventing`,
    allowed: 'brokers and sinks in a cluster with Knative Eventing; else the operator stops there',
    fix: 'install Knative Eventing, or take the broker and the sink away: the services then talk by HTTP',
  } as const;
  return [
    ...sink ? [{ ...words, step: `${kind}.deployment`, stops: 'operator', optional: operator.serviceSurvivesMissingKnative } as const] : [],
    ...serviceBroker(service) ? [{ ...words, step: `${kind}.triggers`, stops: 'both' } as const] : [],
    ...sink ? [{ ...words, step: `${kind}.sinkBinding`, stops: 'both' } as const] : [],
  ];
}

function unusableBroker(landscape: Landscape, platform: PlatformResource, service: ServiceModel): PlatformObstacle[] {
  const { kind, source } = service;
  const broker = serviceBroker(service);
  const isOwn = source !== undefined && serviceSpec(platform, kind)?.source === source;
  const base = { step: `${kind}.triggers`, stops: 'operator', path: isOwn ? [...servicePath(kind), 'source'] : ['spec', 'eventing', 'broker'] } as const;
  if (source && !source.ref) {
    return [{
      ...base,
      rule: 'SF-EVENT-BROKER-URI',
      given: 'a broker by its uri alone',
      allowed: 'a broker by ref; else the operator breaks off',
      fix: 'name the broker by ref, or give each service a source by ref',
    }];
  }
  if (broker && source?.ref && source.ref.kind !== 'Broker' && !isKnownBroker(landscape, broker.namespace, broker.name)) {
    return [{
      ...base,
      rule: 'SF-EVENT-BROKER-KIND',
      stops: 'both',
      given: `an object of the kind ${quote(source.ref.kind)} as broker`,
      allowed: 'a Broker of eventing.knative.dev/v1: the operator looks for a Broker of that name, and stops there',
      fix: 'name a Broker; a channel can be subscribed to one',
    }];
  }
  if (!broker || brokerState(landscape, broker.namespace, broker.name).ready) return [];
  return [{
    ...base,
    rule: 'SF-EVENT-BROKER-READY',
    given: `the Broker ${quote(`${broker.namespace}/${broker.name}`)}, which is not ready`,
    allowed: STOPS_THERE,
    fix: 'wait until it is ready',
  }];
}
