import { Check, PlatformSubject, Rule, Violation, WorkflowSubject } from './check';
import { yaml } from './example';
import { Severity } from '../findings/finding';
import { list, quote } from '../findings/words';
import { ineffectiveZeros } from '../go/merge';
import { FieldPath, fieldName } from '../json/field-path';
import { JsonObject } from '../json/json';
import { asList, asObject } from '../json/lenient';
import { databaseEnv } from '../manifests/parts/env';
import { displacedEntries, secondHandlers } from '../manifests/parts/own-entries';
import { ownServiceContainer, ownServiceEnv } from '../manifests/service/service-container';
import { ownServicePod } from '../manifests/service/service-deployment';
import { OWN_WORKFLOW_CONTAINER, WORKFLOW_CONTAINER } from '../manifests/workflow/workflow-container';
import { SERVICE_KINDS, ServiceKind, ServiceModel } from '../model/service';

const KINDS = Object.keys(SERVICE_KINDS) as ServiceKind[];

/** A container of the operator's with the wishes of a user for it. */
interface Customised {
  /** Of the pod template. */
  readonly path: FieldPath;
  readonly own: JsonObject;
  readonly users: JsonObject;
}

function eachService(check: (service: ServiceModel, path: FieldPath, subject: PlatformSubject) => readonly Violation[]): Check<PlatformSubject>['check'] {
  return (subject) => KINDS.flatMap((kind) => {
    const service = subject.platform[kind];
    return service ? check(service, ['spec', 'services', SERVICE_KINDS[kind].field, 'podTemplate'], subject) : [];
  });
}

/** A rule about the containers of the operator: services' and workflows'. */
function forEachContainer(rule: Rule, check: (customised: Customised) => readonly Violation[]) {
  return {
    platform: {
      ...rule,
      check: eachService((service, path) => check({ path, own: ownServiceContainer(service), users: service.podTemplate.container ?? {} })),
    },
    workflow: {
      ...rule,
      check: ({ workflow }: WorkflowSubject) => check({
        path: ['spec', 'podTemplate'], own: OWN_WORKFLOW_CONTAINER, users: workflow.podTemplate.container ?? {},
      }),
    },
  };
}

const replaces: Check<PlatformSubject> = {
  id: 'SF-POD-REPLACES',
  severity: Severity.ERROR,
  title: 'Volumes, mounts or ports of a service that push out the operator\'s own',
  why: 'A list of the user replaces the operator\'s: the properties are no longer mounted, or port 8080 is gone.',
  correction: 'servicePodLists',
  wrong: yaml`
    kind: SonataFlowPlatform
    spec:
      services:
        jobService:
          podTemplate:
            volumes:
              - name: certificates
                secret: {secretName: certificates}
  `,
  right: yaml`
    kind: SonataFlowPlatform
    spec:
      services:
        jobService:
          podTemplate:
            volumes:
              - name: certificates
                secret: {secretName: certificates}
              - name: application-config    # the operator's own, written out
                configMap: {name: sonataflow-platform-jobs-service-props}
  `,
  check: eachService((service, path) => [
    ...displacedEntries(service.podTemplate as JsonObject, ownServicePod(service))
      .map(([field, entries]) => displaced(service, [...path, field], entries)),
    ...displacedEntries(service.podTemplate.container ?? {}, ownServiceContainer(service))
      .map(([field, entries]) => displaced(service, [...path, 'container', field], entries)),
  ]),
};

function displaced({ kind }: ServiceModel, path: FieldPath, entries: readonly JsonObject[]): Violation {
  const own = entries.map((entry) => JSON.stringify(entry)).join(', ');
  return {
    field: fieldName(path),
    given: `a list that replaces the operator's own for the ${SERVICE_KINDS[kind].title}`,
    allowed: 'a list that has the operator\'s own entry too',
    fix: `add ${own}`,
  };
}

const probes = forEachContainer({
  id: 'SF-POD-PROBE',
  severity: Severity.ERROR,
  title: 'A probe with another handler than the operator\'s',
  why: 'The operator merges field by field, so the probe ends up with two handlers, which the API server refuses.',
  correction: 'probeHandlers',
  wrong: yaml`
    kind: SonataFlow
    spec:
      podTemplate:
        container:
          livenessProbe:
            tcpSocket: {port: 8080}
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      podTemplate:
        container:
          livenessProbe:
            httpGet: {path: /q/health/live, port: 8080}
            periodSeconds: 30
  `,
}, ({ path, own, users }) => secondHandlers(users, own).map(([probe, handlers]) => ({
  field: fieldName([...path, 'container', probe]),
  given: `${list(handlers)} beside the operator's httpGet`,
  allowed: 'httpGet, whose path and port can be changed, and the numbers of the probe',
  fix: 'use httpGet, or leave the handler out',
})));

const zero = forEachContainer({
  id: 'SF-POD-ZERO',
  severity: Severity.WARNING,
  title: 'A value of zero, false or nothing that cannot override the operator\'s',
  why: 'The operator merges in such a way that 0, false, an empty text and an empty list never win over a value of its own.',
  wrong: yaml`
    kind: SonataFlow
    spec:
      podTemplate:
        container:
          securityContext:
            runAsNonRoot: false
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      podTemplate:
        container:
          securityContext:
            runAsUser: 1001
  `,
}, ({ path, own, users }) => ineffectiveZeros(own, users).map((inContainer) => {
  const at = (object: JsonObject) => inContainer.reduce<unknown>((value, step) => asObject(value)[step], object);
  return {
    field: fieldName([...path, 'container', ...inContainer]),
    given: quote(at(users)),
    allowed: `${quote(at(own))} stays: nothing and zero never override`,
    fix: 'leave it out, or use another value where the field takes one',
  };
}));

const CONTAINER_NAME: Rule = {
  id: 'SF-POD-CONTAINER-NAME',
  severity: Severity.WARNING,
  title: 'A further container with the name of the operator\'s own',
  why: 'The operator puts its own container in the place of the one with its name; whatever that one said is lost.',
  wrong: yaml`
    kind: SonataFlow
    spec:
      podTemplate:
        containers:
          - name: workflow
            image: registry.example.org/sidecar:1.0
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      podTemplate:
        containers:
          - name: sidecar
            image: registry.example.org/sidecar:1.0
  `,
};

function containersNamed(name: string, containers: unknown, path: FieldPath): Violation[] {
  return asList(containers).flatMap((container, i) => asObject(container).name !== name ? [] : [{
    field: fieldName([...path, 'containers', i, 'name']),
    given: `${quote(name)}, which is the operator's own container`,
    allowed: 'another name: this entry is replaced without a word',
    fix: 'say it in podTemplate.container, or rename the container',
  }]);
}

const serviceContainerName: Check<PlatformSubject> = {
  ...CONTAINER_NAME,
  check: eachService(({ containerName, podTemplate }, path) => containersNamed(containerName, podTemplate.containers, path)),
};

const workflowContainerName: Check<WorkflowSubject> = {
  ...CONTAINER_NAME,
  check: ({ workflow }) => containersNamed(WORKFLOW_CONTAINER, workflow.podTemplate.containers, ['spec', 'podTemplate']),
};

const ENV_OWNED: Rule = {
  id: 'SF-ENV-OWNED',
  severity: Severity.WARNING,
  title: 'An environment variable that the operator sets itself',
  why: 'The operator\'s value wins: of a service the user\'s variable is left out, of a workflow both are written and the operator\'s comes last.',
  wrong: yaml`
    kind: SonataFlow
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets}
          serviceRef: {name: postgres}
      podTemplate:
        container:
          env:
            - name: QUARKUS_DATASOURCE_JDBC_URL
              value: jdbc:postgresql://other:5432/flows
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      persistence:
        postgresql:
          secretRef: {name: postgres-secrets}
          jdbcUrl: jdbc:postgresql://other:5432/flows
  `,
};

function ownedVariables(own: readonly JsonObject[], container: JsonObject | undefined, path: FieldPath): Violation[] {
  const names = new Set(own.map(({ name }) => name));
  return asList(container?.env).map(asObject).flatMap(({ name }, i) => name === undefined || !names.has(name) ? [] : [{
    field: fieldName([...path, 'container', 'env', i]),
    given: String(name),
    allowed: 'the operator\'s value, which wins',
    fix: 'take the variable out, and say it in the custom resource where there is a field for it',
  }]);
}

const serviceEnv: Check<PlatformSubject> = {
  ...ENV_OWNED,
  check: eachService((service, path, { landscape }) => (
    ownedVariables(ownServiceEnv(landscape.operator, service), service.podTemplate.container, path)
  )),
};

const workflowEnv: Check<WorkflowSubject> = {
  ...ENV_OWNED,
  check: ({ workflow: { database, podTemplate } }) => (
    ownedVariables(database ? databaseEnv(database) : [], podTemplate.container, ['spec', 'podTemplate'])
  ),
};

export const PLATFORM_POD_CHECKS: ReadonlyArray<Check<PlatformSubject>> = [
  replaces, probes.platform, zero.platform, serviceContainerName, serviceEnv,
];
export const WORKFLOW_POD_CHECKS: ReadonlyArray<Check<WorkflowSubject>> = [probes.workflow, zero.workflow, workflowContainerName, workflowEnv];
