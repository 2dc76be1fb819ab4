import { definitionsAlone, Input, Inputs, inputsOf, Reading, ReadPaths, readPaths } from './read-input';
import { Acknowledgement } from '../../acknowledgements/acknowledgement';
import { Acknowledgements } from '../../acknowledgements/apply';
import { LocatedFinding } from '../../findings/place';
import { list } from '../../findings/words';
import { foundAt } from '../../rules/found';

/** The landscape that a command is asked about, and what is wrong with the files. */
export interface OneLandscape extends Pick<Inputs, 'passedOver' | 'count'>, Pick<Input, 'landscape' | 'resources' | 'objects' | 'documents'> {
  /** As they count for those who know of them. */
  readonly findings: readonly LocatedFinding[];
  consider(finding: LocatedFinding): LocatedFinding;
}

/** For what files of one cluster are read. */
export type OneReading = Omit<Reading, 'apart'> & { readonly acknowledgements: readonly Acknowledgement[] };

/** Reads files for one cluster; those of several have to be told apart by whoever asks. */
export function readOneLandscape(files: readonly string[], reading: OneReading): OneLandscape | LocatedFinding {
  return oneLandscapeOf(readPaths(files, reading), reading);
}

export function oneLandscapeOf(files: ReadPaths, { acknowledgements, ...reading }: OneReading): OneLandscape | LocatedFinding {
  const { inputs, findings: unread, passedOver, count } = inputsOf(files, { ...reading, apart: true });
  const [input, ...others] = inputs;
  if (!input) throw new Error('files have at least one landscape');
  if (others.length > 0) return severalLandscapes(files.paths, inputs);
  const known = new Acknowledgements([...acknowledgements, ...input.acknowledgements]);
  const consider = (finding: LocatedFinding) => known.consider(finding, finding.object);
  const findings = [...unread, ...input.findings, ...definitionsAlone(input)].map(consider);
  const { landscape, resources, objects, documents } = input;
  return { landscape, resources, objects, documents, passedOver, count, consider, findings };
}

function severalLandscapes(files: readonly string[], inputs: readonly Input[]): LocatedFinding {
  const folders = inputs.flatMap(({ folder }) => folder ?? []);
  return foundAt('SF-INPUT-TWICE', { where: list(files) }, {
    given: `one object in folders that are no part of each other: ${list(folders)}`,
    allowed: 'the files for one cluster',
    fix: `name one of ${list(folders)}, with what stands above it`,
  });
}
