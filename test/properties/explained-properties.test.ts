import { workflowModel } from '../../src/model/workflow';
import { effectiveProperties, explanationOf } from '../../src/properties/explained-properties';
import { PropertyEntry, PropertySource } from '../../src/properties/property-entry';
import { landscapeOf } from '../landscapes';
import { gitops, platform } from '../platforms';

function explanation(text: string, environment: readonly PropertyEntry[] = [], named: readonly string[] = []) {
  const landscape = landscapeOf([
    gitops(),
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'greet-props', namespace: 'orders' }, data: { 'application.properties': text } },
  ]);
  return explanationOf(landscape, workflowModel(landscape, landscape.workflows[0]), { environment, named, operated: false });
}

const effective = (...given: Parameters<typeof explanation>) => effectiveProperties(explanation(...given));
const variable = (name: string, value: string): PropertyEntry => ({ name, value, source: PropertySource.CONTAINER_ENV, reason: 'env[0]' });
const IMMUTABLE = { name: 'quarkus.http.port', value: '8080', source: PropertySource.IMMUTABLE, reason: 'every workflow' };

test('the user\'s own are there, sorted among the others', () => {
  const names = effective('z=1\na=2\n').map(({ name }) => name);
  expect(names).toEqual([...names].sort());
  expect(effective('z=1\na=2\n')[0]).toEqual({
    name: 'a', value: '2', source: PropertySource.USER, reason: 'ConfigMap greet-props: application.properties',
  });
});

test('the operator\'s win', () => {
  expect(effective('quarkus.http.port=9999\n').filter(({ name }) => name === 'quarkus.http.port')).toEqual([IMMUTABLE]);
});

test('a variable of the container beats all of them, whether in force or explained', () => {
  const set = { name: 'quarkus.http.port', value: '9090', source: PropertySource.CONTAINER_ENV, reason: 'QUARKUS_HTTP_PORT: env[0]' };
  const environment = [variable('QUARKUS_HTTP_PORT', '9090')];
  expect(effective('', environment)).toContainEqual(set);
  expect(explanation('', environment).properties).toContainEqual({ ...set, overridden: [IMMUTABLE] });
});

test('a property that only a variable sets is there when it is known to be meant, and the variable is', () => {
  const environment = [variable('ACME_TOKEN', '<secret login/token>')];
  const of = (entries: PropertyEntry[]) => entries.filter(({ name }) => name.startsWith('acme'));
  expect(of(effective('', environment))).toEqual([]);
  expect(of(explanation('', environment, ['acme.token', 'acme.key']).properties)).toEqual([
    { name: 'acme.token', value: '<secret login/token>', source: PropertySource.CONTAINER_ENV, reason: 'ACME_TOKEN: env[0]', overridden: [] },
  ]);
});

test('a file that cannot be read says nothing', () => {
  expect(effective('a=${a}\nb=1').some(({ source }) => source === PropertySource.USER)).toBe(false);
});

test.each<[operated: boolean, expected: Record<string, string>]>([
  [true, { path: 'C:\temp\new', lines: 'a', b: 'c' }],
  [false, { path: 'C:\temp\new', lines: 'a\nb=c' }],
])('what Java reads of the platform\'s, which an operator writes as they are (%p)', (operated, expected) => {
  const flow = [{ name: 'path', value: 'C:\\temp\\new' }, { name: 'lines', value: 'a\nb=c' }];
  const landscape = landscapeOf([platform({ properties: { flow } }), gitops()], {}, { corrected: true });
  const { properties } = explanationOf(landscape, workflowModel(landscape, landscape.workflows[0]), { environment: [], operated });
  const ofPlatform = properties.filter(({ source }) => source === PropertySource.PLATFORM);
  expect(Object.fromEntries(ofPlatform.map(({ name, value }) => [name, value]))).toEqual(expected);
});
