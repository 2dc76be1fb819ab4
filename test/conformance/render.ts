import { readObjects, Release } from './cases';
import { renderingFindings } from '../../src/checks/run';
import { Finding } from '../../src/findings/finding';
import { JsonObject } from '../../src/json/json';
import { asObject } from '../../src/json/lenient';
import { landscapeManifests } from '../../src/manifests/landscape-manifests';
import { Manifest } from '../../src/manifests/parts/manifest';
import { ClusterObject, createLandscape, indexObjects } from '../../src/model/landscape';
import { toResource } from '../../src/model/resource';
import { judge } from '../../src/validation/schema';
import { resolveClusterFacts } from '../../src/values/cluster-facts';
import { OperatorVersion } from '../../src/values/operator-version';
import { FIELD_BY_FIELD } from '../landscapes';

const VERSIONS = { '10.1.0': OperatorVersion.APACHE_10_1_0, '1.x': OperatorVersion.KUBESMARTS_1_X };

/** All objects made of the input of a case. */
export function render(release: Release, input: string, corrected: boolean): { readonly manifests: readonly Manifest[]; readonly findings: readonly Finding[] } {
  const operator = VERSIONS[release]._behaviour;
  const objects = (readObjects(input) as JsonObject[])
    .map((object) => ({ ...object, metadata: { namespace: 'default', ...asObject(object.metadata) } }) as JsonObject);
  const ours = objects.filter(({ apiVersion }) => String(apiVersion).startsWith('sonataflow.org/'));
  const landscape = createLandscape({
    operator,
    corrected,
    facts: resolveClusterFacts({ builtImage: 'example.org/{namespace}/{name}:built' }),
    resources: ours.map((object) => toResource(judge(operator.crds, object).object, FIELD_BY_FIELD)),
    objects: indexObjects(objects.filter((object) => !ours.includes(object)) as unknown as ClusterObject[]),
  });
  return { manifests: landscapeManifests(landscape), findings: renderingFindings(landscape) };
}
