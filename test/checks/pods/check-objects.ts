import { landscapeFindings } from '../../../src/checks/run';
import { schemaFindings } from '../../../src/checks/schema-findings';
import { LocatedFinding } from '../../../src/findings/place';
import { JsonObject } from '../../../src/json/json';
import { createLandscape } from '../../../src/model/landscape';
import { toResource } from '../../../src/model/resource';
import { judge } from '../../../src/validation/schema';
import { resolveClusterFacts } from '../../../src/values/operator/cluster-facts';
import { OPERATOR_RELEASES } from '../../../src/values/operator/operator-releases';

const API_VERSION = 'sonataflow.org/v1alpha08';

/** What is found about a workflow or a service with a pod template. */
export function checkObjects(owner: 'workflow' | 'jobService' | 'dataIndex', podTemplate: JsonObject): LocatedFinding[] {
  const operator = OPERATOR_RELEASES['10.1.0'];
  const object: JsonObject = owner === 'workflow' ? {
    apiVersion: API_VERSION,
    kind: 'SonataFlow',
    metadata: { name: 'greet', namespace: 'orders', annotations: { 'sonataflow.org/profile': 'gitops' } },
    spec: { flow: { states: [{ name: 'A', type: 'inject', data: { a: 'b' }, end: true }] }, podTemplate },
  } : { apiVersion: API_VERSION, kind: 'SonataFlowPlatform', metadata: { name: 'hub', namespace: 'orders' }, spec: { services: { [owner]: { podTemplate } } } };
  const { problems, writtenBack } = judge(operator.crds, object);
  const refused = problems.some(({ kind }) => kind === 'invalid');
  const resource = toResource(writtenBack, { locate: () => ({ where: 'f' }) }, { refused });
  const landscape = createLandscape({ operator, facts: resolveClusterFacts(operator), corrected: false, resources: [resource] });
  return [...schemaFindings(problems, resource.origin), ...refused ? [] : landscapeFindings(landscape)];
}
