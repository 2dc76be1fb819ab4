import { isExpandable } from './properties-format';
import { PropertyEntry, PropertySource } from './property-entry';
import { Landscape } from '../model/landscape';
import { FlowPropertySpec, KeyRef, PlatformResource } from '../model/resource';

/**
 * The platform's own properties for its workflows; what the operator drops is left out.
 *
 * @see operator-behaviour 5.2
 */
export function platformProperties(landscape: Landscape, platform: PlatformResource | undefined): PropertyEntry[] {
  const entries = new Map<string, string>();
  const reasons = new Map<string, string>();
  platform?.spec.properties?.flow?.forEach((property, i) => {
    const value = propertyValue(landscape, platform.metadata.namespace, property);
    if (value === undefined || !isExpandable(property.name, value, entries)) return;
    entries.set(property.name, value);
    reasons.set(property.name, `SonataFlowPlatform ${platform.metadata.name}: spec.properties.flow[${i}]`);
  });
  return [...entries].map(([name, value]) => ({ name, value, source: PropertySource.PLATFORM, reason: reasons.get(name)! }));
}

/** A Secret is tried before a ConfigMap; what is not there is empty. */
function propertyValue(landscape: Landscape, namespace: string, { value, valueFrom }: FlowPropertySpec): string | undefined {
  if (value) return value;
  if (!valueFrom) return undefined;
  const { secretKeyRef, configMapKeyRef } = valueFrom;
  if (secretKeyRef && hasKey(landscape, 'Secret', namespace, secretKeyRef)) return secretPlaceholder(secretKeyRef);
  if (configMapKeyRef && hasKey(landscape, 'ConfigMap', namespace, configMapKeyRef)) {
    return String(dataOf(landscape, 'ConfigMap', namespace, configMapKeyRef.name)[configMapKeyRef.key]);
  }
  return '';
}

export function secretPlaceholder({ name, key }: KeyRef): string {
  return `<secret ${name}/${key}>`;
}

function hasKey(landscape: Landscape, kind: string, namespace: string, { name, key }: KeyRef): boolean {
  return Object.hasOwn(dataOf(landscape, kind, namespace, name), key);
}

function dataOf(landscape: Landscape, kind: string, namespace: string, name: string): Record<string, unknown> {
  const object = landscape.object(kind, namespace, name);
  return { ...object?.data as object | undefined, ...object?.stringData as object | undefined };
}
