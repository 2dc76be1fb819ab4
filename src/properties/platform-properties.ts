import { PropertyEntry, PropertySource } from './property-entry';
import { ExpandableProperties } from '../go/properties-expansion';
import { asObject } from '../json/lenient';
import { onceForTwo } from '../json/once';
import { Landscape } from '../model/landscape';
import { FlowPropertySpec, KeyRef, PlatformResource } from '../model/resource';

/** The objects that a property may refer to, in the order in which the operator tries them. */
const REFERENCES = [
  { field: 'secretKeyRef', kind: 'Secret', word: 'secret' },
  { field: 'configMapKeyRef', kind: 'ConfigMap', word: 'config map' },
] as const;

type ReferenceField = typeof REFERENCES[number]['field'];

/** A key of a Secret or ConfigMap, as an environment variable takes it. */
export type ValueReference = { readonly [field in ReferenceField]?: KeyRef };

/** A property whose value may be in an object of the cluster. */
export interface ReferringEntry extends PropertyEntry {
  /** Where the value is, if it is not known or must not be shown. */
  readonly reference?: ValueReference;
}

type Value = Pick<ReferringEntry, 'value' | 'reference'>;

/** A property that the operator leaves out without a word. */
export interface DroppedProperty {
  /** Its position in the list. */
  readonly index: number;
  readonly name: string;
  /** What is wrong with its value. */
  readonly reason: string;
}

/** A property that it takes. */
export interface TakenProperty extends ReferringEntry {
  /** Its position in the list. */
  readonly index: number;
}

/** What the operator makes of a platform's own properties. */
export interface PlatformProperties {
  readonly entries: readonly TakenProperty[];
  readonly dropped: readonly DroppedProperty[];
}

/**
 * The platform's own properties for its workflows, and what the operator drops of them. Of several of one name the last one counts.
 *
 * @see operator-behaviour 5.2
 */
export function platformProperties(landscape: Landscape, platform: PlatformResource | undefined): PlatformProperties {
  return platform ? propertiesOf(platform, landscape) : { entries: [], dropped: [] };
}

/** All workflows of a platform have the same. */
const propertiesOf = onceForTwo((platform: PlatformResource, landscape: Landscape): PlatformProperties => {
  const entries: TakenProperty[] = [];
  const dropped: DroppedProperty[] = [];
  const taken = new ExpandableProperties();
  const places = new Map<string, number>();
  platform.spec.properties?.flow?.forEach((property, index) => {
    const value = propertyValue(landscape, platform.metadata.namespace, property);
    const { name } = property;
    if (value === undefined || name === '') return;
    const problem = taken.set(name, value.value);
    if (problem) {
      dropped.push({ index, name, reason: problem.reason });
      const place = places.get(name);
      const before = place === undefined ? undefined : entries[place];
      // What the operator puts back has been expanded.
      if (place !== undefined && before) entries[place] = { ...before, value: taken.get(name) ?? '' };
      return;
    }
    const reason = `SonataFlowPlatform ${platform.metadata.name}: spec.properties.flow[${index}]`;
    places.set(name, entries.length);
    entries.push({ name, ...value, source: PropertySource.PLATFORM, reason, index });
  });
  return { entries, dropped };
});

/** What is not there is empty. */
function propertyValue(landscape: Landscape, namespace: string, { value, valueFrom }: FlowPropertySpec): Value | undefined {
  if (value) return { value };
  if (!valueFrom) return undefined;
  for (const { field, kind, word } of REFERENCES) {
    const key = valueFrom[field];
    if (!key) continue;
    const known = landscape.object(kind, namespace, key.name);
    const texts = [known?.stringData, known?.data].map(asObject).find((data) => Object.hasOwn(data, key.key));
    if (texts && kind === 'ConfigMap') return { value: String(texts[key.key]) };
    // An object that nobody showed is taken to be in the cluster, where the operator would look for it.
    if (texts || (!known && landscape.corrected)) {
      return { value: `<${word} ${key.name}/${key.key}>`, reference: { [field]: key } };
    }
  }
  return { value: '' };
}
