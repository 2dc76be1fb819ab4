import { variablesOf } from './environment-names';
import { asOneProperty, readByJava } from './java-properties';
import { ReferringEntry } from './platform-properties';
import { ExplainedEntry, Explanation, PropertyEntry, PropertySource } from './property-entry';
import { propertyLayers } from './property-layers';
import { compareBytes } from '../go/compare-bytes';
import { Landscape } from '../model/landscape';
import { WorkflowModel } from '../model/workflow';

/** What is known of a workflow beside its model. */
export interface Explained {
  /** The variables of the container, in their order: of several of one name the last one counts. */
  readonly environment: readonly PropertyEntry[];
  /** Properties that are known to be meant by a variable, whether or not a file sets them: a variable's name alone does not tell. */
  readonly named?: readonly string[];
  /** An operator writes the files, which escapes nothing. */
  readonly operated: boolean;
}

/**
 * Where each value comes from that a workflow runs with, and what it overrides.
 *
 * @see operator-behaviour 5.4
 */
export function explanationOf(landscape: Landscape, workflow: WorkflowModel, { environment, named = [], operated }: Explained): Explanation {
  const variables = explained(environment);
  const layers = propertyLayers(landscape, workflow);
  const platform = layers.platform.flatMap((entry) => asRead(entry, landscape.corrected && !operated));
  return { environment: variables, properties: explainedProperties({ ...layers, platform }, variables, named) };
}

/** The properties that are in force, sorted by name. */
export function effectiveProperties({ properties }: Explanation): PropertyEntry[] {
  return properties.map(plain);
}

type Layers = Readonly<Record<keyof ReturnType<typeof propertyLayers>, readonly PropertyEntry[]>>;

/** A variable of the container beats every file. */
function explainedProperties(
  { user, defaults, platform, wiring, addresses, discovered, immutable }: Layers, variables: readonly ExplainedEntry[], named: readonly string[],
): ExplainedEntry[] {
  const inFiles = new Map(explained([...user, ...defaults, ...platform, ...wiring, ...addresses, ...discovered, ...immutable])
    .map((entry) => [entry.name, entry]));
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  return [...new Set([...inFiles.keys(), ...named])].sort(compareBytes).flatMap((property) => {
    const entry = inFiles.get(property);
    const name = variablesOf(property).find((candidate) => byName.has(candidate));
    if (name !== undefined) return [setBy(byName.get(name)!, property, entry)];
    return entry ? [entry] : [];
  });
}

/** What is written is not always what Java reads of it. */
function asRead(entry: ReferringEntry, corrected: boolean): PropertyEntry[] {
  if (entry.reference) return [entry];
  return readByJava(corrected ? asOneProperty(entry) : entry).map((property) => ({ ...entry, ...property }));
}

function setBy(variable: PropertyEntry, property: string, entry: ExplainedEntry | undefined): ExplainedEntry {
  const lost = entry ? [plain(entry), ...entry.overridden] : [];
  return {
    name: property,
    value: variable.value,
    source: variable.source,
    reason: `${variable.name}: ${variable.reason}`,
    // The variable may be how a platform's property reaches the container: then it does not override it.
    overridden: lost.filter(({ source, reason }) => !(source === PropertySource.PLATFORM && reason === variable.reason)),
  };
}

/** Of several entries of one name the last one counts. */
function explained(entries: readonly PropertyEntry[]): ExplainedEntry[] {
  const explanations = new Map<string, ExplainedEntry>();
  for (const { name, value, source, reason } of entries) {
    const lost = explanations.get(name);
    explanations.set(name, { name, value, source, reason, overridden: lost ? [plain(lost), ...lost.overridden] : [] });
  }
  return [...explanations.values()].sort((a, b) => compareBytes(a.name, b.name));
}

function plain({ overridden: _overridden, ...entry }: ExplainedEntry): PropertyEntry {
  return entry;
}
