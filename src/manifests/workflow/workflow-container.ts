import { isDeepStrictEqual } from 'node:util';
import { workflowEnvironment } from './workflow-environment';
import { mergeOver } from '../../go/merge';
import { deepFreeze, JsonObject } from '../../json/json';
import { asList } from '../../json/lenient';
import { withoutUndefined } from '../../json/without-undefined';
import { Landscape } from '../../model/landscape';
import { WorkflowModel } from '../../model/workflow';
import { WorkflowProfile } from '../../values/workflow-profile';
import { withoutReplacedHandlers } from '../parts/own-entries';
import { imagePullPolicy } from '../parts/pod-spec';

export const WORKFLOW_CONTAINER = 'workflow';
export const WORKFLOW_PORT = 8080;

const PORT_NAME = 'h2c';
const DEFAULT_PORT: JsonObject = deepFreeze({ name: PORT_NAME, containerPort: WORKFLOW_PORT, protocol: 'TCP' });

const probe = (check: string): JsonObject => ({
  httpGet: { path: `/q/health/${check}`, port: WORKFLOW_PORT },
  timeoutSeconds: 3,
  periodSeconds: 15,
});

const PROBES: Readonly<Record<string, JsonObject>> = deepFreeze({
  livenessProbe: probe('live'),
  readinessProbe: probe('ready'),
  startupProbe: { ...probe('started'), initialDelaySeconds: 10, failureThreshold: 5 },
});

const SECURITY: JsonObject = {
  allowPrivilegeEscalation: false,
  runAsNonRoot: true,
  seccompProfile: { type: 'RuntimeDefault' },
  capabilities: { drop: ['ALL'] },
};

/** What the operator writes before it looks at the pod template. */
export const OWN_WORKFLOW_CONTAINER: JsonObject = deepFreeze({
  ports: [DEFAULT_PORT],
  terminationMessagePolicy: 'FallbackToLogsOnError',
  ...PROBES,
  securityContext: { ...SECURITY, privileged: false },
});

/** What every version of Knative Serving takes of it. */
const KNATIVE_BASE: JsonObject = deepFreeze({
  ...Object.fromEntries(Object.entries(OWN_WORKFLOW_CONTAINER).filter(([field]) => field !== 'startupProbe')),
  securityContext: SECURITY,
});

/**
 * The container in which a workflow runs, without its mounts.
 *
 * @see operator-behaviour 4.5, 4.6
 */
export function workflowContainer(landscape: Landscape, workflow: WorkflowModel): JsonObject {
  const users = workflow.podTemplate.container ?? {};
  const container: JsonObject = {
    ...mergeOver(ownContainer(landscape, workflow, users), users),
    ...workflow.profile === WorkflowProfile.DEV && patientProbes(landscape, users),
  };
  const all = workflowEnvironment(landscape, workflow, asList(container.env) as JsonObject[]).map(({ variable }) => variable);
  const env = landscape.corrected ? inForce(all) : all;
  return withoutUndefined({
    ...container,
    name: WORKFLOW_CONTAINER,
    ports: withDefaultPort(asList(container.ports) as JsonObject[]),
    env: env.length > 0 ? env : undefined,
    // The operator writes an empty one into custom resources that it changes; it says nothing.
    resources: isDeepStrictEqual(container.resources, {}) ? undefined : container.resources,
    ...image(workflow),
  });
}

/** Of variables of one name the last one is in force, and the API server takes one alone from whoever applies them. */
function inForce(variables: readonly JsonObject[]): JsonObject[] {
  const last = new Map(variables.map(({ name }, i) => [name, i]));
  return variables.filter(({ name }, i) => last.get(name) === i);
}

function ownContainer({ corrected }: Landscape, { deploymentModel }: WorkflowModel, users: JsonObject): JsonObject {
  if (!corrected) return OWN_WORKFLOW_CONTAINER;
  return withoutReplacedHandlers(deploymentModel === 'knative' ? KNATIVE_BASE : OWN_WORKFLOW_CONTAINER, users);
}

/** In development a workflow may fail for long, unless the user says anything about a probe. */
function patientProbes({ operator }: Landscape, users: JsonObject): JsonObject {
  return Object.fromEntries(Object.keys(PROBES).filter((name) => !users[name])
    .map((name) => [name, { ...PROBES[name], failureThreshold: operator.devModeFailureThreshold }]));
}

/** The first port that has the name or the number of the operator's becomes the operator's; so one of them is always there. */
function withDefaultPort(ports: readonly JsonObject[]): JsonObject[] {
  const place = ports.findIndex(({ name, containerPort }) => name === PORT_NAME || containerPort === WORKFLOW_PORT);
  return place < 0 ? [...ports, DEFAULT_PORT] : ports.map((port, i) => i === place ? DEFAULT_PORT : port);
}

/** Where the operator chooses the image it chooses the pull policy too, whatever the user wants. */
function image(workflow: WorkflowModel): { readonly [field: string]: string | undefined } {
  if (workflow.ownImage) return {};
  return { image: workflow.image || undefined, imagePullPolicy: imagePullPolicy(workflow.image) };
}
