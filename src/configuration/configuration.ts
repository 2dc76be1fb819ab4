import { CONFIGURATION_SHAPE } from './configuration-shape';
import { shapeProblems } from './shape';
import { Acknowledgement, acknowledgementProblems } from '../acknowledgements/acknowledgement';
import { Severity } from '../findings/finding';
import { Origin } from '../findings/origin';
import { inFile, LocatedFinding } from '../findings/place';
import { deepFreeze, isJsonObject, Json, JsonObject } from '../json/json';
import { asList, asObject } from '../json/lenient';
import { found, foundAt } from '../rules/found';
import type { ClusterFacts } from '../values/operator/cluster-facts';
import type { OperatorImageOverrides } from '../values/operator/operator-image-overrides';
import { OperatorName } from '../values/operator/operator-releases';
import { readYaml } from '../yaml/yaml';

/** What a configuration says of the operator. */
export interface OperatorSettings {
  readonly version?: OperatorName;
  readonly registry?: string;
  readonly tag?: string;
  readonly images?: OperatorImageOverrides;
}

/** What a file says for a whole repository; what it does not say is not there. Frozen. */
export interface Configuration {
  /** What the file is called. */
  readonly file?: string;
  readonly operator: OperatorSettings;
  readonly clusterFacts: ClusterFacts;
  /** A file with what is in the cluster, as the configuration names it. */
  readonly clusterFactsFile?: string;
  readonly acknowledgements: readonly Acknowledgement[];
  readonly strict?: boolean;
}

export const NO_CONFIGURATION: Configuration = deepFreeze({ operator: {}, clusterFacts: {}, acknowledgements: [] });

/**
 * What the text of a configuration says.
 *
 * @param file what findings call it
 */
export function parseConfiguration(text: string | Buffer, file: string): { configuration: Configuration; findings: LocatedFinding[] } {
  const { documents, findings } = readYaml(text, file);
  const errors = findings.filter(({ severity }) => severity === Severity.ERROR);
  const [document, further] = documents;
  if (errors.length > 0 || !document) return { configuration: { ...NO_CONFIGURATION, file }, findings: errors };
  const problems = [
    ...shapeProblems(CONFIGURATION_SHAPE, document.object).map((problem) => found('SF-CONFIGURATION', document.origin, problem)),
    ...further ? [severalDocuments(file, documents.length)] : [],
  ];
  if (problems.length > 0) return { configuration: { ...NO_CONFIGURATION, file }, findings: problems };
  const { acknowledgements, findings: wrong } = acknowledgementsOf(document.object, document.origin);
  return { configuration: deepFreeze({ ...valuesOf(document.object), file, acknowledgements }), findings: wrong };
}

function valuesOf({ operator, clusterFacts, strict }: JsonObject): Omit<Configuration, 'acknowledgements'> {
  const { file, ...facts } = typeof clusterFacts === 'string' ? { file: clusterFacts } : asObject(clusterFacts);
  return {
    operator: (typeof operator === 'string' ? { version: operator } : asObject(operator)) as OperatorSettings,
    clusterFacts: facts as ClusterFacts,
    clusterFactsFile: file as string | undefined,
    strict: strict as boolean | undefined,
  };
}

function acknowledgementsOf({ acknowledgements }: JsonObject, origin: Origin): { acknowledgements: Acknowledgement[]; findings: LocatedFinding[] } {
  const findings: LocatedFinding[] = [];
  const known = asList(acknowledgements).filter((item): item is JsonObject => isJsonObject(item as Json)).map((item, i): Acknowledgement => {
    const path = ['acknowledgements', i];
    for (const problem of acknowledgementProblems(item.rule, item.reason)) findings.push(found(problem.rule, origin, { ...problem, path }));
    const { rule, namespace, name, reason } = item as Record<string, string>;
    return { rule: rule ?? '', namespace, name, reason: (reason ?? '').trim(), said: origin.locate(path) };
  });
  return { acknowledgements: findings.length > 0 ? [] : known, findings };
}

function severalDocuments(file: string, count: number): LocatedFinding {
  return foundAt('SF-CONFIGURATION', inFile(file), { given: `${count} documents`, allowed: 'one document', fix: 'put all into one mapping' });
}
