import { Check, PlatformSubject, WorkflowSubject } from './check';
import { yaml } from './example';
import { Severity } from '../findings/finding';
import { list, quote, suggest } from '../findings/words';
import { SERVICE_KINDS, ServiceKind } from '../model/service';
import { WorkflowProfile } from '../values/workflow-profile';

const KINDS = Object.keys(SERVICE_KINDS) as ServiceKind[];

const noBroker: Check<WorkflowSubject> = {
  id: 'SF-EVENT-NO-BROKER',
  severity: Severity.WARNING,
  title: 'An event that no broker delivers or takes',
  why: 'Without a source or a broker there is no Trigger, and without a sink or a broker there is no address: the event goes nowhere.',
  wrong: yaml`
    kind: SonataFlowPlatform
    ---
    kind: SonataFlow
    spec:
      flow:
        events:
          - {name: orderPlaced, type: orders.placed, source: shop, kind: consumed}
  `,
  right: yaml`
    kind: SonataFlowPlatform
    spec:
      eventing:
        broker:
          ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: default}
    ---
    kind: SonataFlow
    spec:
      flow:
        events:
          - {name: orderPlaced, type: orders.placed, source: shop, kind: consumed}
  `,
  check: ({ workflow: { profile, flow, events }, resource }) => flow.events.flatMap(({ name, type, kind }, i) => {
    const produced = kind === 'produced';
    const consumable = [...events.addressedTypes, ...events.routes.map(({ eventType }) => eventType)];
    const reached = produced ? events.sink : consumable.includes(type);
    if (reached || profile === WorkflowProfile.DEV) return [];
    const source = produced ? undefined : resource.spec.sources?.find(({ eventType }) => eventType === type)?.ref;
    return [{
      field: `spec.flow.events[${i}]`,
      given: `the ${produced ? 'produced' : 'consumed'} event ${quote(name)} ${source ? `with a source that is no Broker but a ${source.kind}` : 'without a broker'}`,
      allowed: produced ? 'a sink of the workflow or a broker of the platform' : 'a Broker (eventing.knative.dev/v1) as source, or a broker of the platform',
      fix: `give spec.${produced ? 'sink' : 'sources'}, or spec.eventing.broker of the platform`,
    }];
  }),
};

const sourceUnknown: Check<WorkflowSubject> = {
  id: 'SF-EVENT-SOURCE-UNKNOWN',
  severity: Severity.WARNING,
  title: 'A source for a type that no consumed event of the flow has',
  why: 'The operator looks for a source by the type of each consumed event; one for another type is ignored.',
  wrong: yaml`
    kind: SonataFlow
    spec:
      flow:
        events:
          - {name: orderPlaced, type: orders.placed, kind: consumed}
      sources:
        - eventType: order.placed
          ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: default}
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      flow:
        events:
          - {name: orderPlaced, type: orders.placed, kind: consumed}
      sources:
        - eventType: orders.placed
          ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: default}
  `,
  check: ({ workflow, resource }) => {
    const types = [...new Set(workflow.flow.events.filter(({ kind }) => kind !== 'produced').map(({ type }) => type))];
    return (resource.spec.sources ?? []).flatMap(({ eventType }, i) => types.includes(eventType) ? [] : [{
      field: `spec.sources[${i}].eventType`,
      given: quote(eventType),
      allowed: types.length === 0 ? 'nothing: the flow consumes no event' : `a type of a consumed event: ${list(types)}`,
      fix: suggest(eventType, types, types.length === 0 ? 'take the source out, or declare the event' : `use one of ${list(types)}`),
    }]);
  },
};

const sourceUri: Check<WorkflowSubject> = {
  id: 'SF-EVENT-SOURCE-URI',
  severity: Severity.ERROR,
  title: 'A source by its uri alone',
  why: 'The operator wants the Broker by name; with a uri alone it breaks off, again and again.',
  correction: 'operatorStops',
  wrong: yaml`
    kind: SonataFlow
    spec:
      flow:
        events:
          - {name: orderPlaced, type: orders.placed, kind: consumed}
      sources:
        - eventType: orders.placed
          uri: http://broker-ingress.knative-eventing/shop/default
  `,
  right: yaml`
    kind: SonataFlow
    spec:
      flow:
        events:
          - {name: orderPlaced, type: orders.placed, kind: consumed}
      sources:
        - eventType: orders.placed
          ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: default}
  `,
  check: ({ workflow: { profile, events }, resource }) => profile === WorkflowProfile.DEV ? [] : (resource.spec.sources ?? [])
    .flatMap(({ eventType, ref }, i) => ref || !events.addressedTypes.includes(eventType) ? [] : [{
      field: `spec.sources[${i}]`, given: `a source for ${quote(eventType)} without ref`, allowed: 'a Broker by ref', fix: 'name the Broker by ref',
    }]),
};

const brokerUri: Check<PlatformSubject> = {
  id: 'SF-EVENT-BROKER-URI',
  severity: Severity.ERROR,
  title: 'The broker of a platform by its uri alone',
  why: 'The operator breaks off when it makes the Triggers of a service of the platform, again and again.',
  correction: 'operatorStops',
  wrong: yaml`
    kind: SonataFlowPlatform
    spec:
      eventing:
        broker:
          uri: http://broker-ingress.knative-eventing/shop/default
      services:
        dataIndex: {}
  `,
  right: yaml`
    kind: SonataFlowPlatform
    spec:
      eventing:
        broker:
          ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: default}
      services:
        dataIndex: {}
  `,
  check: ({ platform }) => {
    const broken = KINDS.filter((kind) => platform[kind]?.source && !platform[kind].source.ref);
    return broken.length === 0 ? [] : [{
      field: 'spec.eventing.broker',
      given: `a broker by its uri alone, for the ${list(broken.map((kind) => SERVICE_KINDS[kind].title))}`,
      allowed: 'a broker by ref; else the operator breaks off',
      fix: 'name the broker by ref, or give each service a source by ref',
    }];
  },
};

const jobsSplit: Check<PlatformSubject> = {
  id: 'SF-EVENT-JOBS-SPLIT',
  severity: Severity.WARNING,
  title: 'A Jobs Service with a source and no sink, or the other way round',
  why: 'Its properties follow the source, its SinkBinding follows the sink: with one alone `${K_SINK}` stays empty, or the sink is not used.',
  wrong: yaml`
    kind: SonataFlowPlatform
    spec:
      services:
        jobService:
          source:
            ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: default}
  `,
  right: yaml`
    kind: SonataFlowPlatform
    spec:
      services:
        jobService:
          source:
            ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: default}
          sink:
            ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: default}
  `,
  check: ({ platform: { jobsService } }) => {
    const bySink = jobsService?.sink !== undefined;
    if (!jobsService || bySink === jobsService.eventsOverKnative) return [];
    return [{
      field: `spec.services.jobService.${bySink ? 'sink' : 'source'}`,
      given: `a ${bySink ? 'sink without a source' : 'source without a sink'}, and no broker of the platform`,
      allowed: bySink ? 'both: the properties still speak of direct HTTP, and the sink is not used' : 'both: ${K_SINK} stays empty without a sink',
      fix: `give the ${bySink ? 'source' : 'sink'} too, or spec.eventing.broker for both`,
    }];
  },
};

const dev: Check<WorkflowSubject> = {
  id: 'SF-EVENT-DEV',
  severity: Severity.INFORMATION,
  title: 'Events in the profile dev',
  why: 'In the profile dev the operator makes neither Triggers nor a SinkBinding: no event comes or goes by a broker.',
  wrong: yaml`
    kind: SonataFlow
    metadata:
      annotations:
        sonataflow.org/profile: dev
    spec:
      flow:
        events:
          - {name: orderPlaced, type: orders.placed, kind: consumed}
  `,
  right: yaml`
    kind: SonataFlow
    metadata:
      annotations:
        sonataflow.org/profile: preview
    spec:
      flow:
        events:
          - {name: orderPlaced, type: orders.placed, kind: consumed}
      sources:
        - eventType: orders.placed
          ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: default}
  `,
  check: ({ workflow: { profile, flow } }) => profile !== WorkflowProfile.DEV || flow.events.length === 0 ? [] : [{
    field: 'spec.flow.events',
    given: `${flow.events.length} event${flow.events.length > 1 ? 's' : ''} in the profile dev`,
    allowed: 'no Triggers and no SinkBinding are made',
    fix: 'send events by HTTP while developing, or use the profile preview or gitops',
  }],
};

const timeouts: Check<WorkflowSubject> = {
  id: 'SF-TIMEOUT-NO-JOBS',
  severity: Severity.WARNING,
  title: 'Timers without a Jobs Service',
  why: 'Without an enabled Jobs Service the timers live in the memory of the pod and are lost with it.',
  wrong: yaml`
    kind: SonataFlowPlatform
    ---
    kind: SonataFlow
    spec:
      flow:
        states:
          - {name: Wait, type: sleep, duration: PT1H, end: true}
  `,
  right: yaml`
    kind: SonataFlowPlatform
    spec:
      services:
        jobService: {}
    ---
    kind: SonataFlow
    spec:
      flow:
        states:
          - {name: Wait, type: sleep, duration: PT1H, end: true}
  `,
  check: ({ workflow: { profile, flow, jobsService } }) => profile === WorkflowProfile.DEV || !flow.hasTimeouts || jobsService ? [] : [{
    field: 'spec.flow',
    given: 'a flow with timeouts or sleeps, and no enabled Jobs Service of its platform or of the cluster platform',
    allowed: 'the timers live in the memory of the pod and are lost with it',
    fix: 'add a JobsServiceConstruct to the platform',
  }],
};

export const PLATFORM_EVENTING_CHECKS: ReadonlyArray<Check<PlatformSubject>> = [brokerUri, jobsSplit];
export const WORKFLOW_EVENTING_CHECKS: ReadonlyArray<Check<WorkflowSubject>> = [noBroker, sourceUnknown, sourceUri, dev, timeouts];
