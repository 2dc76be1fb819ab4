import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Finding, Severity } from '../../findings/finding';
import { quote } from '../../findings/words';
import { SonataFlowPlatformConstruct } from '../platform/sonataflow-platform-construct';

/** The platform in whose scope a construct is. */
export function platformInScope(construct: IConstruct): SonataFlowPlatformConstruct | undefined {
  const scope = construct.node.scope;
  if (scope === undefined || scope instanceof SonataFlowPlatformConstruct) return scope;
  return platformInScope(scope);
}

/** The namespace that a chart gives to what is in it. */
export function chartNamespace(construct: IConstruct): string | undefined {
  return Chart.of(construct).namespace;
}

/**
 * The operator binds by namespace, so a child belongs into its platform's.
 */
export function namespaceFindings(
  child: IConstruct,
  namespace: string | undefined,
  platform: { readonly platformName: string; readonly platformNamespace?: string },
): Finding[] {
  if (namespace === platform.platformNamespace) return [];
  const named = (name: string | undefined) => name === undefined ? 'no namespace' : `namespace ${quote(name)}`;
  return [{
    rule: 'SF-PLATFORM-NAMESPACE',
    severity: Severity.ERROR,
    where: child.node.path,
    given: `${named(namespace)}, while its platform ${quote(platform.platformName)} is in ${named(platform.platformNamespace)}`,
    allowed: 'the namespace of the platform: the operator binds by namespace',
    fix: 'give both charts the same namespace; to share services with other namespaces use a cluster platform (services only, never persistence)',
  }];
}
