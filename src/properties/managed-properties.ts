import { discoverProperties } from './discovery';
import { platformProperties, ReferringEntry } from './platform-properties';
import { formatProperties } from './properties-format';
import { PropertyEntry, PropertySource } from './property-entry';
import { compareBytes } from './sort';
import { userProperties } from './user-properties';
import { Landscape } from '../model/landscape';
import { WorkflowModel } from '../model/workflow';
import { WorkflowProfile } from '../values/workflow-profile';

const JOB_REQUESTS = 'mp.messaging.outgoing.kogito-job-service-job-request-events';
const OUTGOING = 'mp.messaging.outgoing.kogito_outgoing_stream';
const INCOMING = 'mp.messaging.incoming.kogito_incoming_stream';
const K_SINK = '${K_SINK}';

type Values = Record<string, string | undefined>;

/** What the operator leaves out is `undefined`. */
function entries(source: PropertySource, reason: string, values: Values): PropertyEntry[] {
  return Object.entries(values).flatMap(([name, value]) => value === undefined ? [] : [{ name, value, source, reason }]);
}

/**
 * The properties that the operator injects into a workflow, in the order of its file.
 *
 * A later layer beats an earlier one; then all are sorted, and what the operator adds last comes last. What service discovery
 * found goes before all of them, and beats them but for those that cannot be changed.
 *
 * @see operator-behaviour 5.1 to 5.5
 */
export function managedProperties(landscape: Landscape, workflow: WorkflowModel): ReferringEntry[] {
  const layers = overlay<ReferringEntry>(
    operatorDefaults(landscape, workflow),
    platformProperties(landscape, workflow.platform),
    persistenceProperties(workflow),
    dataIndexProperties(workflow),
    jobsServiceProperties(workflow),
    eventProperties(workflow),
  );
  const managed = overlay(layers.sort((a, b) => compareBytes(a.name, b.name)), addressProperties(workflow));
  const discovered = discoveredProperties(landscape, workflow);
  return overlay(discovered, managed, discovered, immutableProperties());
}

/** Of several entries of one name the first gives the place and the last gives the value. */
function overlay<Entry extends PropertyEntry>(...layers: ReadonlyArray<readonly Entry[]>): Entry[] {
  return [...new Map(layers.flat().map((entry) => [entry.name, entry])).values()];
}

/** The text of the managed file: what is in a Secret goes another way, if anything is corrected. */
export function managedFile(landscape: Landscape, workflow: WorkflowModel): string {
  return formatProperties(managedProperties(landscape, workflow).filter(({ reference }) => !(landscape.corrected && reference)));
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
function persistenceProperties({ database, profile }: WorkflowModel): PropertyEntry[] {
  if (!database || profile !== WorkflowProfile.PREVIEW) return [];
  return entries(PropertySource.PERSISTENCE, `persistence (${database.source})`, {
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

function eventProperties({ events: { sink, sinkField }, flow }: WorkflowModel): PropertyEntry[] {
  return entries(PropertySource.EVENTING, sinkField ?? 'no sink', {
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
