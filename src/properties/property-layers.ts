import { discoverProperties } from './discovery/discovery';
import { platformProperties, ReferringEntry } from './platform-properties';
import { PropertyEntry, PropertySource } from './property-entry';
import { userProperties } from './user-properties';
import { isFailure } from '../json/failure';
import { onceForTwo } from '../json/once';
import { PersistenceSource } from '../model/database';
import { Landscape } from '../model/landscape';
import { USER_PROPERTIES_FILE, WorkflowModel } from '../model/workflow';
import { WorkflowProfile } from '../values/workflow-profile';

/** What people say, not the operator. */
export interface GivenLayers {
  readonly user: readonly PropertyEntry[];
  readonly platform: readonly ReferringEntry[];
}

/**
 * All that sets application properties of a workflow, but for the variables of its container: each layer beats those that are
 * named before it, and in a layer the last entry of a name counts.
 *
 * @see operator-behaviour 5.4
 */
export interface PropertyLayers extends GivenLayers {
  readonly defaults: readonly PropertyEntry[];
  readonly wiring: readonly PropertyEntry[];
  readonly addresses: readonly PropertyEntry[];
  readonly discovered: readonly PropertyEntry[];
  readonly immutable: readonly PropertyEntry[];
}

export function propertyLayers(landscape: Landscape, workflow: WorkflowModel): PropertyLayers {
  return layersOf(workflow, landscape);
}

const layersOf = onceForTwo((workflow: WorkflowModel, landscape: Landscape): PropertyLayers => {
  return {
    ...givenLayers(landscape, workflow),
    defaults: operatorDefaults(landscape, workflow),
    wiring: [
      ...persistenceProperties(workflow), ...dataIndexProperties(workflow), ...jobsServiceProperties(workflow), ...eventProperties(workflow),
    ],
    addresses: addressProperties(workflow),
    discovered: discoveredProperties(landscape, workflow),
    immutable: immutableProperties(),
  };
});

/** The layers that hold a property which the operator itself never sets. */
export function givenLayers(landscape: Landscape, workflow: WorkflowModel): GivenLayers {
  return {
    user: usersOwn(workflow),
    platform: platformProperties(landscape, workflow.platform).entries.map(({ index: _index, ...entry }) => entry),
  };
}

/** The setting that decides about a workflow's database. */
export function persistenceField({ name, database, platformName }: WorkflowModel): string {
  return `${database?.source === PersistenceSource.PLATFORM ? `SonataFlowPlatform ${platformName}` : `SonataFlow ${name}`}: spec.persistence`;
}

const JOB_REQUESTS = 'mp.messaging.outgoing.kogito-job-service-job-request-events';
const OUTGOING = 'mp.messaging.outgoing.kogito_outgoing_stream';
const INCOMING = 'mp.messaging.incoming.kogito_incoming_stream';
const K_SINK = '${K_SINK}';

type Values = Record<string, string | undefined>;

/** What the operator leaves out is `undefined`. */
function entries(source: PropertySource, reason: string, values: Values): PropertyEntry[] {
  return Object.entries(values).flatMap(([name, value]) => value === undefined ? [] : [{ name, value, source, reason }]);
}

function usersOwn(workflow: WorkflowModel): PropertyEntry[] {
  const parsed = userProperties(workflow);
  if (isFailure(parsed)) return [];
  return parsed.entries.map(({ name, value }) => ({
    name, value, source: PropertySource.USER, reason: `ConfigMap ${workflow.userConfigMapName}: ${USER_PROPERTIES_FILE}`,
  }));
}

function discoveredProperties(landscape: Landscape, workflow: WorkflowModel): PropertyEntry[] {
  return discoverProperties(landscape, workflow.resource, userProperties(workflow))
    .map((property) => ({ ...property, source: PropertySource.DISCOVERY, reason: 'service discovery' }));
}

function operatorDefaults({ operator }: Landscape, { profile }: WorkflowModel): PropertyEntry[] {
  const dev = profile === WorkflowProfile.DEV;
  return entries(PropertySource.OPERATOR, dev ? 'every workflow of the profile dev' : 'every workflow', {
    'quarkus.dev-ui.cors.enabled': dev ? 'false' : undefined,
    'kogito.events.grouping': dev ? undefined : 'true',
    'kogito.events.grouping.binary': dev ? undefined : 'true',
    'kogito.events.grouping.compress': !dev && operator.groupedEventsCompressed ? 'true' : undefined,
    'kogito.events.usertasks.enabled': 'false',
  });
}

/** Only what the operator builds gets them; in another image they were decided when it was built. */
function persistenceProperties(workflow: WorkflowModel): PropertyEntry[] {
  if (!workflow.database || workflow.profile !== WorkflowProfile.PREVIEW) return [];
  return entries(PropertySource.PERSISTENCE, persistenceField(workflow), {
    'kogito.persistence.type': 'jdbc',
    'kogito.persistence.proto.marshaller': 'false',
    'quarkus.datasource.db-kind': 'postgresql',
  });
}

function dataIndexProperties({ dataIndex, events: { sink } }: WorkflowModel): PropertyEntry[] {
  const channel = (name: string, path: string): Values => ({
    [`mp.messaging.outgoing.${name}.url`]: sink ? K_SINK : `${dataIndex!.url}${path}`,
    [`mp.messaging.outgoing.${name}.connector`]: sink ? 'quarkus-http' : undefined,
    [`mp.messaging.outgoing.${name}.method`]: sink ? 'POST' : undefined,
  });
  return entries(PropertySource.DATA_INDEX, dataIndex?.field ?? 'no Data Index', {
    'kogito.events.processdefinitions.enabled': String(dataIndex !== undefined),
    'kogito.events.processinstances.enabled': String(dataIndex !== undefined),
    ...dataIndex && {
      'kogito.events.processdefinitions.errors.propagate': 'true',
      'kogito.data-index.health-enabled': sink ? undefined : 'true',
      'kogito.data-index.url': sink ? undefined : dataIndex.url,
      ...channel('kogito-processdefinitions-events', '/definitions'),
      ...channel('kogito-processinstances-events', '/processes'),
    },
  });
}

function jobsServiceProperties({ jobsService, events: { sink }, flow }: WorkflowModel): PropertyEntry[] {
  return entries(PropertySource.JOBS_SERVICE, jobsService?.field ?? 'no Jobs Service', {
    [`${JOB_REQUESTS}.connector`]: 'quarkus-http',
    [`${JOB_REQUESTS}.url`]: jobsService && sink ? K_SINK : `${jobsService?.url ?? 'http://localhost'}/v2/jobs/events`,
    [`${JOB_REQUESTS}.method`]: jobsService && sink ? 'POST' : undefined,
    ...jobsService && !sink && {
      'kogito.jobs-service.url': jobsService.url,
      'kogito.jobs-service.health-enabled': flow.hasTimeouts ? 'true' : undefined,
    },
  });
}

function eventProperties({ name, events: { sink, sinkField }, flow }: WorkflowModel): PropertyEntry[] {
  const reason = sinkField === 'spec.sink' ? `SonataFlow ${name}: ${sinkField}` : sinkField ?? 'no sink';
  return entries(PropertySource.EVENTING, reason, {
    'org.kie.kogito.addons.knative.eventing.health-enabled': String(sink !== undefined),
    ...sink && flow.producesEvents && { [`${OUTGOING}.connector`]: 'quarkus-http', [`${OUTGOING}.url`]: K_SINK },
    ...sink && flow.consumesEvents && { [`${INCOMING}.connector`]: 'quarkus-http', [`${INCOMING}.path`]: '/' },
  });
}

function addressProperties({ url, routeHost }: WorkflowModel): PropertyEntry[] {
  return entries(PropertySource.OPERATOR, 'every workflow', { 'kogito.service.url': url, 'quarkus.dev-ui.hosts': routeHost });
}

function immutableProperties(): PropertyEntry[] {
  return entries(PropertySource.IMMUTABLE, 'every workflow', {
    'quarkus.http.port': '8080',
    'quarkus.http.host': '0.0.0.0',
    'quarkus.devservices.enabled': 'false',
    'quarkus.kogito.devservices.enabled': 'false',
  });
}
