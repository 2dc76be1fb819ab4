import { load } from '../../src/loader/loader';
import { planUpgrade, UpgradePlan } from '../../src/upgrade/plan';
import { hopsBetween, upgradeRelease } from '../../src/upgrade/releases';
import { ClusterFacts } from '../../src/values/operator/cluster-facts';
import { sideOf } from '../diff/sides';

/** The plan for the text of a file. */
export function planOf(text: string, from: string, to: string, facts: ClusterFacts = {}): UpgradePlan {
  const { documents } = load([{ file: 'input.yaml', text }], { judge: (object) => ({ object, writtenBack: object, problems: [] }) });
  return planUpgrade({
    hops: hopsBetween(upgradeRelease(from)!, upgradeRelease(to)!),
    sideOf: (operator) => sideOf(text, operator, facts),
    documents: documents.map(({ object }) => object),
  });
}

/** The ids of the steps of a plan, each once. */
export function stepsOf({ hops }: UpgradePlan): string[] {
  return [...new Set(hops.flatMap(({ actions }) => actions.map(({ step }) => step)))];
}
