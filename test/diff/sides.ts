import { Side } from '../../src/diff/side';
import { load } from '../../src/loader/loader';
import { judge } from '../../src/validation/schema';
import { ClusterFacts, resolveClusterFacts } from '../../src/values/operator/cluster-facts';
import { OperatorName, OPERATORS } from '../../src/values/operator/operator-releases';

/** One side of a comparison, of the text of a file. */
export function sideOf(text: string, operatorName: OperatorName = '10.1.0', facts: ClusterFacts = {}, corrected = false): Side {
  const operator = OPERATORS[operatorName];
  const { resources, objects } = load([{ file: 'input.yaml', text }], { judge: (object) => judge(operator.crds, object) });
  return { operatorName, operator, facts: resolveClusterFacts(operator, facts), corrected, resources, objects };
}
