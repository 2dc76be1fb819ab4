import { describeWithCases, readCases, readObjects, Release, RELEASES } from './cases';
import { Severity } from '../../src/findings/finding';
import { Manifest } from '../../src/manifests/manifest';
import { platformManifests, Rendered } from '../../src/manifests/platform-manifests';
import { ClusterObject, createLandscape, indexObjects } from '../../src/model/landscape';
import { toResource } from '../../src/model/resource';
import { judge } from '../../src/validation/schema';
import { resolveClusterFacts } from '../../src/values/cluster-facts';
import { JsonObject } from '../../src/values/json';
import { asList, asObject } from '../../src/values/lenient';
import { OperatorVersion } from '../../src/values/operator-version';

const VERSIONS = { '10.1.0': OperatorVersion.APACHE_10_1_0, '1.x': OperatorVersion.KUBESMARTS_1_X };

function render(release: Release, input: string, corrected: boolean): Rendered {
  const operator = VERSIONS[release]._behaviour;
  const objects = (readObjects(input) as JsonObject[]).map((object) => ({ ...object, metadata: { namespace: 'default', ...asObject(object.metadata) } }) as JsonObject);
  const ours = objects.filter(({ apiVersion }) => String(apiVersion).startsWith('sonataflow.org/'));
  const landscape = createLandscape({
    operator,
    corrected,
    facts: resolveClusterFacts(),
    resources: ours.map((object) => toResource(judge(operator.crds, object).object, { locate: () => '' })),
    objects: indexObjects(objects.filter((object) => !ours.includes(object)) as unknown as ClusterObject[]),
  });
  const parts = landscape.namespaces.map((namespace) => platformManifests(landscape, namespace));
  return { manifests: parts.flatMap(({ manifests }) => manifests), findings: parts.flatMap(({ findings }) => findings) };
}

interface Rejection { readonly kind: string; readonly name: string; readonly path: readonly string[]; readonly reason: string }

/** `Kind name: path: reason` */
function parse(line: string): Rejection {
  const [, kind, name, path, reason] = /^(\S+) (\S+?): (\S+?): (.*)$/.exec(line)!;
  return { kind, name, path: path.split(/[.[\]]+/).filter(Boolean), reason };
}

const find = (manifests: readonly Manifest[], { kind, name }: Rejection) =>
  manifests.find((manifest) => manifest.kind === kind && manifest.metadata.name === name);
const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((place, key) => Array.isArray(place) ? place[Number(key)] : asObject(place)[key], value);

/** Whether an object still has what Kubernetes refused in it. */
function isStillThere(manifest: Manifest, { path, reason }: Rejection): boolean {
  const value = at(manifest, path);
  const quoted = /^(?:Invalid value|Not found): "(.*?)"/.exec(reason)?.[1];
  if (reason.startsWith('Required value')) return value === undefined || value === '';
  if (reason.startsWith('Forbidden: may not specify more than 1 handler')) {
    return ['exec', 'grpc', 'httpGet', 'tcpSocket'].filter((handler) => handler in asObject(at(manifest, path.slice(0, -1)))).length > 1;
  }
  if (reason.startsWith('Not found') && path.includes('volumeMounts')) {
    return !asList(at(manifest, ['spec', 'template', 'spec', 'volumes'])).some((volume) => asObject(volume).name === quoted);
  }
  return quoted === undefined ? value !== undefined : JSON.stringify(value ?? null).includes(JSON.stringify(quoted));
}

describeWithCases.each(RELEASES)('what Kubernetes refuses of platforms of operator %s', (release) => {
  const rejected = readCases(release).flatMap(({ name, input, rejects }) => {
    const operators = rejects.length > 0 ? render(release, input, false).manifests : [];
    return rejects.map(parse).filter((rejection) => find(operators, rejection)).map((rejection) => [
      `${name}: ${rejection.kind} ${rejection.path.join('.')}`, { input, rejection },
    ] as const);
  });

  test('there is something', () => expect(rejected.length).toBeGreaterThan(10));

  test.each(rejected)('%s is not in a corrected rendering', (_name, { input, rejection }) => {
    const operators = find(render(release, input, false).manifests, rejection)!;
    expect(isStillThere(operators, rejection)).toBe(true);
    const { manifests, findings } = render(release, input, true);
    const corrected = find(manifests, rejection);
    expect((corrected && isStillThere(corrected, rejection)) === true && !findings.some(({ severity }) => severity === Severity.ERROR)).toBe(false);
  });
});
