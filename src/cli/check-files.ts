import { Cluster } from './cluster';
import { readInput } from './read-input';
import { landscapeFindings } from '../checks/run';
import { bounded } from '../findings/bounded';
import { Finding, Severity } from '../findings/finding';
import { byPlace, LocatedFinding } from '../findings/place';
import { CustomResource } from '../model/resource';
import { LoadedDocument } from '../yaml/yaml';

export interface CheckedFiles {
  readonly documents: readonly LoadedDocument[];
  /** In the order of their places; of each rule not more than anybody reads. */
  readonly findings: readonly LocatedFinding[];
}

/**
 * All that is wrong with files: what cannot be read, what the API server refuses, and what the operator does not do as it is said.
 *
 * @param known what is in the cluster beside the files: it is not judged
 */
export function checkFiles(files: readonly string[], cluster: Cluster, known: readonly CustomResource[] = []): CheckedFiles {
  const { landscape, documents, findings } = readInput(files, { ...cluster, known, corrected: false, unknownFields: Severity.ERROR });
  return { documents, findings: bounded([...findings, ...landscapeFindings(landscape)].sort(byPlace)) };
}

/** Whether findings stop whoever has them; strictly, warnings do so too. */
export function isRefused(findings: readonly Finding[], strict: boolean): boolean {
  return findings.some(({ severity }) => severity === Severity.ERROR || (strict && severity === Severity.WARNING));
}
