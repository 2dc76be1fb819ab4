import { JsonObject } from '../../../src/json/json';
import { withRaisedLimits } from '../../../src/manifests/parts/raised-limits';

type Amounts = Record<string, string | number>;

const container = (requests?: Amounts, limits?: Amounts): JsonObject => ({ name: 'app', ...(requests ?? limits) && { resources: { requests, limits } as JsonObject } });
const limitsOf = (made: JsonObject) => (made.resources as { limits?: Amounts } | undefined)?.limits;

test.each<[string, made: JsonObject, users: JsonObject, limits: Amounts | undefined]>([
  ['a limit below the request of the operator', container({ memory: '1Gi' }, { memory: '512Mi' }), container(undefined, { memory: '512Mi' }), { memory: '1Gi' }],
  ['a request above the limit of the operator', container({ cpu: '2' }, { cpu: '500m' }), container({ cpu: '2' }), { cpu: '2' }],
  ['in other units', container({ memory: '1G' }, { memory: '1000001k' }), container(undefined, { memory: '1000001k' }), { memory: '1000001k' }],
  ['below by a billionth', container({ cpu: '1' }, { cpu: '999999999n' }), container(undefined, { cpu: '999999999n' }), { cpu: '1' }],
  ['equal', container({ cpu: 1 }, { cpu: '1000m' }), container(undefined, { cpu: '1000m' }), { cpu: '1000m' }],
  ['one of two', container({ cpu: '2', memory: '1Gi' }, { cpu: '1', memory: '2Gi' }), container({ cpu: '2' }), { cpu: '2', memory: '2Gi' }],
  ['both are the user\'s', container({ cpu: '2' }, { cpu: '1' }), container({ cpu: '2' }, { cpu: '1' }), { cpu: '1' }],
  ['no limit', container({ cpu: '2' }), container({ cpu: '2' }), undefined],
  ['no resources', container(), container(), undefined],
])('%s', (_what, made, users, limits) => {
  const before = structuredClone(made);
  expect(limitsOf(withRaisedLimits(made, users))).toEqual(limits);
  expect(made).toEqual(before);
});

test('a container without a clash is the same one', () => {
  const made = container({ cpu: '1' }, { cpu: '2' });
  expect(withRaisedLimits(made, made)).toBe(made);
});
