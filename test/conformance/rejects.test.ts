import { readCases, Release, REVIEWED } from './cases';
import { render } from './render';
import { Severity } from '../../src/findings/finding';
import { asList, asObject } from '../../src/json/lenient';
import { Manifest } from '../../src/manifests/parts/manifest';

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

interface Refused extends Rejection { readonly caseName: string; readonly input: string }

/** What Kubernetes refuses of the objects that the operator makes. */
function refused(release: Release): Refused[] {
  return readCases(release).flatMap(({ name: caseName, input, rejects }) => {
    const { manifests } = rejects.length > 0 ? render(release, input, false) : { manifests: [] };
    return rejects.map((line) => ({ caseName, input, ...parse(line) })).filter((rejection) => find(manifests, rejection));
  });
}

const label = ({ caseName, kind, name, path, reason }: Refused) => `${caseName}: ${kind} ${name} ${path.join('.')}: ${reason}`;

describe.each(REVIEWED)('what Kubernetes refuses of operator %s', (release) => {
  test('is in the operator\'s rendering', () => {
    const all = refused(release);
    expect(all.length).toBeGreaterThan(10);
    const unclear = all.filter((rejection) => !isStillThere(find(render(release, rejection.input, false).manifests, rejection)!, rejection));
    expect(unclear.map(label)).toEqual([]);
  });

  test('is not in a corrected one, or there is an error', () => {
    const left = refused(release).filter((rejection) => {
      const { manifests, findings } = render(release, rejection.input, true);
      const corrected = find(manifests, rejection);
      return corrected && isStillThere(corrected, rejection) && !findings.some(({ severity }) => severity === Severity.ERROR);
    });
    expect(left.map(label)).toEqual([]);
  });
});
