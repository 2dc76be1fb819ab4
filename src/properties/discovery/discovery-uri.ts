/** The kinds of objects that can be discovered, as their URIs begin. */
export const DISCOVERABLE = {
  KUBERNETES_SERVICE: 'kubernetes:services.v1',
  POD: 'kubernetes:pods.v1',
  DEPLOYMENT: 'kubernetes:deployments.v1.apps',
  STATEFUL_SET: 'kubernetes:statefulsets.v1.apps',
  INGRESS: 'kubernetes:ingresses.v1.networking.k8s.io',
  KNATIVE_SERVICE: 'knative:services.v1.serving.knative.dev',
  BROKER: 'knative:brokers.v1.eventing.knative.dev',
  DEPLOYMENT_CONFIG: 'openshift:deploymentconfigs.v1.apps.openshift.io',
  ROUTE: 'openshift:routes.v1.route.openshift.io',
} as const;

export type Discoverable = typeof DISCOVERABLE[keyof typeof DISCOVERABLE];

/** What a discovery URI asks for. */
export interface DiscoveryUri {
  readonly kind: Discoverable;
  readonly namespace: string;
  readonly name: string;
  /** The name of the wanted port; empty when none is asked for. */
  readonly port: string;
  /** Labels by which one of several Services is chosen. */
  readonly labels: Readonly<Record<string, string>>;
}

const SHORT_FORM = 'knative:';
const LABEL = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
const NAME = new RegExp(`^/(${LABEL})(?:/(${LABEL}))?(.*)$`, 's');
/** What the operator lets through as a value is odd: `/` to `a` of the ASCII table, the other small letters and `-`. */
const PARAMETER = '[a-zA-Z0-9][-a-zA-Z0-9]*=[/a-zA-Z0-9][-/-z]*';
const QUERY = new RegExp(`^\\?${PARAMETER}(?:&${PARAMETER})*$`);

/**
 * Reads `<scheme>:<kind>/[<namespace>/]<name>[?port=<port name>&<label>=<value>…]` or `knative:[<namespace>/]<name>`.
 *
 * @param defaultNamespace of an object whose namespace is not said
 */
export function parseDiscoveryUri(uri: string, defaultNamespace: string): DiscoveryUri | undefined {
  const kind = Object.values(DISCOVERABLE).find((prefix) => uri.startsWith(prefix));
  if (kind === undefined) return parseShortForm(uri, defaultNamespace);
  const [, first, second, query = ''] = NAME.exec(uri.slice(kind.length)) ?? [];
  if (first === undefined || (query !== '' && !QUERY.test(query))) return undefined;
  const { port = '', ...labels } = parameters(query);
  return { kind, namespace: second === undefined ? defaultNamespace : first, name: second ?? first, port, labels };
}

function parseShortForm(uri: string, defaultNamespace: string): DiscoveryUri | undefined {
  if (!/^knative:[a-z0-9]/.test(uri)) return undefined;
  const [first = '', second, further] = uri.slice(SHORT_FORM.length).split('/');
  const target = second === undefined || further !== undefined ? { namespace: defaultNamespace, name: first } : { namespace: first, name: second };
  return { kind: DISCOVERABLE.KNATIVE_SERVICE, ...target, port: '', labels: {} };
}

/** What is behind a second `=` is lost. */
function parameters(query: string): Record<string, string> {
  return Object.fromEntries(query.slice(1).split('&').filter((text) => text !== '').map((text) => text.split('=').slice(0, 2)) as [string, string][]);
}
