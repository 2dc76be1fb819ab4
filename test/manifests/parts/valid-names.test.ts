import { JsonObject } from '../../../src/json/json';
import { Manifest } from '../../../src/manifests/parts/manifest';
import { rendered } from '../../../src/manifests/parts/rendered';
import { withValidNames } from '../../../src/manifests/parts/valid-names';
import { toResource } from '../../../src/model/resource';
import { platform } from '../../platforms';

const object = (kind: string, name: string, rest: JsonObject = {}, labels: JsonObject = {}): Manifest =>
  ({ apiVersion: 'v1', kind, metadata: { name, labels }, ...rest }) as Manifest;
const long = (length: number) => 'a'.repeat(length);

function judged(name: string, ...manifests: readonly Manifest[]) {
  return withValidNames(toResource(platform({}, { name }), { locate: (field = '') => field }), rendered(...manifests));
}

test.each([
  ['a Service', object('Service', 'a-1')],
  ['the longest Service', object('Service', long(63))],
  ['another object with dots', object('ConfigMap', '1.a')],
  ['an empty label', object('ConfigMap', 'a', {}, { x: '' })],
  ['the longest label', object('ConfigMap', 'a', {}, { x: long(63), y: 'A.b_C' })],
])('taken: %s', (_what, manifest) => expect(judged('hub', manifest)).toEqual({ manifests: [manifest], findings: [] }));

test.each([
  ['a Service with a dot', object('Service', 'a.b'), 'a.b'],
  ['a Service with a digit first', object('Service', '1a'), '1a'],
  ['a Service that is too long', object('Service', long(64)), long(64)],
  ['another object with capitals', object('ConfigMap', 'A'), 'A'],
  ['a label', object('ConfigMap', 'a', {}, { x: long(64) }), long(64)],
  ['a label that ends in a dash', object('ConfigMap', 'a', {}, { x: 'a-' }), 'a-'],
  ['a selector', object('Service', 'a', { spec: { selector: { x: 'a b' } } }), 'a b'],
  ['a label of pods', object('Deployment', 'a', { spec: { template: { metadata: { labels: { x: 'a/b' } } } } }), 'a/b'],
  ['a selector of pods', object('Deployment', 'a', { spec: { selector: { matchLabels: { x: 'a/b' } } } }), 'a/b'],
])('refused: %s', (_what, manifest, value) => {
  const { manifests, findings } = judged('hub', manifest);
  expect(manifests).toEqual([]);
  expect(findings).toMatchObject([{ rule: 'SF-NAME', severity: 'error', where: 'metadata.name', field: 'metadata.name' }]);
  expect(findings[0].given).toContain(value);
});

test('a value that is refused in several places is told once, with the length that is left', () => {
  const name = long(60);
  const { findings } = judged(name, object('Deployment', 'x', {}, { a: `${name}-jobs-service`, b: `${name}-jobs-service` }), object('Service', `${name}-jobs-service`));
  expect(findings).toHaveLength(1);
  expect(findings[0].fix).toBe('choose a name of at most 50 characters');
});
