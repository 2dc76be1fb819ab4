import { Cluster } from './cluster';
import { readInput } from './read-input';
import { definitionFileFindings } from '../checks/flow/definition-file';
import { landscapeFindings } from '../checks/run';
import { bounded } from '../findings/bounded';
import { Finding, Severity } from '../findings/finding';
import { byPlace, LocatedFinding } from '../findings/place';
import { FolderFiles } from '../loader/folder-files';
import { LoadedDefinition } from '../loader/loader';
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
  const { landscape, documents, definitions, findings } = readInput(files, { ...cluster, known, corrected: false, unknownFields: Severity.ERROR });
  const judged = definitions.flatMap((definition) => definitionFileFindings(definition, filesBeside(definition)));
  return { documents, findings: bounded([...findings, ...judged, ...landscapeFindings(landscape)].sort(byPlace)) };
}

/** Of what comes by standard input nothing is known. */
function filesBeside({ file }: LoadedDefinition): FolderFiles | undefined {
  return file === '-' ? undefined : new FolderFiles(file);
}

/** Whether findings stop whoever has them; strictly, warnings do so too. */
export function isRefused(findings: readonly Finding[], strict: boolean): boolean {
  return findings.some(({ severity }) => severity === Severity.ERROR || (strict && severity === Severity.WARNING));
}
