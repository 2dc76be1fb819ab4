import { discover } from './discovery-catalog';
import { DISCOVERABLE, parseDiscoveryUri } from './discovery-uri';
import { Property } from '../../go/properties-format';
import { Failure, isFailure } from '../../json/failure';
import { Landscape } from '../../model/landscape';
import { WorkflowResource } from '../../model/resource';
import { flowFacts } from '../../workflow-definition/flow-facts';

const PREFIX = 'org.kie.kogito.addons.discovery.';
const DISCOVERY_VALUE = /^\$\{((?:kubernetes|knative|openshift):[^\n]*)\}$/;

/**
 * The properties with the addresses that the operator finds for a workflow, in its order: for each property of the user whose
 * whole value asks for an address, and then for each function that calls a Knative Service.
 *
 * @param userProperties what the user's file says; nothing is found for it when it cannot be read
 * @see operator-behaviour 5.5
 */
export function discoverProperties(
  landscape: Landscape,
  workflow: WorkflowResource,
  userProperties: { readonly entries: readonly Property[] } | Failure,
): readonly Property[] {
  const addressOf = (text: string) => {
    const uri = parseDiscoveryUri(text, workflow.metadata.namespace);
    return uri && discover(landscape, uri);
  };
  const found = new Map<string, string>();
  for (const { name, value } of isFailure(userProperties) ? [] : userProperties.entries) {
    const uri = discoveryUriIn(name, value);
    const address = uri && addressOf(uri);
    if (uri && address) found.set(catalogName(uri), address).set(name, address);
  }
  for (const { operation } of flowFacts(workflow.spec.flow).functions) {
    const address = operation.startsWith(DISCOVERABLE.KNATIVE_SERVICE) ? addressOf(operation) : undefined;
    if (address) found.set(catalogName(operation.replace(/\?.*/s, '')), address);
  }
  return [...found].map(([name, value]) => ({ name, value }));
}

/** What a property of the user's asks for, if its whole value is such an expression. */
export function discoveryUriIn(name: string, value: string): string | undefined {
  return name.startsWith(PREFIX) ? undefined : DISCOVERY_VALUE.exec(value)?.[1];
}

/** The property by which the workflow's runtime looks an address up. */
function catalogName(uri: string): string {
  return PREFIX + uri.replace(/[:/=]/g, '\\$&');
}
