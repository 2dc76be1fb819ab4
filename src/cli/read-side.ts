import { isRefused } from './check-files';
import { Cluster } from './cluster';
import { obstacleFindings, renderingFindings } from '../checks/run';
import { landscapeOfSide, Side } from '../diff/side';
import { bounded } from '../findings/bounded';
import { Severity } from '../findings/finding';
import { LocatedFinding } from '../findings/place';
import { JsonObject } from '../json/json';
import { readSources, Source } from '../loader/files';
import { load } from '../loader/loader';
import { judge } from '../validation/schema';
import { resolveClusterFacts } from '../values/cluster-facts';

/** For which cluster files are read. */
export interface SideOptions extends Cluster {
  readonly operatorName: string;
  readonly corrected: boolean;
}

/** Files that were read, for one side or for both. */
export interface ReadFiles {
  readonly sources: readonly Source[];
  readonly findings: readonly LocatedFinding[];
}

export function readFiles(files: readonly string[]): ReadFiles {
  return readSources(files);
}

export interface ReadSide {
  readonly side: Side;
  /** Every object as it was written. */
  readonly documents: readonly JsonObject[];
  /** What is wrong with the files, and what the API server refuses. */
  readonly refused: readonly LocatedFinding[];
  /** Where the operator stops, so that what it makes is less than what was meant. */
  readonly stops: readonly LocatedFinding[];
}

/** There the operator waits for somebody; what it has made until then can be compared. */
const WAITS = 'SF-RESOURCES-MISSING';

/** What files say about a cluster, as one side of a comparison. */
export function sideOf({ sources, findings: unread }: ReadFiles, { operatorName, operator, facts, corrected }: SideOptions): ReadSide {
  const { resources, objects, documents, findings } = load(sources, { judge: (object) => judge(operator.crds, object) });
  const side: Side = { operatorName, operator, facts: resolveClusterFacts(operator, facts), corrected, resources, objects };
  const landscape = landscapeOfSide(side);
  const refused = [...unread, ...findings, ...corrected ? renderingFindings(landscape) : []].filter((finding) => isRefused([finding], false));
  const stops = corrected ? [] : obstacleFindings(landscape).filter(({ rule }) => rule !== WAITS)
    .map((finding) => ({ ...finding, severity: Severity.ERROR }));
  return { side, documents: documents.map(({ object }) => object), refused: bounded(refused), stops: bounded(stops) };
}
