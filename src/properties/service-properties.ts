import { PropertyEntry, PropertySource } from './property-entry';
import { compareBytes } from '../go/compare-bytes';
import { ExpandableProperties } from '../go/properties-expansion';
import { formatProperties, parseProperties } from '../go/properties-format';
import { isFailure } from '../json/failure';
import { PlatformModel } from '../model/platform';
import { ServiceModel } from '../model/service';
import { OperatorBehaviour } from '../values/operator/operator-behaviour';

const EVENTS = 'mp.messaging.outgoing.kogito-job-service-job-status-events-http';
const HEALTH = 'quarkus.smallrye-health.check';

const every = (source: PropertySource) => (name: string, value: string): PropertyEntry =>
  ({ name, value, source, reason: 'every supporting service' });
const managed = every(PropertySource.OPERATOR);
const immutable = every(PropertySource.IMMUTABLE);

const IMMUTABLE: readonly PropertyEntry[] = [
  immutable('quarkus.devservices.enabled', 'false'),
  immutable('quarkus.http.host', '0.0.0.0'),
  immutable('quarkus.http.port', '8080'),
  immutable('quarkus.kogito.devservices.enabled', 'false'),
];

/**
 * The application properties of a supporting service, sorted as the operator writes them.
 *
 * @see operator-behaviour 2.7
 */
export function serviceProperties(operator: OperatorBehaviour, platform: PlatformModel, service: ServiceModel): PropertyEntry[] {
  const entries = [
    managed('kogito.service.url', service.url),
    managed(`${HEALTH}."io.quarkus.kafka.client.health.KafkaHealthCheck".enabled`, 'false'),
    ...service.kind === 'jobsService' ? jobsServiceProperties(operator, platform, service) : [],
    ...IMMUTABLE,
  ];
  return entries.sort((a, b) => compareBytes(a.name, b.name));
}

/**
 * The file with the properties of a supporting service.
 *
 * The operator reads what it wrote and writes it anew, so that what looks like an escape in a value is taken as one.
 *
 * @see operator-behaviour 2.8
 */
export function servicePropertiesFile(entries: readonly PropertyEntry[]): string {
  const written = formatProperties(entries);
  const read = parseProperties(written);
  if (isFailure(read)) return written;
  const values = new Map([...read.entries, ...IMMUTABLE].map(({ name, value }) => [name, value]));
  return formatProperties([...values].map(([name, value]) => ({ name, value })).sort((a, b) => compareBytes(a.name, b.name)));
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

function reactiveDatasource(operator: OperatorBehaviour, { reactiveUrl, database }: ServiceModel): PropertyEntry[] {
  if (operator.reactiveUrl !== 'property' || !database || reactiveUrl === undefined || isFailure(reactiveUrl)) return [];
  const name = 'quarkus.datasource.reactive.url';
  if (new ExpandableProperties().set(name, reactiveUrl)) return [];
  return [{ name, value: reactiveUrl, source: PropertySource.PERSISTENCE, reason: `persistence (${database.source})` }];
}
