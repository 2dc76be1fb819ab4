import { Check, ClusterPlatformSubject, PlatformSubject } from './check';
import { yaml } from './example';
import { Severity } from '../findings/finding';
import { list, quote, suggest } from '../findings/words';

/** A cluster platform that refers to what is not declared; an app may know that the platform is managed elsewhere. */
export const CLUSTER_REF = 'SF-CLUSTER-REF';

const reference: Check<ClusterPlatformSubject> = {
  id: CLUSTER_REF,
  severity: Severity.ERROR,
  title: 'A cluster platform that refers to a platform that is not there',
  why: 'The cluster platform never becomes ready, and nothing is shared.',
  wrong: yaml`
    kind: SonataFlowClusterPlatform
    spec:
      platformRef: {name: sonataflow-platfrom, namespace: default}
    ---
    kind: SonataFlowPlatform
  `,
  right: yaml`
    kind: SonataFlowClusterPlatform
    spec:
      platformRef: {name: sonataflow-platform, namespace: default}
    ---
    kind: SonataFlowPlatform
  `,
  check: ({ landscape, resource: { spec: { platformRef: { name, namespace } } } }) => {
    if (landscape.platforms(namespace).some(({ metadata }) => metadata.name === name)) return [];
    const known = landscape.namespaces.flatMap((place) => landscape.platforms(place)).map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
    return [{
      field: 'spec.platformRef',
      given: quote(`${namespace}/${name}`),
      allowed: known.length === 0 ? 'a SonataFlowPlatform that is declared' : `a SonataFlowPlatform that is declared: ${list(known)}`,
      fix: suggest(`${namespace}/${name}`, known, 'declare the platform, or refer to one that is declared'),
    }];
  },
};

const events: Check<PlatformSubject> = {
  id: 'SF-CLUSTER-EVENTS',
  severity: Severity.WARNING,
  title: 'A platform with a Data Index of its own below a cluster platform with a broker',
  why: 'Its workflows send their events to the broker of the cluster, its services do not look there: the events never reach its Data Index.',
  wrong: yaml`
    kind: SonataFlowClusterPlatform
    spec:
      platformRef: {name: central, namespace: shared}
    ---
    kind: SonataFlowPlatform
    metadata: {name: central, namespace: shared}
    spec:
      eventing:
        broker:
          ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: default}
    ---
    kind: SonataFlowPlatform
    metadata: {name: local, namespace: orders}
    spec:
      services:
        dataIndex: {}
  `,
  right: yaml`
    kind: SonataFlowClusterPlatform
    spec:
      platformRef: {name: central, namespace: shared}
    ---
    kind: SonataFlowPlatform
    metadata: {name: central, namespace: shared}
    spec:
      eventing:
        broker:
          ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: default}
    ---
    kind: SonataFlowPlatform
    metadata: {name: local, namespace: orders}
    spec:
      eventing:
        broker:
          ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: default, namespace: shared}
      services:
        dataIndex: {}
  `,
  check: ({ platform: { shared, dataIndex }, resource }) => {
    if (!shared?.platform.spec.eventing?.broker || shared.platform === resource || !dataIndex || dataIndex.source) return [];
    return [{
      field: 'spec.services.dataIndex',
      given: `a Data Index without a broker below the cluster platform ${quote(shared.clusterPlatformName)}, which has one`,
      allowed: 'its workflows send to the broker of the cluster: their events never reach this Data Index',
      fix: 'give spec.eventing.broker here too, or leave the services to the cluster platform',
    }];
  },
};

const shadowed: Check<PlatformSubject> = {
  id: 'SF-CLUSTER-SHADOWED',
  severity: Severity.WARNING,
  title: 'A platform whose own services keep those of the cluster platform out',
  why: 'A platform that says anything about services, even `services: {}`, uses none of the cluster platform\'s.',
  wrong: yaml`
    kind: SonataFlowClusterPlatform
    spec:
      platformRef: {name: central, namespace: shared}
    ---
    kind: SonataFlowPlatform
    metadata: {name: central, namespace: shared}
    spec:
      services: {dataIndex: {}, jobService: {}}
    ---
    kind: SonataFlowPlatform
    metadata: {name: local, namespace: orders}
    spec:
      services: {}
  `,
  right: yaml`
    kind: SonataFlowClusterPlatform
    spec:
      platformRef: {name: central, namespace: shared}
    ---
    kind: SonataFlowPlatform
    metadata: {name: central, namespace: shared}
    spec:
      services: {dataIndex: {}, jobService: {}}
    ---
    kind: SonataFlowPlatform
    metadata: {name: local, namespace: orders}
  `,
  check: ({ platform: { shared }, resource }) => {
    if (!shared?.sharesServices || shared.platform === resource || resource.spec.services === undefined) return [];
    const own = Object.keys(resource.spec.services);
    return [{
      field: 'spec.services',
      given: own.length === 0 ? '{}' : list(own),
      allowed: `none of the services of the cluster platform ${quote(shared.clusterPlatformName)} is used here`,
      fix: 'leave spec.services out to use those of the cluster',
    }];
  },
};

export const CLUSTER_PLATFORM_CHECKS: ReadonlyArray<Check<ClusterPlatformSubject>> = [reference];
export const CLUSTERED_PLATFORM_CHECKS: ReadonlyArray<Check<PlatformSubject>> = [events, shadowed];
