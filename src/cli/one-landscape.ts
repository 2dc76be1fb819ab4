import { definitionsAlone, Input, Inputs, Reading, readInputs } from './read-input';
import { Acknowledgement } from '../acknowledgements/acknowledgement';
import { Acknowledgements } from '../acknowledgements/apply';
import { LocatedFinding } from '../findings/place';
import { list } from '../findings/words';
import { foundAt } from '../rules/found';

/** The landscape that a command is asked about, and what is wrong with the files. */
export interface OneLandscape extends Pick<Inputs, 'passedOver' | 'count'> {
  readonly landscape: Input['landscape'];
  /** As they count for those who know of them. */
  readonly findings: readonly LocatedFinding[];
  consider(finding: LocatedFinding): LocatedFinding;
}

/** Reads files for one cluster; those of several have to be told apart by whoever asks. */
export function readOneLandscape(
  files: readonly string[], { acknowledgements, ...reading }: Reading & { readonly acknowledgements: readonly Acknowledgement[] },
): OneLandscape | LocatedFinding {
  const { inputs, findings: unread, passedOver, count } = readInputs(files, { ...reading, apart: true });
  const [input, ...others] = inputs;
  if (!input) throw new Error('files have at least one landscape');
  if (others.length > 0) return severalLandscapes(files, inputs);
  const known = new Acknowledgements([...acknowledgements, ...input.acknowledgements]);
  const consider = (finding: LocatedFinding) => known.consider(finding, finding.object);
  const findings = [...unread, ...input.findings, ...definitionsAlone(input)].map(consider);
  return { landscape: input.landscape, passedOver, count, consider, findings };
}

function severalLandscapes(files: readonly string[], inputs: readonly Input[]): LocatedFinding {
  const folders = inputs.flatMap(({ folder }) => folder ?? []);
  return foundAt('SF-INPUT-TWICE', { where: list(files) }, {
    given: `one object in folders that are no part of each other: ${list(folders)}`,
    allowed: 'the files for one cluster',
    fix: `name one of ${list(folders)}, with what stands above it`,
  });
}
