import { Acknowledgement } from '../../acknowledgements/acknowledgement';
import { Acknowledgements } from '../../acknowledgements/apply';
import { definitionFileFindings } from '../../checks/flow/definition-file';
import { withDefinitions } from '../../checks/flow/definitions';
import { propertiesFileFindings } from '../../checks/properties/properties-file';
import { landscapeFindings } from '../../checks/run';
import { Finding, Severity } from '../../findings/finding';
import { byPlace, LocatedFinding } from '../../findings/place';
import { FolderFiles } from '../../loader/folder-files';
import { LoadedDefinition, SourceCount } from '../../loader/loader';
import { PassedOverPath } from '../../loader/passed-over';
import { LoadedDocument } from '../../yaml/yaml';
import { Input, Reading, readInputs } from '../input/read-input';

export interface CheckedFiles {
  readonly documents: readonly LoadedDocument[];
  /** In the order of their places. */
  readonly findings: readonly LocatedFinding[];
  /** The folders that make several landscapes of the files; none where there is one landscape. */
  readonly folders: readonly string[];
  readonly passedOver: readonly PassedOverPath[];
  readonly count: SourceCount;
  readonly definitions: number;
}

/** For what files are checked. */
export type Checking = Omit<Reading, 'corrected' | 'unknownFields'> & {
  /** @default - none */
  readonly acknowledgements?: readonly Acknowledgement[];
};

/** All that is wrong with files: what cannot be read, what the API server refuses, and what the operator does not do as it is said. */
export function checkFiles(files: readonly string[], { acknowledgements = [], ...reading }: Checking): CheckedFiles {
  const { inputs, findings: unread, ...rest } = readInputs(files, { ...reading, corrected: false, unknownFields: Severity.ERROR });
  const found = [...unread, ...inputs.flatMap((input) => findingsIn(input, reading))];
  const known = new Acknowledgements([...acknowledgements, ...distinctSaid(inputs)]);
  const considered = once(inputs, found).map((finding) => known.consider(finding, finding.object));
  return {
    documents: inputs.flatMap(({ documents }) => documents),
    findings: [...considered, ...known.findings].sort(byPlace),
    folders: inputs.flatMap(({ folder }) => folder ?? []),
    ...rest,
  };
}

function findingsIn({ folder, landscape, definitions, findings }: Input, { progress }: Checking): LocatedFinding[] {
  progress?.(folder === undefined ? 'judging' : `judging ${folder}`);
  const beside = definitions.map((definition) => ({ definition, files: filesBeside(definition) }));
  const judged = beside.map(({ definition, files }) => ({ definition, findings: definitionFileFindings(definition, files) }));
  const properties = new Map(beside.flatMap(({ files }) => {
    const found = files?.find(PROPERTIES_FILE);
    return found ? [[found.file, found.text] as const] : [];
  }));
  return [
    ...findings,
    ...[...properties].flatMap(([file, text]) => propertiesFileFindings(file, text)),
    ...withDefinitions(landscape, judged, landscapeFindings(landscape)),
  ];
}

const PROPERTIES_FILE = 'application.properties';

/** What several landscapes have in common is judged in each of them, and told once. */
function once(inputs: readonly Input[], findings: readonly LocatedFinding[]): readonly LocatedFinding[] {
  if (inputs.length < 2) return findings;
  return [...new Map(findings.map((finding) => {
    const { rule, severity, where, field, given } = finding;
    return [JSON.stringify([rule, severity, where, field, given]), finding] as const;
  })).values()];
}

function distinctSaid(inputs: readonly Input[]): Acknowledgement[] {
  const all = inputs.flatMap(({ acknowledgements }) => acknowledgements);
  if (inputs.length < 2) return all;
  return [...new Map(all.map((one) => [JSON.stringify([one.said.where, one.rule, one.field]), one])).values()];
}

/** Of what comes by standard input nothing is known. */
function filesBeside({ file }: LoadedDefinition): FolderFiles | undefined {
  return file === '-' ? undefined : new FolderFiles(file);
}

/** Whether findings stop whoever has them; strictly, warnings do so too. */
export function isRefused(findings: readonly Finding[], strict: boolean): boolean {
  return findings.some(({ severity }) => severity === Severity.ERROR || (strict && severity === Severity.WARNING));
}
