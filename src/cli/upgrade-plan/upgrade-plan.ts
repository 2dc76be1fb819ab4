import { DIFF_STATUS, ExitStatus, Terminal } from '../exit-status';
import { UpgradePlanOptions } from './upgrade-plan-command';
import { Side } from '../../diff/side';
import { LocatedFinding } from '../../findings/place';
import { knownObjects } from '../../loader/cluster-dump';
import { jsonPlan } from '../../upgrade/json-plan';
import { markdownPlan } from '../../upgrade/markdown-plan';
import { planUpgrade } from '../../upgrade/plan';
import { hopsBetween } from '../../upgrade/releases';
import { OperatorName } from '../../values/operator/operator-releases';
import { readPaths } from '../input/read-input';
import { ReadSide, sideOf } from '../input/read-side';
import { settingsOf } from '../options/settings';
import { printFindings } from '../output/print-findings';

/** Runs the command `upgrade-plan`. */
export function upgradePlan(paths: readonly string[], { from, to, format, ...options }: UpgradePlanOptions, terminal: Terminal): ExitStatus {
  const hops = hopsBetween(from, to);
  // What the operator refuses that is there, is wrong; what a later one refuses has to be changed on the way.
  const [first = '10.1.0'] = hops.flatMap((hop) => [hop.from.operator, hop.to.operator]).filter((operator) => operator !== undefined);
  const reading = { ...settingsOf({ ...options, operator: first }), progress: terminal.progress };
  const files = readPaths(paths, reading);
  const sides = new Map<OperatorName, ReadSide>();
  const read = (operator: OperatorName): ReadSide => {
    const known = sides.get(operator) ?? ofWholeCluster(sideOf(files, { ...reading, ...reading.ofRelease(operator) }, false));
    sides.set(operator, known);
    return known;
  };
  const { refused, nothing, documents: own } = read(first);
  const documents = [...own, ...knownObjects(reading.clusterDump, reading.operator).documents];
  if (refused.length > 0 || documents.length === 0) {
    printFindings([...refused, ...nothing], terminal);
    return DIFF_STATUS.trouble;
  }
  const plan = planUpgrade({ hops, sideOf: (operator) => read(operator).side, documents });
  terminal.out(format === 'json' ? jsonPlan(plan) : markdownPlan(plan));
  printFindings(refusedLater(sides), terminal);
  return ExitStatus.OK;
}

/** An upgrade is one of all that is in the cluster. */
function ofWholeCluster({ side, ...read }: ReadSide): ReadSide {
  const resources = side.resources.map((resource): Side['resources'][number] => ({ ...resource, context: false }));
  return { ...read, side: { ...side, resources } };
}

/** What the CRDs of later operators refuse, each once: the difference of their hops lacks it. */
function refusedLater(sides: ReadonlyMap<OperatorName, ReadSide>): LocatedFinding[] {
  const all = [...sides].flatMap(([operator, { refused }]) => refused.map((finding) => (
    { ...finding, given: `${finding.given}, for operator ${operator}` }
  )));
  return [...new Map(all.map((finding) => [JSON.stringify([finding.rule, finding.where]), finding])).values()];
}
