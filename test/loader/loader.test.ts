import fc from 'fast-check';
import { Severity } from '../../src/findings/finding';
import { FieldPath } from '../../src/json/field-path';
import { load, LoadOptions } from '../../src/loader/loader';
import { SchemaProblem } from '../../src/validation/problem';

const judge: LoadOptions['judge'] = (object) => ({ object, writtenBack: object, problems: [] });
const loadText = (text: string, options: Partial<LoadOptions> = {}) => load([{ file: 'f.yaml', text }], { judge, ...options });
const findingsOf = (text: string, options: Partial<LoadOptions> = {}) =>
  loadText(text, options).findings.map(({ rule, severity, where, field }) => `${severity} ${rule} ${where}${field ? ` ${field}` : ''}`);

const PLATFORM = 'apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlowPlatform\nmetadata: {name: hub, namespace: orders}\n';
const WORKFLOW = 'apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlow\nmetadata: {name: greet}\nspec:\n  flow:\n    states: []\n';
const CLUSTER = 'apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlowClusterPlatform\nmetadata: {name: all, namespace: ignored}\n';
const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {a: b}\n';

describe('load', () => {
  test('makes custom resources and objects, in their order', () => {
    const { resources, objects, documents, findings } = loadText([WORKFLOW, CONFIG_MAP, PLATFORM, CLUSTER].join('---\n'));
    expect(findings).toEqual([]);
    expect(resources).toEqual([
      { kind: 'SonataFlow', metadata: { name: 'greet', namespace: 'default', labels: {}, annotations: {} }, spec: { flow: { states: [] } }, refused: false, context: false, origin: expect.anything() },
      { kind: 'SonataFlowPlatform', metadata: { name: 'hub', namespace: 'orders', labels: {}, annotations: {} }, spec: {}, refused: false, context: false, origin: expect.anything() },
      { kind: 'SonataFlowClusterPlatform', metadata: { name: 'all', namespace: '', labels: {}, annotations: {} }, spec: { platformRef: { name: '', namespace: '' } }, refused: false, context: false, origin: expect.anything() },
    ]);
    expect(objects).toEqual([{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'default' }, data: { a: 'b' } }]);
    expect(documents.map(({ object }) => object.kind)).toEqual(['SonataFlow', 'ConfigMap', 'SonataFlowPlatform', 'SonataFlowClusterPlatform']);
    expect(resources[1].origin.locate(['metadata', 'name']).where).toBe('f.yaml:15:12');
  });

  test('everything is frozen', () => {
    const loaded = loadText([WORKFLOW, CONFIG_MAP].join('---\n'));
    const { resources, objects, documents } = loaded;
    const values = [loaded, resources, resources[0], objects, objects[0].metadata, documents, documents[0].object, loaded.findings];
    expect(values.map((value) => Object.isFrozen(value))).toEqual(values.map(() => true));
  });

  test.each([
    ['metadata: {name: a}', 'ConfigMap', 'here'],
    ['metadata: {name: a, namespace: }', 'ConfigMap', 'here'],
    ['metadata: {name: a, namespace: ""}', 'ConfigMap', 'here'],
    ['metadata: {name: a, namespace: there}', 'ConfigMap', 'there'],
    ['metadata: {name: a, namespace: there}', 'ClusterRole', ''],
    ['metadata: {name: a}', 'Namespace', ''],
  ])('%s of a %s is in %j', (metadata, kind, namespace) => {
    expect(loadText(`apiVersion: v1\nkind: ${kind}\n${metadata}\n`, { defaultNamespace: 'here' }).objects[0].metadata.namespace).toBe(namespace);
  });

  test('null is an empty text in labels and annotations', () => {
    const { resources, findings } = loadText(`${WORKFLOW.replace('{name: greet}', '{name: greet, labels: , annotations: {a: , b: c}}')}`);
    expect(findings).toEqual([]);
    expect(resources[0].metadata).toMatchObject({ labels: {}, annotations: { a: '', b: 'c' } });
  });

  test.each([
    ['a: 1', 'error SF-INPUT-OBJECT f.yaml:1:1'],
    ['apiVersion: v1\nmetadata: {name: a}', 'error SF-INPUT-OBJECT f.yaml:1:1'],
    ['apiVersion: v1\nkind: ""\nmetadata: {name: a}', 'error SF-INPUT-OBJECT f.yaml:1:1'],
    ['apiVersion: v1\nkind: A\nmetadata: {generateName: a-}', 'error SF-INPUT-OBJECT f.yaml:1:1'],
    ['apiVersion: 1\nkind: A\nmetadata: {name: yes, namespace: 1}', 'error SF-INPUT-OBJECT f.yaml:1:1 apiVersion', 'error SF-INPUT-OBJECT f.yaml:3:12 metadata.name', 'error SF-INPUT-OBJECT f.yaml:3:23 metadata.namespace'],
    ['apiVersion: v1\nkind: A\nmetadata: a', 'error SF-INPUT-OBJECT f.yaml:3:1 metadata'],
    ['apiVersion: v1\nkind: A\nmetadata:\n  name: a\n  labels: [b]\n  annotations:\n    a/b: 1.0\n    c: d\n    e: y', 'error SF-INPUT-OBJECT f.yaml:5:3 metadata.labels', 'error SF-INPUT-OBJECT f.yaml:7:5 metadata.annotations["a/b"]', 'error SF-INPUT-OBJECT f.yaml:9:5 metadata.annotations.e'],
    ['- a', 'error SF-INPUT-OBJECT f.yaml:1:1'],
    ['', 'error SF-INPUT-EMPTY f.yaml'],
  ])('%j is no object', (text, ...findings) => {
    expect(findingsOf(text)).toEqual(findings);
    expect(loadText(text)).toMatchObject({ resources: [], objects: [] });
  });

  test.each([
    ['sonataflow.org/v1alpha08', 'SonataFlowPlatfrom', 'f.yaml:2:1 kind', 'did you mean "SonataFlowPlatform"?'],
    ['sonataflow.org/v1alpha08', 'sonataflow', 'f.yaml:2:1 kind', 'did you mean "SonataFlow"?'],
    ['sonataflow.org/v1alpha08', 'Workflow', 'f.yaml:2:1 kind', 'use one of SonataFlowPlatform, SonataFlowClusterPlatform, SonataFlow, SonataFlowBuild'],
    ['sonataflow.org/v1alpha8', 'SonataFlow', 'f.yaml:1:1 apiVersion', 'write "apiVersion: sonataflow.org/v1alpha08"'],
    ['sonataflow.org', 'SonataFlow', 'f.yaml:1:1 apiVersion', 'write "apiVersion: sonataflow.org/v1alpha08"'],
    ['v1', 'SonataFlow', 'f.yaml:1:1 apiVersion', 'write "apiVersion: sonataflow.org/v1alpha08"'],
    ['sonatflow.org/v1alpha08', 'Anything', 'f.yaml:1:1 apiVersion', 'write "apiVersion: sonataflow.org/v1alpha08"'],
  ])('%s %s is unknown', (apiVersion, kind, where, fix) => {
    const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n`;
    expect(findingsOf(text)).toEqual([`error SF-INPUT-KIND ${where}`]);
    expect(loadText(text).findings[0].fix).toBe(fix);
  });

  test('a build of the operator is an object like any other', () => {
    expect(loadText('apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlowBuild\nmetadata: {name: a}').objects).toHaveLength(1);
  });
});

describe('lists', () => {
  const item = (name: string) => `\n- apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    name: ${name}`;

  test('are unpacked, lists of lists too, and their places stay exact', () => {
    const { objects, documents, findings } = loadText(`kind: List\nitems:${item('a')}\n- kind: ConfigMapList\n  apiVersion: v1\n  items:\n  - metadata:\n      name: b\n${CONFIG_MAP.replace(/^/, '---\n')}`);
    expect(findings).toEqual([]);
    expect(objects.map(({ apiVersion, kind, metadata: { name } }) => `${apiVersion} ${kind} ${name}`)).toEqual(['v1 ConfigMap a', 'v1 ConfigMap b', 'v1 ConfigMap settings']);
    expect(documents.map(({ origin }) => `${origin.locate().where} ${origin.locate(['metadata', 'name']).where}`)).toEqual(['f.yaml:3:3 f.yaml:6:5', 'f.yaml:10:5 f.yaml:11:7', 'f.yaml:13:1 f.yaml:15:12']);
  });

  test('of custom resources', () => {
    const { resources } = loadText('apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlowList\nitems:\n- metadata: {name: a}\n  spec: {flow: {states: []}}\n');
    expect(resources.map(({ kind, metadata: { name } }) => `${kind} ${name}`)).toEqual(['SonataFlow a']);
  });

  test('may be empty', () => {
    expect(loadText('kind: List\nitems: []\n---\nkind: List')).toMatchObject({ documents: [], findings: [] });
  });

  test('a kind may end like one', () => {
    expect(loadText('apiVersion: a/v1\nkind: AllowList\nmetadata: {name: a}\nitems: {b: c}').objects).toHaveLength(1);
  });

  test('that tell no kind leave their items without', () => {
    const { findings } = loadText('apiVersion: v1\nkind: List\nitems:\n- metadata: {name: a}');
    expect(findings).toMatchObject([{ where: 'f.yaml:4:3', given: 'an object without apiVersion, kind' }]);
  });

  test.each([
    ['kind: List\nitems: {a: b}', 'error SF-INPUT-OBJECT f.yaml:2:1 items'],
    ['kind: List\nitems:\n- a\n- []\n-', 'error SF-INPUT-OBJECT f.yaml:3:3', 'error SF-INPUT-OBJECT f.yaml:4:3', 'error SF-INPUT-OBJECT f.yaml:5:2'],
    ['kind: List\nitems:\n- a: b\n- kind: C', 'error SF-INPUT-OBJECT f.yaml:3:3', 'error SF-INPUT-OBJECT f.yaml:4:3'],
  ])('%j', (text, ...findings) => {
    expect(findingsOf(text)).toEqual(findings);
  });
});

describe('two objects of one identity', () => {
  test('are an error that names both places', () => {
    const { objects, findings } = load([{ file: 'a.yaml', text: CONFIG_MAP }, { file: 'b.yaml', text: `# c\n${CONFIG_MAP.replace('settings', 'settings, namespace: default')}` }], { judge });
    expect(findings).toMatchObject([{ rule: 'SF-INPUT-TWICE', severity: 'error', where: 'b.yaml:2:1', given: 'ConfigMap default/settings, which is also in a.yaml:1:1' }]);
    expect(objects).toHaveLength(1);
  });

  test.each([
    ['the version does not tell them apart', 'apiVersion: a/v1', 'apiVersion: a/v2', 1],
    ['the group tells them apart', 'apiVersion: a/v1', 'apiVersion: b/v1', 0],
    ['the kind tells them apart', 'kind: A', 'kind: B', 0],
    ['the namespace tells them apart', 'namespace: a', 'namespace: b', 0],
    ['no namespace tells cluster roles apart', 'kind: ClusterRole\nnamespace: a', 'kind: ClusterRole\nnamespace: b', 1],
    ['custom resources', 'apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlowPlatform', 'apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlowPlatform', 1],
  ])('%s', (_, first, second, count) => {
    const object = (lines: string) => {
      const { apiVersion = 'v1', kind = 'K', namespace = 'n' } = Object.fromEntries(lines.split('\n').map((line) => line.split(': ')));
      return JSON.stringify({ apiVersion, kind, metadata: { name: 'a', namespace } });
    };
    expect(findingsOf(`${object(first)}\n---\n${object(second)}`).filter((finding) => finding.includes('TWICE'))).toHaveLength(count);
  });
});

describe('the verdict of the schema', () => {
  const problem = (kind: SchemaProblem['kind'], ...path: FieldPath): SchemaProblem => ({ kind, path, given: 'g', allowed: 'a', fix: 'f' });
  const judging = (...problems: SchemaProblem[]): LoadOptions['judge'] => (object) => ({ object, writtenBack: { ...object, spec: { pruned: true } }, problems });

  test('is asked about custom resources only, with their namespace, and its object taken', () => {
    const asked: unknown[] = [];
    const { resources } = loadText([WORKFLOW, CONFIG_MAP].join('---\n'), { judge: (object) => { asked.push(object); return judging()(object); } });
    expect(asked).toMatchObject([{ kind: 'SonataFlow', metadata: { namespace: 'default' }, spec: { flow: {} } }]);
    expect(resources[0].spec).toEqual({ flow: {}, pruned: true });
  });

  test('unknown fields are pruned with a warning', () => {
    const options = { judge: judging(problem('unknown', 'spec', 'flow', 'stats')) };
    expect(findingsOf(WORKFLOW, options)).toEqual(['warning SF-SCHEMA f.yaml:5:3 spec.flow.stats']);
    expect(loadText(WORKFLOW, options).resources).toHaveLength(1);
    expect(findingsOf(WORKFLOW, { ...options, unknownFields: Severity.ERROR })).toEqual(['error SF-SCHEMA f.yaml:5:3 spec.flow.stats']);
  });

  test('what is invalid is left out with an error', () => {
    const options = { judge: judging(problem('invalid', 'spec', 'flow', 'states'), problem('unknown', 'metadata', 'x')) };
    expect(findingsOf(WORKFLOW, options)).toEqual(['warning SF-SCHEMA f.yaml:3:1 metadata.x', 'error SF-SCHEMA f.yaml:6:5 spec.flow.states']);
    expect(loadText(WORKFLOW, options).resources).toEqual([]);
  });
});

describe('Secrets', () => {
  const secret = `apiVersion: v1
kind: Secret
metadata:
  name: db
  annotations:
    owner: me
    kubectl.kubernetes.io/last-applied-configuration: '{"stringData":{"token":"s3cr3t"}}'
type: Opaque
data: {user: czNjcjN0, __proto__: s3cr3t}
stringData: &values {token: s3cr3t, pin: 1234567890123456789}
stringdata: {token: s3cr3t}
`;
  const stripped = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'db', annotations: { owner: 'me' } },
    type: 'Opaque',
    data: JSON.parse('{"user": null, "__proto__": null}'),
    stringData: { token: null, pin: null },
  };

  test.each([
    ['a document', secret],
    ['an item of a list', `kind: List\napiVersion: v1\nitems:\n- ${secret.trim().replace(/\n/g, '\n  ')}\n`],
    ['an item without type', `kind: SecretList\napiVersion: v1\nitems:\n- ${secret.trim().split('\n').slice(2).join('\n  ')}\n`],
  ])('keep only the names of their keys: %s', (_, text) => {
    const loaded = loadText(text);
    expect(loaded.documents.map(({ object }) => object)).toEqual([stripped]);
    expect(loaded.objects).toEqual([{ ...stripped, metadata: { ...stripped.metadata, namespace: 'default' } }]);
    expect(JSON.stringify(loaded)).not.toMatch(/s3cr3t|czNjcjN0|1234567/);
  });

  test('of a wrong shape too', () => {
    expect(loadText('apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: s3cr3t\nstringData: [s3cr3t]').objects).toMatchObject([{ data: null, stringData: null }]);
    expect(JSON.stringify(loadText('kind: Secret\nmetadata: {name: {a: s3cr3t}}\ndata: {a: s3cr3t}\n---\napiVersion: v1\nkind: secret\nmetadata: {name: b}\ndata: s3cr3t'))).not.toContain('s3cr3t');
  });

  test('other objects keep their data', () => {
    expect(loadText(CONFIG_MAP).objects[0].data).toEqual({ a: 'b' });
  });
});

describe('findings', () => {
  test('are in the order of file, line and column', () => {
    const { findings } = load([
      { file: 'b.yaml', text: 'a: 1\n---\na: @' },
      { file: 'a.yaml', text: `${'\n'.repeat(9)}x: [1, {a: .inf, b: .nan}]\n---\n- a` },
      { file: 'c.yaml', text: '' },
    ], { judge });
    expect(findings.map(({ where }) => where)).toEqual(['a.yaml:10:12', 'a.yaml:10:21', 'a.yaml:12:1', 'b.yaml:1:1', 'b.yaml:3:4', 'c.yaml']);
  });

  test('are in order within a line, whatever found them', () => {
    const problems = ['namespace', 'name'].map((field): SchemaProblem => ({ kind: 'unknown', path: ['metadata', field], given: 'g', allowed: 'a', fix: 'f' }));
    const { findings } = loadText(PLATFORM, { judge: (object) => ({ object, writtenBack: object, problems }) });
    expect(findings.map(({ where }) => where)).toEqual(['f.yaml:3:12', 'f.yaml:3:23']);
  });

  test('a file without objects beside others is a warning', () => {
    const { findings } = load([{ file: 'a.yaml', text: '# later' }, { file: 'b.yaml', text: CONFIG_MAP }], { judge });
    expect(findings).toMatchObject([{ rule: 'SF-INPUT-EMPTY', severity: 'warning', where: 'a.yaml' }]);
  });

  test('any mapping gives an object or findings', () => {
    const word = fc.constantFrom<unknown>('v1', 'sonataflow.org/v1alpha08', 'SonataFlow', 'SonataFlowPlatform', 'List', 'SecretList', 'Secret', 'a', '', null, 1, true);
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof({ depthSize: 'small' }, word, fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(
        fc.constantFrom('apiVersion', 'kind', 'metadata', 'name', 'namespace', 'items', 'labels', 'annotations', 'data', 'spec', '__proto__'), tie('value'), { maxKeys: 6 })),
    }));
    fc.assert(fc.property(value, (json) => {
      const { documents, findings, objects, resources } = loadText(JSON.stringify(json));
      expect(objects.length + resources.length <= documents.length).toBe(true);
      for (const { where } of findings) expect(where).toMatch(/^f\.yaml(:\d+:\d+)?$/);
    }), { numRuns: 100 });
  });
});
