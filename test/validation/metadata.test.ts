import { metadataProblems } from '../../src/validation/metadata';

const judged = (metadata: object) => metadataProblems({ metadata: metadata as never }).map(({ path }) => path.join('.'));
const owner = (more: object) => ({ ownerReferences: [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'a', uid: 'u', ...more }] });

test.each<[string, object, string[]]>([
  ['a finalizer with a blank', { finalizers: ['a b'] }, ['metadata.finalizers.0']],
  ['a finalizer of three parts', { finalizers: ['x', 'a/b/c'] }, ['metadata.finalizers.1']],
  ['two ways to delete what is owned', { finalizers: ['foregroundDeletion', 'orphan'] }, ['metadata.finalizers.1']],
  ['finalizers', { finalizers: ['orphan', 'example.org/Finalizer_1'] }, []],
  ['a dash as prefix', { generateName: '-' }, ['metadata.generateName']],
  ['an upper case prefix', { generateName: 'Ab-' }, ['metadata.generateName']],
  ['a prefix of which the last letter is not looked at', { generateName: 'x_-' }, []],
  ['a day that is none', { creationTimestamp: '2026-02-30T12:00:00Z' }, ['metadata.creationTimestamp']],
  ['no leap year', { creationTimestamp: '2026-02-29T12:00:00Z' }, ['metadata.creationTimestamp']],
  ['a leap year', { creationTimestamp: '2028-02-29T12:00:00.5+01:00' }, []],
  ['an owner of three parts', owner({ apiVersion: 'a/b/c' }), ['metadata.ownerReferences.0.apiVersion']],
  ['an owner without a version', owner({ apiVersion: 'apps/' }), ['metadata.ownerReferences.0.apiVersion']],
  ['an Event as owner', owner({ apiVersion: 'v1', kind: 'Event' }), ['metadata.ownerReferences.0.apiVersion']],
  ['an Event of another group as owner', owner({ apiVersion: 'events.k8s.io/v1', kind: 'Event' }), []],
  ['an owner of the core', owner({ apiVersion: 'v1', kind: 'ConfigMap' }), []],
])('%s', (_what, metadata, refused) => {
  expect(judged(metadata)).toEqual(refused);
});
