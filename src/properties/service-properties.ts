import { PropertyEntry, PropertySource } from './property-entry';
import { compareBytes } from './sort';
import { databaseAddress } from '../model/database';
import { reactiveUrl } from '../model/jdbc-url';
import { PlatformModel } from '../model/platform';
import { ServiceModel } from '../model/service';
import { isFailure } from '../values/failure';
import { OperatorBehaviour } from '../values/operator-behaviour';

const EVENTS = 'mp.messaging.outgoing.kogito-job-service-job-status-events-http';
const HEALTH = 'quarkus.smallrye-health.check';

const every = (name: string, value: string): PropertyEntry =>
  ({ name, value, source: PropertySource.OPERATOR, reason: 'every supporting service' });

/**
 * The application properties of a supporting service, sorted as the operator writes them.
 *
 * @see operator-behaviour 2.7
 */
export function serviceProperties(operator: OperatorBehaviour, platform: PlatformModel, service: ServiceModel): PropertyEntry[] {
  const entries = [
    every('kogito.service.url', service.url),
    every('quarkus.devservices.enabled', 'false'),
    every('quarkus.http.host', '0.0.0.0'),
    every('quarkus.http.port', '8080'),
    every('quarkus.kogito.devservices.enabled', 'false'),
    every(`${HEALTH}."io.quarkus.kafka.client.health.KafkaHealthCheck".enabled`, 'false'),
    ...service.kind === 'jobsService' ? jobsServiceProperties(operator, platform, service) : [],
  ];
  return entries.sort((a, b) => compareBytes(a.name, b.name));
}

function jobsServiceProperties(operator: OperatorBehaviour, platform: PlatformModel, service: ServiceModel): PropertyEntry[] {
  const jobs = (name: string, value: string): PropertyEntry => ({ name, value, source: PropertySource.OPERATOR, reason: 'every Jobs Service' });
  return [
    jobs('kogito.jobs-service.management.leader-check.expiration-in-seconds', '60'),
    jobs(`${HEALTH}."org.kie.kogito.jobs.service.management.JobServiceLeaderLivenessHealthCheck".enabled`, 'true'),
    {
      name: `${HEALTH}."org.kie.kogito.jobs.service.messaging.http.health.knative.KSinkInjectionHealthCheck".enabled`,
      value: String(service.eventsOverKnative),
      source: PropertySource.EVENTING,
      reason: 'source of the Jobs Service or broker of the platform',
    },
    ...statusChangeEvents(platform, service),
    ...reactiveDatasource(operator, service),
  ];
}

/** Only the Data Index of the same platform counts, and only if it is enabled. */
function statusChangeEvents(platform: PlatformModel, service: ServiceModel): PropertyEntry[] {
  const { dataIndex } = platform;
  if (!dataIndex?.enabled) return [];
  const event = (name: string, value: string): PropertyEntry =>
    ({ name, value, source: PropertySource.DATA_INDEX, reason: `SonataFlowPlatform ${platform.name}: spec.services.dataIndex` });
  return [
    event('kogito.jobs-service.http.job-status-change-events', 'true'),
    event(`${EVENTS}.url`, service.eventsOverKnative ? '${K_SINK}' : `${dataIndex.url}/jobs`),
    ...service.eventsOverKnative ? [event(`${EVENTS}.connector`, 'quarkus-http'), event(`${EVENTS}.method`, 'POST')] : [],
  ];
}

function reactiveDatasource(operator: OperatorBehaviour, service: ServiceModel): PropertyEntry[] {
  const { postgresql, database } = service;
  if (operator.reactiveUrl !== 'property' || !postgresql || !database) return [];
  const value = postgresql.jdbcUrl
    ? reactiveUrl(postgresql.jdbcUrl)
    : `${databaseAddress(postgresql.serviceRef!, service.namespace)}?search_path=${database.databaseSchema}`;
  if (isFailure(value)) return [];
  return [{ name: 'quarkus.datasource.reactive.url', value, source: PropertySource.PERSISTENCE, reason: `persistence (${database.source})` }];
}
