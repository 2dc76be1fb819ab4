import { workflowModel } from '../../src/model/workflow';
import { effectiveProperties } from '../../src/properties/effective-properties';
import { PropertySource } from '../../src/properties/property-entry';
import { landscapeOf } from '../landscapes';
import { gitops } from '../platforms';

function effective(text: string) {
  const landscape = landscapeOf([
    gitops(),
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'greet-props', namespace: 'orders' }, data: { 'application.properties': text } },
  ]);
  return effectiveProperties(landscape, workflowModel(landscape, landscape.workflows[0]));
}

test('the user\'s own are there, sorted among the others', () => {
  const names = effective('z=1\na=2\n').map(({ name }) => name);
  expect(names).toEqual([...names].sort());
  expect(effective('z=1\na=2\n')[0]).toEqual({
    name: 'a', value: '2', source: PropertySource.USER, reason: 'ConfigMap greet-props: application.properties',
  });
});

test('the operator\'s win', () => {
  expect(effective('quarkus.http.port=9999\n').filter(({ name }) => name === 'quarkus.http.port'))
    .toEqual([{ name: 'quarkus.http.port', value: '8080', source: PropertySource.IMMUTABLE, reason: 'every workflow' }]);
});

test('a file that cannot be read says nothing', () => {
  expect(effective('a=${a}\nb=1').some(({ source }) => source === PropertySource.USER)).toBe(false);
});
