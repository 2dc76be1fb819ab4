import { byIdentity, describeWithCases, readCases, readObjects, RELEASES } from './cases';
import { platformManifests } from '../../src/manifests/platform-manifests';
import { workflowManifests } from '../../src/manifests/workflow-manifests';
import { ClusterObject, createLandscape } from '../../src/model/landscape';
import { PlatformResource, toResource, WorkflowResource } from '../../src/model/resource';
import { judge } from '../../src/validation/schema';
import { resolveClusterFacts } from '../../src/values/cluster-facts';
import { OperatorVersion } from '../../src/values/operator-version';

// PROVISIONAL harness (the loader replaces the reading of the input)
const VERSIONS = { '10.1.0': OperatorVersion.APACHE_10_1_0, '1.x': OperatorVersion.KUBESMARTS_1_X };

describeWithCases.each(RELEASES)('operator %s', (release) => {
  const cases = readCases(release).filter(({ outcome }) => outcome === 'ok');
  test.each(cases.map((c) => [c.name, c] as const))('%s', (_name, { input, flags, expected }) => {
    const operator = VERSIONS[release]._behaviour;
    const documents = readObjects(input) as any[]; // eslint-disable-line @typescript-eslint/no-explicit-any
    for (const d of documents) if (d.kind !== 'SonataFlowClusterPlatform') d.metadata.namespace ??= 'default';
    const ours = documents.filter((d) => d.apiVersion.startsWith('sonataflow.org'));
    const landscape = createLandscape({
      operator,
      corrected: false,
      facts: resolveClusterFacts({
        openshift: flags.includes('--openshift'),
        knative: !flags.includes('--no-knative'),
        prometheus: !flags.includes('--no-prometheus'),
        builtImage: 'example.org/{namespace}/{name}:built',
        routeDomain: 'apps.example.org',
      }),
      resources: ours.map((d) => toResource(judge(operator.crds, d).object, { locate: () => '' })),
      objects: documents.filter((d) => !ours.includes(d)) as ClusterObject[],
    });
    const manifests = [
      ...landscape.namespaces.flatMap((namespace) => platformManifests(landscape, namespace).manifests),
      ...landscape.workflows.flatMap((workflow: WorkflowResource) => workflowManifests(landscape, workflow).manifests),
    ];
    expect(byIdentity(manifests)).toEqual(byIdentity(readObjects(expected)));
  });
});
export type _ = PlatformResource;
