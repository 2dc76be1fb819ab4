import { FieldPath } from '../../src/json/field-path';
import { readYaml } from '../../src/yaml/yaml';

const YAML = `# first line
base: &base
  image: x
  deep: {inner: 1}
---
apiVersion: v1
metadata:
  annotations:
    sonataflow.org/profile: dev
    sonataflow.org: other
    'a["b"].c': 1
  true: yes
spec:
  flow:
    states:
      - name: A
        type: inject
      -
        name: B
      - null
    functions: [{name: f}, {name: g, "operation": x}]
  shared: &shared
    image: x
    deep: {inner: 1}
  alias: *shared
  own: {x: 1}
  own.x: 2
  merged:
    <<: [*shared, {extra: 2}]
    own: 1
`;

const PLACES: ReadonlyArray<readonly [path: FieldPath, place: string]> = [
  [[], '6:1'],
  [['apiVersion'], '6:1'],
  [['metadata'], '7:1'],
  [['metadata', 'annotations', 'sonataflow.org/profile'], '9:5'],
  [['metadata', 'annotations', 'sonataflow.org'], '10:5'],
  [['metadata', 'annotations', 'a["b"].c'], '11:5'],
  [['metadata', 'true'], '12:3'],
  [['spec', 'flow', 'states', 0], '16:9'],
  [['spec', 'flow', 'states', 0, 'name'], '16:9'],
  [['spec', 'flow', 'states', 0, 'type'], '17:9'],
  [['spec', 'flow', 'states', 1, 'name'], '19:9'],
  [['spec', 'flow', 'states', 2], '20:9'],
  [['spec', 'flow', 'functions', 1, 'operation'], '21:38'],
  [['spec', 'alias'], '25:3'],
  [['spec', 'own.x'], '27:3'],
  [['spec', 'own', 'x'], '26:9'],
  [['spec', 'alias', 'deep', 'inner'], '24:12'],
  [['spec', 'merged', 'own'], '30:5'],
  [['spec', 'merged', 'deep', 'inner'], '24:12'],
  [['spec', 'merged', 'extra'], '29:20'],
  // What is not there: the nearest parent.
  [['status'], '6:1'],
  [['metadata', 'name'], '7:1'],
  [['metadata', 'annotations', 'sonataflow.org', 'x'], '10:5'],
  [['spec', 'flow', 'states', 9, 'name'], '15:5'],
  [['spec', 'flow', 'states', 0, 'end', 'terminate'], '16:9'],
  [['spec', 'flow', 'states', 2, 'name'], '20:9'],
  [['spec', 'flow', 'states', 'name'], '15:5'],
  [['spec', 'flow', 'states', '0'], '15:5'],
  [['spec', 'flo'], '13:1'],
  [['apiVersion', 'x', 1], '6:1'],
];

describe('the place of a field', () => {
  const origin = readYaml(YAML, 'dir/f.yaml').documents[1].origin;

  test.each(PLACES)('%j is at %s', (path, place) => {
    const [line, column] = place.split(':').map(Number);
    expect(origin.locate(path)).toEqual({ where: `dir/f.yaml:${place}`, place: { file: 'dir/f.yaml', line, column } });
  });

  test('is the same whichever document was asked last', () => {
    const { documents: [first, second] } = readYaml(YAML, 'f');
    const asked: ReadonlyArray<[typeof first, FieldPath]> = [[first, ['base', 'image']], [second, ['spec']], [first, ['base', 'deep', 'inner']]];
    expect(asked.map(([{ origin: { locate } }, path]) => locate(path).where)).toEqual(['f:3:3', 'f:13:1', 'f:4:10']);
  });

  test('counts lines of Windows and columns after a byte order mark', () => {
    const { documents } = readYaml('\uFEFF{"a": 1, "b": 2}\r\n---\r\nc:\r\n  d: 1\r\n', 'f');
    expect([documents[0].origin.locate(['b']).where, documents[1].origin.locate(['c', 'd']).where]).toEqual(['f:1:10', 'f:4:3']);
  });

  test('in JSON objects without separator', () => {
    const { documents } = readYaml('{"a": 1}\n{\n  "b": 2\n}\n', 'f');
    expect(documents.map(({ origin: { locate } }) => `${locate().where} ${locate(['b']).where}`)).toEqual(['f:1:1 f:1:1', 'f:2:1 f:3:3']);
  });
});
