import { changedField } from '../../src/diff/change';
import { compareObjects } from '../../src/diff/objects';
import { compareValues } from '../../src/diff/values';
import { Json, JsonObject } from '../../src/json/json';

const told = (before: Json, after: Json) => compareValues(before, after)
  .map((change) => [changedField(change), change.of, change.before, change.after]);

test.each<[string, Json, Json, unknown[]]>([
  ['the same in another order of fields', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
  ['a field', { a: { b: 1 } }, { a: { b: 2 } }, [['a.b', 'value', 1, 2]]],
  ['a field that comes', {}, { a: null }, [['a', 'value', undefined, null]]],
  ['a field that goes', { __proto__x: '' }, {}, [['__proto__x', 'value', '', undefined]]],
  ['another kind of value', { a: [1] }, { a: { b: 1 } }, [['a', 'value', [1], { b: 1 }]]],
  ['an item of a name', [{ name: 'x', v: 1 }, { name: 'y' }], [{ name: 'y' }, { name: 'x', v: 2 }],
    [['[x].v', 'value', 1, 2], ['', 'order', ['x', 'y'], ['y', 'x']]]],
  ['an item that comes first', { env: [{ name: 'a' }] }, { env: [{ name: 'b' }, { name: 'a' }] }, [['env[b]', 'value', undefined, { name: 'b' }]]],
  ['a name with a dot and one with a blank', [{ name: 'a.b' }, { name: 'c d' }], [], [['[a.b]', 'value', { name: 'a.b' }, undefined], ['["c d"]', 'value', { name: 'c d' }, undefined]]],
  ['mounts by their paths', [{ name: 'v', mountPath: '/a' }, { name: 'v', mountPath: '/b' }], [{ name: 'v', mountPath: '/b' }], [['[/a]', 'value', { name: 'v', mountPath: '/a' }, undefined]]],
  ['names that are there twice', [{ name: 'a', v: 1 }, { name: 'a', v: 2 }], [{ name: 'a', v: 1 }, { name: 'a', v: 3 }], [['[1].v', 'value', 2, 3]]],
  ['an argument in between', ['-a', '-c'], ['-a', '-b', '-c'], [['[1]', 'value', undefined, '-b']]],
  ['an argument that is another', ['-a', '-b'], ['-a', '-c'], [['[1]', 'value', '-b', '-c']]],
  ['a property', { f: 'a = 1\nb = 2\n' }, { f: 'a = 1\nb = 3\n' }, [['f', 'line', 'b = 2', 'b = 3']]],
  ['a property that comes and one that goes', 'a = 1\nb = 2\n', 'b = 2\nc = 3\n', [['', 'line', 'a = 1', undefined], ['', 'line', undefined, 'c = 3']]],
  ['a property in another place', 'a = 1\nb = 2\n', 'b = 2\na = 1\n', [['', 'order', expect.any(String), expect.any(String)]]],
  ['a property of a file that was empty', '', 'a = 1\n', [['', 'line', undefined, 'a = 1']]],
  ['a flow as text', '{"states":[{"name":"A","end":true}]}', '{"states":[{"name":"A","end":false}]}', [['states[A].end', 'value', true, false]]],
  ['a flow with other blanks', '{"a":1}', '{"a": 1}', [['', 'value', '{"a":1}', '{"a": 1}']]],
])('%s', (_what, before, after, expected) => {
  expect(told(before, after)).toEqual(expected);
});

describe('objects', () => {
  const object = (name: string, more: JsonObject = {}): JsonObject => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop' }, ...more });
  const words = (before: readonly JsonObject[], after: readonly JsonObject[]) => compareObjects(before, after).map(({ change, kind, name, changes }) => `${change} ${kind} ${name} ${changes.length}`);

  test('are added, removed and changed', () => {
    expect(words([object('a'), object('b', { data: { x: '1' } }), object('c')], [object('b', { data: { x: '2' } }), object('c'), object('d')]))
      .toEqual(['removed ConfigMap a 0', 'changed ConfigMap b 1', 'added ConfigMap d 0']);
  });

  test('of a newer version of the API are the same objects', () => {
    const budget = (version: string): JsonObject => ({ apiVersion: `policy/${version}`, kind: 'PodDisruptionBudget', metadata: { name: 'a' } });
    expect(words([budget('v1beta1')], [budget('v1')])).toEqual(['changed PodDisruptionBudget a 1']);
  });

  test('of another group are others', () => {
    expect(words([{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' } }], [{ apiVersion: 'serving.knative.dev/v1', kind: 'Service', metadata: { name: 'a' } }]))
      .toEqual(['removed Service a 0', 'added Service a 0']);
  });

  test.each(['data', 'stringData'])('that are Secrets tell which %s is another, and no value', (field) => {
    const secret = (values: JsonObject): JsonObject => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, [field]: values });
    const difference = compareObjects([secret({ a: 'hunter2', b: 'hunter3' })], [secret({ a: 'hunter2', b: 'hunter4', c: 'hunter5' })]);
    expect(difference[0].changes.map(changedField)).toEqual([`${field}.b`, `${field}.c`]);
    expect(JSON.stringify([difference, compareObjects([], [secret({ a: 'hunter2' })])])).not.toContain('hunter');
  });

  test('are not changed by it', () => {
    const given = Object.freeze([Object.freeze(object('a'))]);
    expect(compareObjects(given, given)).toEqual([]);
  });
});

describe('texts that are far apart', () => {
  const lines = (write: (i: number) => readonly string[]) => Array.from({ length: 300 }, (_none, i) => write(i)).flat().join('\n');
  const seen = (before: string, after: string) => compareValues(before, after).map((change) => [change.of, change.before, change.after]);

  test('have what both have once, and equal lines between what differs, in common', () => {
    const text = (value: string) => lines((i) => [`a${i} = ${value}`, '', `b${i} = 1`, '']);
    expect(seen(text('x'), text('y'))).toEqual(Array.from({ length: 300 }, (_none, i) => ['line', `a${i} = x`, `a${i} = y`]));
  });

  test('have equal lines in common where nothing else is', () => {
    const text = (value: string) => lines((i) => [`a${i} = ${value}`, '']);
    expect(seen(text('x'), text('y'))).toEqual(Array.from({ length: 300 }, (_none, i) => ['line', `a${i} = x`, `a${i} = y`]));
  });
});

test('texts without anything in common are compared in a short time', () => {
  const text = (word: string) => Array.from({ length: 50_000 }, (_none, i) => `${word}${i} = ${i}`).join('\n');
  const before = process.cpuUsage();
  expect(compareValues(text('a'), text('b'))).toHaveLength(100_000);
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5);
});
