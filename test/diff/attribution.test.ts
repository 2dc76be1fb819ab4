import { sideOf } from './sides';
import { changedField } from '../../src/diff/change';
import { Difference, differenceOf } from '../../src/diff/difference';
import { platform, workflow } from '../cli/files';

/** More than what is tried one by one. */
const MANY = 100;
const numbers = Array.from({ length: MANY }, (_, i) => i);

const differing = (before: string, after: string) => differenceOf(sideOf(before), sideOf(after));
const changesOf = ({ objects }: Difference, kind: string) => objects.filter((object) => object.kind === kind).flatMap(({ changes }) => changes);

describe('of very many things that differ', () => {
  const variables = (value: string, replicas: number) => workflow('shop', 'greet')
    .replace('podTemplate: {', `podTemplate: {replicas: ${replicas}, `)
    .replace('greet:1}', `greet:1, env: [${numbers.map((i) => `{name: A${i}, value: ${value}}`).join(', ')}]}`);

  test('each variable has its own reason, and what differs beside them too', () => {
    const found = new Map(changesOf(differing(variables('a', 1), variables('b', 2)), 'Deployment').map((change) => [changedField(change), change.reasons]));
    const own = (i: number) => expect.arrayContaining([`SonataFlow greet: spec.podTemplate.container.env[A${i}]`]) as string[];
    expect(found).toEqual(new Map([
      ['spec.replicas', ['SonataFlow greet: spec.podTemplate.replicas']],
      ...numbers.map((i) => [`spec.template.spec.containers[workflow].env[A${i}].value`, own(i)] as const),
    ]));
    expect([...found.values()].flat().filter((reason) => reason.includes('[A'))).toHaveLength(MANY);
  });

  test('those without effect are told', () => {
    const annotated = (value: string) => workflow('shop', 'greet', { annotations: numbers.map((i) => `a${i}: ${value}`).join(', ') });
    const { objects, unshown } = differing(annotated('b'), annotated('c'));
    expect([objects, unshown.map(({ field }) => field)]).toEqual([[], numbers.map((i) => `metadata.annotations.a${i}`)]);
  });

  test('what several make together has them all, the first ones by name', () => {
    const flow = (value: string) => `${platform('shop', `{properties: {flow: [${numbers.map((i) => `{name: p${i}, value: ${value}}`).join(', ')}]}}`)}---\n${workflow('shop', 'greet')}`;
    const difference = differenceOf(sideOf(flow('a'), '10.1.0', {}, true), sideOf(flow('b'), '10.1.0', {}, true));
    const [[sum, ...others], properties] = [changesOf(difference, 'Deployment'), changesOf(difference, 'ConfigMap')];
    expect(others).toEqual([]);
    expect(sum?.reasons).toEqual([expect.stringMatching(/^one or more of 100: SonataFlowPlatform hub: spec\.properties\.flow\[p0\], .*\[p9\] and 90 more$/)]);
    expect(properties.map(({ before }) => before).sort()).toEqual(numbers.map((i) => `p${i} = a`).sort());
    for (const { before, reasons } of properties) {
      const name = String(before).replace(' = a', '');
      expect(reasons).toEqual([`SonataFlowPlatform hub: spec.properties.flow[${name.slice(1)}]`, `SonataFlowPlatform hub: spec.properties.flow[${name}]`]);
    }
  });
});

test('a workflow that discovers another one has what is changed in the other for no reason', () => {
  const properties = 'data: {application.properties: "other.url=${kubernetes:services.v1/shop/alpha}"}';
  const both = (alpha: string, replicas: number) => `apiVersion: v1
kind: ConfigMap
metadata: {name: greet-props, namespace: shop}
${properties}
---
${workflow('shop', alpha)}---
${workflow('shop', 'greet').replace('podTemplate: {', `podTemplate: {replicas: ${replicas}, `)}`;
  const changes = changesOf(differing(both('alpha', 1), both('beta', 2)), 'ConfigMap');
  expect(changes.flatMap(({ reasons }) => reasons).filter((reason) => reason.includes('replicas'))).toEqual([]);
  expect(changes.some(({ before }) => String(before).startsWith('other.url'))).toBe(true);
});
