import { variablesOf } from './environment-names';
import { asOneProperty, readByJava } from './java-properties';
import { ReferringEntry } from './platform-properties';
import { ExplainedEntry, Explanation, PropertyEntry, PropertySource } from './property-entry';
import { givenLayers, propertyLayers } from './property-layers';
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
  return { environment: variables, properties: overridden(inFiles(landscape, workflow, operated), variables, named) };
}

/** The same of one property that the operator never sets, and that a variable may mean where no file has it; nothing where nothing sets it. */
export function givenProperty(
  landscape: Landscape, workflow: WorkflowModel, property: string, { environment, operated }: Omit<Explained, 'named'>,
): ExplainedEntry | undefined {
  const { user, platform } = givenLayers(landscape, workflow);
  const files = [...user, ...readOf(platform, landscape, operated)].filter(({ name }) => name === property);
  return overridden(files, explained(environment), [property])[0];
}

/** The same for whatever has a container and one file with properties. */
export function explainEntries(environment: readonly PropertyEntry[], properties: readonly PropertyEntry[]): Explanation {
  const variables = explained(environment);
  return { environment: variables, properties: overridden(properties, variables, []) };
}

/** The properties that are in force, sorted by name. */
export function effectiveProperties({ properties }: Explanation): PropertyEntry[] {
  return properties.map(plain);
}

/** What the files say, the strongest last. */
function inFiles(landscape: Landscape, workflow: WorkflowModel, operated: boolean): PropertyEntry[] {
  const { user, defaults, platform, wiring, addresses, discovered, immutable } = propertyLayers(landscape, workflow);
  return [...user, ...defaults, ...readOf(platform, landscape, operated), ...wiring, ...addresses, ...discovered, ...immutable];
}

/** A variable of the container beats every file. */
function overridden(properties: readonly PropertyEntry[], variables: readonly PropertyEntry[], named: readonly string[]): ExplainedEntry[] {
  const byFile = new Map(explained(properties).map((entry) => [entry.name, entry]));
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  return [...new Set([...byFile.keys(), ...named])].sort(compareBytes).flatMap((property) => {
    const entry = byFile.get(property);
    const name = variablesOf(property).find((candidate) => byName.has(candidate));
    if (name !== undefined) return [setBy(byName.get(name)!, property, entry)];
    return entry ? [entry] : [];
  });
}

/** What is written is not always what Java reads of it. */
function readOf(platform: readonly ReferringEntry[], { corrected }: Landscape, operated: boolean): PropertyEntry[] {
  return platform.flatMap((entry) => (
    entry.reference ? [entry] : readByJava(corrected && !operated ? asOneProperty(entry) : entry).map((property) => ({ ...entry, ...property }))
  ));
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
