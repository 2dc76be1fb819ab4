import { variablesOf } from './environment-names';
import { ExplainedEntry, Explanation, PropertyEntry, PropertySource } from './property-entry';
import { asOneProperty, readByJava } from './java-properties';
import { ReferringEntry } from './platform-properties';
import { propertyLayers } from './property-layers';
import { compareBytes } from '../go/compare-bytes';
import { Landscape } from '../model/landscape';
import { WorkflowModel } from '../model/workflow';

/**
 * Where each value comes from that a workflow runs with, and what it overrides.
 *
 * @param environment the variables of the container, in their order: of several of one name the last one counts
 * @see operator-behaviour 5.4
 */
export function explain(landscape: Landscape, workflow: WorkflowModel, environment: readonly PropertyEntry[]): Explanation {
  const variables = explained(environment);
  return { environment: variables, properties: explainedProperties(landscape, workflow, variables) };
}

/** The properties that are in force, sorted by name; a variable of the container beats every file. */
export function explainedProperties(landscape: Landscape, workflow: WorkflowModel, variables: readonly PropertyEntry[] = []): ExplainedEntry[] {
  const { user, defaults, platform, wiring, addresses, discovered, immutable } = propertyLayers(landscape, workflow);
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  const read = platform.flatMap((entry) => asRead(entry, landscape.corrected));
  return explained([...user, ...defaults, ...read, ...wiring, ...addresses, ...discovered, ...immutable]).map((entry) => {
    const name = variablesOf(entry.name).find((candidate) => byName.has(candidate));
    return name === undefined ? entry : setBy(byName.get(name)!, entry);
  });
}

/** What is written is not always what Java reads of it. */
function asRead(entry: ReferringEntry, corrected: boolean): PropertyEntry[] {
  if (entry.reference) return [entry];
  return readByJava(corrected ? asOneProperty(entry) : entry).map((property) => ({ ...entry, ...property }));
}

function setBy(variable: PropertyEntry, entry: ExplainedEntry): ExplainedEntry {
  const lost = [plain(entry), ...entry.overridden];
  return {
    name: entry.name,
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
