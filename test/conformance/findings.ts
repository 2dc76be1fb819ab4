import { Case, Release } from './cases';
import { landscapeFindings } from '../../src/checks/run';
import { Finding } from '../../src/findings/finding';
import { load } from '../../src/loader/loader';
import { createLandscape, indexObjects } from '../../src/model/landscape';
import { judge } from '../../src/validation/schema';
import { resolveClusterFacts } from '../../src/values/operator/cluster-facts';
import { OPERATOR_RELEASES } from '../../src/values/operator/operator-releases';

/** What is found about the custom resources of a case; as in the cases, fields that the CRD does not know are dropped with a warning. */
export function findingsOfCase({ input, flags }: Case, release: Release): Finding[] {
  const operator = OPERATOR_RELEASES[release];
  const { resources, objects, findings } = load([{ file: 'input.yaml', text: input }], { judge: (object) => judge(operator.crds, object) });
  const facts = resolveClusterFacts(operator, {
    openshift: flags.includes('--openshift'), knative: !flags.includes('--no-knative'), prometheus: !flags.includes('--no-prometheus'),
  });
  const landscape = createLandscape({ operator, facts, corrected: false, resources, objects: indexObjects(objects) });
  return [...findings, ...landscapeFindings(landscape)];
}
