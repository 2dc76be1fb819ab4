import { asOneProperty } from './java-properties';
import { ReferringEntry } from './platform-properties';
import { PropertyEntry } from './property-entry';
import { propertyLayers } from './property-layers';
import { compareBytes } from '../go/compare-bytes';
import { formatProperties } from '../go/properties-format';
import { onceForTwo } from '../json/once';
import { Landscape } from '../model/landscape';
import { WorkflowModel } from '../model/workflow';

/**
 * The properties that the operator injects into a workflow, in the order of its file.
 *
 * Most layers are sorted together, and what the operator adds last comes last. What service discovery found goes before all of them.
 *
 * @see operator-behaviour 5.1 to 5.5
 */
export function managedProperties(landscape: Landscape, workflow: WorkflowModel): readonly ReferringEntry[] {
  return managedBy(workflow, landscape);
}

const managedBy = onceForTwo((workflow: WorkflowModel, landscape: Landscape): readonly ReferringEntry[] => {
  const { defaults, platform, wiring, addresses, discovered, immutable } = propertyLayers(landscape, workflow);
  const sorted = overlay<ReferringEntry>(defaults, platform, wiring).sort((a, b) => compareBytes(a.name, b.name));
  return overlay<ReferringEntry>(discovered, overlay(sorted, addresses), discovered, immutable);
});

/** The properties of a workflow that beat those of its platform, by name. */
export function propertiesOverPlatform(landscape: Landscape, workflow: WorkflowModel): ReadonlyMap<string, PropertyEntry> {
  const { wiring, addresses, discovered, immutable } = propertyLayers(landscape, workflow);
  return new Map([...wiring, ...addresses, ...discovered, ...immutable].map((entry) => [entry.name, entry]));
}

/** Of several entries of one name the first gives the place and the last gives the value. */
function overlay<Entry extends PropertyEntry>(...layers: ReadonlyArray<readonly Entry[]>): Entry[] {
  return [...new Map(layers.flat().map((entry) => [entry.name, entry])).values()];
}

/** The text of the managed file: if anything is corrected, what is in a Secret goes another way, and each property is one to Java. */
export function managedFile(landscape: Landscape, workflow: WorkflowModel): string {
  const properties = managedProperties(landscape, workflow);
  return formatProperties(landscape.corrected ? properties.filter(({ reference }) => !reference).map(asOneProperty) : properties);
}
