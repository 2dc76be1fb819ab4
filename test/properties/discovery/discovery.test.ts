import { failure } from '../../../src/json/failure';
import { JsonObject } from '../../../src/json/json';
import { discoverProperties } from '../../../src/properties/discovery/discovery';
import { ClusterFacts } from '../../../src/values/operator/cluster-facts';
import { landscapeOf } from '../../landscapes';

const CATALOG = 'org.kie.kogito.addons.discovery.';

const object = (apiVersion: string, kind: string, name: string, rest: object = {}, metadata: object = {}): JsonObject =>
  ({ apiVersion, kind, metadata: { name, namespace: 'pay', ...metadata }, ...rest }) as JsonObject;
const service = (name: string, spec: object, metadata: object = {}) => object('v1', 'Service', name, { spec }, metadata);
const workflow = (name: string, spec: object = {}, annotations: object = {}) => object('sonataflow.org/v1alpha08', 'SonataFlow', name,
  { spec: { flow: { states: [] }, ...spec } }, { namespace: 'orders', annotations });
const pod = (name: string, ports: object[], labels: object = {}, status: object = { podIP: '10.1.2.3' }) =>
  object('v1', 'Pod', name, { spec: { containers: [{ name: 'c', ports }] }, status }, { labels });
const workload = (apiVersion: string, kind: string, selector: object) => object(apiVersion, kind, 'w', { spec: { selector } });

const cluster: readonly JsonObject[] = [
  workflow('greet'),
  workflow('mail', { podTemplate: { deploymentModel: 'knative' } }),
  workflow('local', { podTemplate: { deploymentModel: 'knative' } }, { 'sonataflow.org/profile': 'dev' }),
  object('sonataflow.org/v1alpha08', 'SonataFlowPlatform', 'hub', {
    spec: { services: { dataIndex: {} }, eventing: { broker: { ref: { kind: 'Broker', name: 'hub-bus' } } } },
  }),
  object('sonataflow.org/v1alpha08', 'SonataFlowPlatform', 'bare', {
    spec: { eventing: { broker: { ref: { kind: 'Broker', name: 'bare-bus' } } } },
  }, { namespace: 'bare' }),
  service('named', { ports: [{ name: 'admin', port: 1 }, { name: 'web', port: 2 }, { name: 'http', port: 3 }] }),
  service('https', { ports: [{ name: 'http', port: 1 }, { name: 'https', port: 2 }] }),
  service('number', { type: 'NodePort', ports: [{ name: 'x', port: 8443, nodePort: 30000 }, { name: 'y', port: 2 }] }),
  service('outside', { type: 'ExternalName', externalName: 'api.example.com' }),
  service('balanced', { type: 'LoadBalancer', ports: [{ port: 1 }] }),
  service('portless', {}),
  service('z-front', { selector: { app: 'w' }, ports: [{ port: 1 }] }, { labels: { tier: 'z' } }),
  service('a-front', { selector: { app: 'w', x: 'y' }, ports: [{ port: 2 }] }),
  service('b-front', { selector: { app: 'w' }, ports: [{ port: 3 }, { name: 'extra', port: 4 }] }, { labels: { tier: 'b', zone: 'one' } }),
  pod('alone', [{ name: 'x', containerPort: 1 }, { name: 'http', containerPort: 2 }]),
  pod('portless', []),
  pod('starting', [{ containerPort: 1 }], {}, {}),
  pod('behind', [{ containerPort: 1 }], { app: 'w', more: 'labels' }),
  workload('apps/v1', 'Deployment', { matchLabels: { app: 'w' } }),
  workload('apps/v1', 'StatefulSet', { matchLabels: { app: 'other' } }),
  workload('apps.openshift.io/v1', 'DeploymentConfig', { app: 'w' }),
  object('networking.k8s.io/v1', 'Ingress', 'plain', { status: { loadBalancer: { ingress: [{ ip: '1.2.3.4' }, { hostname: 'second' }] } } }),
  object('networking.k8s.io/v1', 'Ingress', 'tls', { spec: { tls: [{}] }, status: { loadBalancer: { ingress: [{ ip: '1.2.3.4', hostname: 'shop' }] } } }),
  object('networking.k8s.io/v1', 'Ingress', 'new'),
  object('route.openshift.io/v1', 'Route', 'plain', { spec: { host: 'plain.example.com' } }),
  object('route.openshift.io/v1', 'Route', 'tls', { spec: { host: 'tls.example.com', tls: {} } }),
  object('serving.knative.dev/v1', 'Service', 'square'),
  object('serving.knative.dev/v1', 'Service', 'cube', { status: { address: { url: 'http://cube.example.com' } } }),
  object('eventing.knative.dev/v1', 'Broker', 'bus', {}, { annotations: { 'eventing.knative.dev/broker.class': 'Kafka' } }),
  object('eventing.knative.dev/v1', 'Broker', 'own', { status: { address: { url: 'http://own.example.com' } } }),
];

const discover = (entries: readonly { name: string; value: string }[] | undefined, flow: object = {}, facts: ClusterFacts = {}) => {
  const landscape = landscapeOf([...cluster, workflow('subject', { flow })], { openshift: true, brokerClasses: { 'pay/fact': 'KafkaNamespaced' }, ...facts });
  const subject = landscape.workflows.find(({ metadata }) => metadata.name === 'subject')!;
  return discoverProperties(landscape, subject, entries ? { entries } : failure('unreadable')).map(({ name, value }) => [name, value]);
};
const addressOf = (uri: string, facts: ClusterFacts = {}) => discover([{ name: 'a', value: `\${${uri}}` }], {}, facts).find(([name]) => name === 'a')?.[1];

test.each([
  ['kubernetes:services.v1/pay/named', 'http://named.pay.svc:3'],
  ['kubernetes:services.v1/pay/named?port=admin', 'http://named.pay.svc:1'],
  ['kubernetes:services.v1/pay/named?port=none', 'http://named.pay.svc:3'],
  ['kubernetes:services.v1/pay/https', 'https://https.pay.svc:2'],
  ['kubernetes:services.v1/pay/https?port=http', 'http://https.pay.svc:1'],
  ['kubernetes:services.v1/pay/number', 'https://number.pay.svc:8443'],
  ['kubernetes:services.v1/pay/outside', 'http://api.example.com:80'],
  ['kubernetes:services.v1/pay/balanced', undefined],
  ['kubernetes:services.v1/pay/portless', undefined],
  ['kubernetes:services.v1/pay/square', undefined],
  ['kubernetes:services.v1/named', undefined],
  ['kubernetes:services.v1/greet', 'http://greet.orders.svc:80'],
  ['kubernetes:services.v1/local', 'http://local.orders.svc:80'],
  ['kubernetes:services.v1/mail', undefined],
  ['kubernetes:services.v1/pay/hub-data-index-service', 'http://hub-data-index-service.pay.svc:80'],
  ['kubernetes:services.v1/pay/hub-jobs-service', undefined],
  ['kubernetes:pods.v1/pay/alone', 'http://10-1-2-3.pay.pod:2'],
  ['kubernetes:pods.v1/pay/alone?port=x', 'http://10-1-2-3.pay.pod:1'],
  ['kubernetes:pods.v1/pay/portless', undefined],
  ['kubernetes:pods.v1/pay/starting', undefined],
  ['kubernetes:pods.v1/pay/behind', 'http://b-front.pay.svc:3'],
  ['kubernetes:pods.v1/pay/behind?port=extra', 'http://b-front.pay.svc:4'],
  ['kubernetes:pods.v1/pay/none', undefined],
  ['kubernetes:deployments.v1.apps/pay/w', 'http://b-front.pay.svc:3'],
  ['kubernetes:deployments.v1.apps/pay/w?tier=z', 'http://z-front.pay.svc:1'],
  ['kubernetes:deployments.v1.apps/pay/w?tier=b&zone=two', 'http://b-front.pay.svc:3'],
  ['kubernetes:statefulsets.v1.apps/pay/w', undefined],
  ['openshift:deploymentconfigs.v1.apps.openshift.io/pay/w', 'http://b-front.pay.svc:3'],
  ['kubernetes:ingresses.v1.networking.k8s.io/pay/plain', 'http://1.2.3.4:80'],
  ['kubernetes:ingresses.v1.networking.k8s.io/pay/tls', 'https://shop:443'],
  ['kubernetes:ingresses.v1.networking.k8s.io/pay/new', undefined],
  ['openshift:routes.v1.route.openshift.io/pay/plain', 'http://plain.example.com'],
  ['openshift:routes.v1.route.openshift.io/pay/tls', 'https://tls.example.com'],
  ['openshift:routes.v1.route.openshift.io/pay/none', undefined],
  ['knative:services.v1.serving.knative.dev/pay/square', 'http://square.pay.svc.cluster.local'],
  ['knative:pay/cube', 'http://cube.example.com'],
  ['knative:mail', 'http://mail.orders.svc.cluster.local'],
  ['knative:greet', undefined],
  ['knative:pay/named', undefined],
  ['knative:brokers.v1.eventing.knative.dev/pay/bus', 'http://kafka-broker-ingress.knative-eventing.svc.cluster.local/pay/bus'],
  ['knative:brokers.v1.eventing.knative.dev/pay/own', 'http://own.example.com'],
  ['knative:brokers.v1.eventing.knative.dev/pay/fact', 'http://kafka-broker-ingress.knative-eventing.svc.cluster.local/pay/fact'],
  ['knative:brokers.v1.eventing.knative.dev/pay/hub-bus', 'http://broker-ingress.knative-eventing.svc.cluster.local/pay/hub-bus'],
  ['knative:brokers.v1.eventing.knative.dev/bare/bare-bus', 'http://broker-ingress.knative-eventing.svc.cluster.local/bare/bare-bus'],
  ['knative:brokers.v1.eventing.knative.dev/pay/none', undefined],
])('%s is at %s', (uri, address) => expect(addressOf(uri)).toBe(address));

test.each<[string, ClusterFacts]>([
  ['knative:pay/cube', { knative: false }],
  ['knative:brokers.v1.eventing.knative.dev/pay/own', { knative: false }],
  ['openshift:routes.v1.route.openshift.io/pay/plain', { openshift: false }],
])('%s is not found with %j', (uri, facts) => expect(addressOf(uri, facts)).toBeUndefined());

const GREET = '${kubernetes:services.v1/greet}';
const CUBE = 'knative:services.v1.serving.knative.dev/pay/cube';

test.each<[string, { name: string; value: string }[] | undefined, object, string[][]]>([
  ['an unreadable file', undefined, {}, []],
  ['only whole values', [
    { name: 'a', value: `http://${GREET}` }, { name: 'b', value: GREET.slice(2, -1) }, { name: 'c', value: `${GREET} ` }, { name: 'd', value: GREET.replace('kubernetes', 'other') },
  ], {}, []],
  ['names of the catalog are skipped', [{ name: `${CATALOG}mine`, value: GREET }], {}, []],
  ['one catalog entry for each address', [{ name: 'a b', value: GREET }, { name: 'c', value: GREET }], {}, [
    [`${CATALOG}kubernetes\\:services.v1\\/greet`, 'http://greet.orders.svc:80'],
    ['a b', 'http://greet.orders.svc:80'],
    ['c', 'http://greet.orders.svc:80'],
  ]],
  ['the query stays in the catalog', [{ name: 'a', value: '${kubernetes:services.v1/greet?port=web&x=y}' }], {}, [
    [`${CATALOG}kubernetes\\:services.v1\\/greet?port\\=web&x\\=y`, 'http://greet.orders.svc:80'],
    ['a', 'http://greet.orders.svc:80'],
  ]],
  ['functions come last, without query', [{ name: 'a', value: GREET }], {
    functions: [{ name: 'f', operation: `${CUBE}?path=/calc` }, { name: 'g', operation: 'knative:pay/cube' }, { name: 'h', operation: `${CUBE}-not` }],
  }, [
    [`${CATALOG}kubernetes\\:services.v1\\/greet`, 'http://greet.orders.svc:80'],
    ['a', 'http://greet.orders.svc:80'],
    [`${CATALOG}knative\\:services.v1.serving.knative.dev\\/pay\\/cube`, 'http://cube.example.com'],
  ]],
  ['functions do without the file', undefined, { functions: [{ name: 'f', operation: CUBE }] }, [
    [`${CATALOG}knative\\:services.v1.serving.knative.dev\\/pay\\/cube`, 'http://cube.example.com'],
  ]],
])('%s', (_, entries, flow, expected) => expect(discover(entries, flow)).toEqual(expected));
