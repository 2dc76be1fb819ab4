import { parseDiscoveryUri } from '../../../src/properties/discovery/discovery-uri';

const parse = (uri: string) => {
  const parsed = parseDiscoveryUri(uri, 'here');
  return parsed && [parsed.kind, parsed.namespace, parsed.name, parsed.port, parsed.labels];
};

test.each<[string, string, string, string, string, Record<string, string>]>([
  ['kubernetes:services.v1/billing', 'kubernetes:services.v1', 'here', 'billing', '', {}],
  ['kubernetes:services.v1/pay/billing', 'kubernetes:services.v1', 'pay', 'billing', '', {}],
  ['kubernetes:pods.v1/a-1/b-2?port=http-port', 'kubernetes:pods.v1', 'a-1', 'b-2', 'http-port', {}],
  ['kubernetes:deployments.v1.apps/d?app=x&port=web&tier=Back/End', 'kubernetes:deployments.v1.apps', 'here', 'd', 'web', { app: 'x', tier: 'Back/End' }],
  ['kubernetes:statefulsets.v1.apps/s?app=x=y', 'kubernetes:statefulsets.v1.apps', 'here', 's', '', { app: 'x' }],
  ['kubernetes:ingresses.v1.networking.k8s.io/i', 'kubernetes:ingresses.v1.networking.k8s.io', 'here', 'i', '', {}],
  ['knative:services.v1.serving.knative.dev/f/s?path=/calc', 'knative:services.v1.serving.knative.dev', 'f', 's', '', { path: '/calc' }],
  ['knative:brokers.v1.eventing.knative.dev/b', 'knative:brokers.v1.eventing.knative.dev', 'here', 'b', '', {}],
  ['knative:local-fn', 'knative:services.v1.serving.knative.dev', 'here', 'local-fn', '', {}],
  ['knative:functions/square', 'knative:services.v1.serving.knative.dev', 'functions', 'square', '', {}],
  ['openshift:routes.v1.route.openshift.io/r', 'openshift:routes.v1.route.openshift.io', 'here', 'r', '', {}],
  ['openshift:deploymentconfigs.v1.apps.openshift.io/n/d', 'openshift:deploymentconfigs.v1.apps.openshift.io', 'n', 'd', '', {}],
])('%s', (uri, ...expected) => expect(parse(uri)).toEqual(expected));

test.each([
  'kubernetes:services.v1',
  'kubernetes:services.v1/',
  'kubernetes:services.v1/Billing',
  'kubernetes:services.v1/a/b/c',
  'kubernetes:services.v1/a-',
  'kubernetes:services.v1beta1/a',
  'kubernetes:services.v2/a',
  'kubernetes:services.v1/a?port',
  'kubernetes:services.v1/a?port=',
  'kubernetes:services.v1/a?port=a.b',
  'kubernetes:services.v1/a?app=x&',
  'kubernetes:services.v1/a?app.kubernetes.io=x',
  'knative:services.v1.serving.knative.dev',
  'knative:-a',
  'http://billing',
])('%s asks for nothing', (uri) => expect(parse(uri)).toBeUndefined());
