import { emptyJdbcUrl, Obstacle, STOPS_THERE } from './obstacle';
import { list, quote } from '../../findings/words';
import { isFailure } from '../../json/failure';
import { asList, asObject } from '../../json/lenient';
import { WorkflowProfile } from '../../values/workflow-profile';
import { brokerState } from '../broker';
import { EventRoute } from '../eventing';
import { isTaken } from '../existing-object';
import { flowDefinition, inWords, unreadableFlow } from '../flow-definition/flow-definition';
import { Landscape } from '../landscape';
import { safeDns1035 } from '../names';
import { WorkflowModel } from '../workflow';
import { workflowObjects } from '../workflow-objects';
import { WORKFLOW_STEPS, WorkflowStep } from '../workflow-steps';

type WorkflowObstacle = Obstacle<WorkflowStep>;
type Source = NonNullable<WorkflowModel['resource']['spec']['sources']>[number];

/** Where the operator gives up on a workflow, or where nothing can be made of it for a cluster. */
export function workflowObstacles(landscape: Landscape, workflow: WorkflowModel): WorkflowObstacle[] {
  const steps = new Set(WORKFLOW_STEPS[workflow.profile]);
  return [
    ...writeBack(landscape, workflow),
    ...withoutFlow(workflow),
    ...unreadable(workflow),
    ...withoutJdbcUrl(workflow),
    ...definition(workflow),
    ...missingResources(landscape, workflow),
    ...missingServing(landscape, workflow),
    ...missingImage(workflow),
    ...foldersWithoutName(workflow),
    ...eventing(landscape, workflow),
    ...missingPrometheus(landscape, workflow),
    ...ownedByOthers(landscape, workflow),
  ].filter(({ step }) => steps.has(step));
}

/**
 * What the operator writes back into a custom resource in another form, which the API server then refuses. Without it the flow is in the
 * image and all is well.
 *
 * @see surprises W19, W20
 */
const WRITTEN_BACK = [
  { field: 'retries', rule: 'SF-FLOW-RETRIES', fix: 'write the flow without retries: take an error\'s way by onErrors, or let the service that is called retry' },
  {
    field: 'constants',
    rule: 'SF-FLOW-CONSTANTS',
    fix: 'put the values into the data of an inject state at the start of the flow, or into application properties',
  },
] as const;

function writeBack({ operator }: Landscape, { resource: { spec: { flow } } }: WorkflowModel): WorkflowObstacle[] {
  if (!operator.writesFlowsBack) return [];
  const isGiven = (value: unknown) => Array.isArray(value) ? asList(value).length > 0 : Object.keys(asObject(value)).length > 0;
  return WRITTEN_BACK.filter(({ field }) => isGiven(flow[field])).map(({ field, rule, fix }) => ({
    step: 'writeBack',
    rule,
    stops: 'operator',
    path: ['spec', 'flow', field],
    given: `${field} outside the profile dev`,
    allowed: 'nothing: the API server refuses how the operator writes the custom resource back, and nothing is deployed',
    fix,
  }));
}

/** The API server lets a custom resource without a flow in; written back it is refused. */
function withoutFlow({ resource: { spec: { flow } } }: WorkflowModel): WorkflowObstacle[] {
  return Object.keys(flow).length > 0 ? [] : [{ ...FLOW_NONE, step: 'writeBack', stops: 'both' }];
}

export const FLOW_NONE = {
  rule: 'SF-FLOW-NONE',
  path: ['spec', 'flow'],
  given: 'nothing',
  allowed: 'a flow with its states: without one nothing can run',
  fix: 'write spec.flow',
} as const;

/** Outside development too the operator reads the flow into the types of its SDK, and writes it back. */
function unreadable({ resource }: WorkflowModel): WorkflowObstacle[] {
  const problems = unreadableFlow(resource);
  return problems.length === 0 ? [] : [{
    step: 'writeBack',
    rule: 'SF-FLOW-DEFINITION',
    stops: 'both',
    path: ['spec', 'flow'],
    given: inWords(problems),
    allowed: 'what the operator can read and write back; else nothing is deployed',
    fix: 'write the flow without it, or as the operator reads it',
  }];
}

function withoutJdbcUrl({ resource: { spec: { persistence } } }: WorkflowModel): WorkflowObstacle[] {
  const path = ['spec', 'persistence', 'postgresql', 'jdbcUrl'];
  return persistence?.postgresql?.jdbcUrl === '' ? [{ ...emptyJdbcUrl(path), step: 'writeBack', stops: 'both' }] : [];
}

/** In development the operator writes the definition anew for its runtime. */
function definition({ profile, resource }: WorkflowModel): WorkflowObstacle[] {
  const text = profile === WorkflowProfile.DEV ? flowDefinition(resource) : '';
  return isFailure(text) ? [{
    step: 'definition',
    rule: 'SF-FLOW-DEFINITION',
    stops: 'both',
    path: ['spec', 'flow'],
    given: text.reason,
    allowed: 'what the operator can write as JSON for the profile dev',
    fix: 'write the flow without it, or use another profile than dev',
  }] : [];
}

/** The operator waits for the ConfigMaps with resources; without it their pods do, so that nobody has to know of them. */
function missingResources(landscape: Landscape, workflow: WorkflowModel): WorkflowObstacle[] {
  const { name, namespace, userConfigMapName, managedConfigMapName, resource } = workflow;
  const made = [name, userConfigMapName, managedConfigMapName];
  const missing = (resource.spec.resources?.configMaps ?? []).map(({ configMap }) => configMap.name)
    .filter((configMap) => !made.includes(configMap) && !landscape.object('ConfigMap', namespace, configMap));
  return missing.length === 0 ? [] : [{
    step: 'resources',
    rule: 'SF-RESOURCES-MISSING',
    stops: 'operator',
    path: ['spec', 'resources', 'configMaps'],
    given: `ConfigMaps that are not there: ${list(missing.map(quote))}`,
    allowed: STOPS_THERE,
    fix: 'add them to the input, or correct the names',
  }];
}

/** The operator does not even begin with a Knative Service where there is no Knative. */
function missingServing({ facts }: Landscape, { deploymentModel }: WorkflowModel): WorkflowObstacle[] {
  if (deploymentModel !== 'knative' || facts.knative) return [];
  const words = {
    rule: 'SF-KNATIVE-MISSING',
    path: ['spec', 'podTemplate', 'deploymentModel'],
    given: '"knative" in a cluster without Knative Serving',
    allowed: '"kubernetes", or "knative" where Knative Serving is installed',
    fix: 'install Knative Serving, or take the deployment model "kubernetes"',
  } as const;
  return [{ ...words, step: 'deploymentModel', stops: 'operator' }, { ...words, step: 'workload', stops: 'rendering' }];
}

/** Without an operator somebody else has to build the image. */
function missingImage({ image, profile }: WorkflowModel): WorkflowObstacle[] {
  if (image !== '') return [];
  const preview = profile === WorkflowProfile.PREVIEW;
  return [{
    step: 'workload',
    rule: 'SF-IMAGE-MISSING',
    stops: 'rendering',
    path: ['spec', 'podTemplate', 'container', 'image'],
    given: preview ? 'profile preview without an operator that builds the image' : `profile ${profile} without an image`,
    allowed: 'the image that was built for the workflow',
    fix: `name it in podTemplate.container.image${preview ? ', or say what the built images are called (clusterFacts.builtImage, --built-image)' : ''}`,
  }];
}

/** In development each folder of resources is a volume, which is named after it. */
function foldersWithoutName({ profile, resource }: WorkflowModel): WorkflowObstacle[] {
  if (profile !== WorkflowProfile.DEV) return [];
  const nameless = (resource.spec.resources?.configMaps ?? []).map(({ workflowPath }) => workflowPath ? safeDns1035('res-', workflowPath) : '').find(isFailure);
  return nameless ? [{
    step: 'workload',
    rule: 'SF-NAME',
    stops: 'both',
    path: ['spec', 'resources', 'configMaps'],
    given: `a workflowPath after which no volume can be named: ${nameless.reason}`,
    allowed: 'ASCII characters, as the volume of a folder is named after it',
    fix: 'rename the folder',
  }] : [];
}

/** The operator makes all Triggers or none; without Knative it says nothing, and the workflow waits for an address that nobody gives it. */
function eventing(landscape: Landscape, { events, resource }: WorkflowModel): WorkflowObstacle[] {
  const { sink, sinkField, routes, addressedTypes } = events;
  if (!landscape.facts.knative) {
    return sink || routes.length > 0 ? [{
      step: 'sinkBinding',
      rule: 'SF-EVENT-NO-KNATIVE',
      stops: 'rendering',
      ...sinkField === 'spec.sink' && { path: ['spec', 'sink'] },
      given: `a broker or sink for the workflow${sinkField === undefined ? '' : ` (${sinkField})`}, and a cluster without Knative Eventing`,
      allowed: 'brokers and sinks in a cluster with Knative Eventing: it tells the workflow where its events go',
      fix: 'install Knative Eventing, or take the broker and the sink away',
    }] : [];
  }
  const isAddressed = ({ eventType, ref }: Source) => !ref && addressedTypes.includes(eventType);
  const byAddress = (resource.spec.sources ?? []).flatMap((source, i): WorkflowObstacle[] => !isAddressed(source) ? [] : [{
    step: 'sources',
    rule: 'SF-EVENT-SOURCE-URI',
    stops: 'both',
    path: ['spec', 'sources', i],
    given: `a source for ${quote(source.eventType)} without ref`,
    allowed: 'a Broker by ref',
    fix: 'name the Broker by ref',
  }]);
  const isReady = ({ broker: { namespace, name } }: EventRoute) => brokerState(landscape, namespace, name).ready;
  const notReady = routes.filter((route) => !isReady(route)).map(({ broker }): WorkflowObstacle => ({
    step: 'sources',
    rule: 'SF-EVENT-BROKER-READY',
    stops: 'operator',
    path: ['spec', 'sources'],
    given: `the Broker ${quote(`${broker.namespace}/${broker.name}`)}, which is not ready`,
    allowed: STOPS_THERE,
    fix: 'wait until it is ready',
  }));
  return [...byAddress, ...notReady];
}

function missingPrometheus({ facts }: Landscape, { monitored, deploymentModel }: WorkflowModel): WorkflowObstacle[] {
  if (!monitored || deploymentModel === 'knative' || facts.prometheus) return [];
  return [{
    step: 'serviceMonitor',
    rule: 'SF-PROMETHEUS-MISSING',
    stops: 'operator',
    given: 'monitoring in a cluster without the Prometheus operator',
    allowed: STOPS_THERE,
    fix: 'install the Prometheus operator, or switch spec.monitoring of the platform off',
  }];
}

/** The operator makes itself the owner of all that is in the namespace of the workflow; without an operator there are no owners. */
function ownedByOthers(landscape: Landscape, workflow: WorkflowModel): WorkflowObstacle[] {
  return workflowObjects(landscape, workflow)
    .filter(({ namespace }) => namespace === workflow.namespace)
    .filter((object) => isTaken(landscape, object, { kind: 'SonataFlow', name: workflow.name }))
    .map(({ step, kind, name }) => ({
      step,
      rule: 'SF-OBJECT-OWNED',
      stops: 'operator',
      path: ['metadata', 'name'],
      given: `the ${kind} ${quote(name)}, which belongs to another controller`,
      allowed: STOPS_THERE,
      fix: 'take the owner reference away, or give the workflow another name',
    }));
}
