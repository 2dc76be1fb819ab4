import { oneLandscapeOf } from './one-landscape';
import { ReadPaths } from './read-input';
import { obstacleFindings, renderingFindings } from '../../checks/run';
import { Side } from '../../diff/side';
import { bounded } from '../../findings/bounded';
import { Severity } from '../../findings/finding';
import { LocatedFinding } from '../../findings/place';
import { JsonObject } from '../../json/json';
import { PassedOverPath } from '../../loader/passed-over';
import { resolveClusterFacts } from '../../values/operator/cluster-facts';
import { isRefused } from '../check/check-files';
import { Settings } from '../options/settings';

export interface ReadSide {
  readonly side: Side;
  /** Every object as it was written. */
  readonly documents: readonly JsonObject[];
  /** What is wrong with the files, and what the API server refuses. */
  readonly refused: readonly LocatedFinding[];
  /** That there is nothing of SonataFlow in the files. */
  readonly nothing: readonly LocatedFinding[];
  readonly passedOver: readonly PassedOverPath[];
  /** Where the operator stops, so that what it makes is less than what was meant. */
  readonly stops: readonly LocatedFinding[];
}

/** For which cluster files are read, and how. */
export type SideSettings = Pick<Settings, 'operatorName' | 'operator' | 'facts' | 'clusterDump' | 'acknowledgements'>;

/** There the operator waits for somebody; what it has made until then can be compared. */
const WAITS = 'SF-RESOURCES-MISSING';

/** What files say about a cluster, as one side of a comparison. */
export function sideOf(files: ReadPaths, { operatorName, ...reading }: SideSettings, corrected: boolean): ReadSide {
  const { operator, facts } = reading;
  const cluster = { operatorName, operator, facts: resolveClusterFacts(operator, facts), corrected };
  const read = oneLandscapeOf(files, { ...reading, corrected });
  if ('rule' in read) return { side: { ...cluster, resources: [], objects: [] }, documents: [], refused: [read], nothing: [], passedOver: [], stops: [] };
  const { landscape, objects, documents, consider } = read;
  const resources = read.resources.filter((resource) => !resource.refused);
  const rendering = corrected ? renderingFindings(landscape).map(consider) : [];
  const stops = corrected ? [] : obstacleFindings(landscape).filter(({ rule }) => rule !== WAITS)
    .filter((finding) => consider(finding) === finding).map((finding) => ({ ...finding, severity: Severity.ERROR }));
  return {
    side: { ...cluster, resources, objects },
    documents: documents.map(({ object }) => object),
    nothing: read.findings.filter(({ rule }) => rule === 'SF-INPUT-NONE'),
    passedOver: read.passedOver,
    refused: bounded([...read.findings, ...rendering].filter((finding) => isRefused([finding], false))),
    stops: bounded(stops),
  };
}
