import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiles, convertText, fileOf, objectsOf, programOf, synthesize, writeConversion } from './conversions';
import { Conversion } from '../../src/convert/conversion';
import { JsonObject } from '../../src/json/json';
import { readYaml } from '../../src/yaml/yaml';

const API = 'apiVersion: sonataflow.org/v1alpha08';
const FLOW = '{start: Hi, states: [{name: Hi, type: inject, data: {a: null}, end: true}]}';

const platform = (namespace: string, spec = '{}', metadata = '') => `${API}\nkind: SonataFlowPlatform\nmetadata: {name: sonataflow-platform, namespace: ${namespace}${metadata}}\nspec: ${spec}\n`;
const workflow = (name: string, namespace: string, spec = '', metadata = '') => `${API}\nkind: SonataFlow\nmetadata: {name: ${name}, namespace: ${namespace}${metadata}}\nspec: {flow: ${FLOW}${spec}}\n`;
const configMap = (name: string, data: string, metadata = '') => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: shop${metadata}}\ndata: ${data}\n`;
const all = (...documents: string[]) => documents.join('---\n');

const DATABASE = 'persistence: {postgresql: {secretRef: {name: db}, serviceRef: {name: pg}}}';

/** The program as text, without white space at the ends of its lines. */
const code = (conversion: Conversion) => programOf(conversion).map(([, text]) => text).join('\n');

function synthesized(conversion: Conversion, ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'converted-'));
  writeConversion(folder, conversion);
  return objectsOf(synthesize(folder, conversion, args));
}

test('a namespace is a chart, a custom resource a construct, a definition a file', () => {
  const conversion = convertText(all(platform('shop', '{services: {jobService: {}}}'), workflow('order-intake', 'shop'), workflow('refund', 'ledger')));
  expect(conversion.files.map(([path]) => path)).toEqual([
    '.gitignore', 'cdk8s.yaml', 'charts.ts', 'ledger.ts', 'main.test.ts', 'main.ts', 'package.json', 'shop.ts', 'tsconfig.json',
    'workflows/order-intake.sw.yaml', 'workflows/refund.sw.yaml',
  ]);
  expect(fileOf(conversion, 'shop.ts')).toContain('new JobsServiceConstruct(platform, \'JobsService\');');
  expect(fileOf(conversion, 'shop.ts')).toContain('new WorkflowConstruct(platform, \'OrderIntake\', { definition: WorkflowDefinition.fromFile(\'workflows/order-intake.sw.yaml\') });');
  expect(fileOf(conversion, 'cdk8s.yaml')).toContain('class: SonataFlowValidation');
  compiles(conversion);
});

test('nothing is said that the API server fills in by itself, or writes', () => {
  const conversion = convertText(`${API}
kind: SonataFlowPlatform
metadata:
  name: sonataflow-platform
  namespace: shop
  uid: 0b7a6c1e-0000-4000-8000-000000000000
  resourceVersion: "1"
  generation: 1
  creationTimestamp: "2026-01-01T00:00:00Z"
  managedFields: []
  annotations: {kubectl.kubernetes.io/last-applied-configuration: "{}"}
spec:
  services: {dataIndex: {persistence: {dbMigrationStrategy: service, postgresql: {secretRef: {name: db}, serviceRef: {name: pg}}}}}
status: {version: 10.1.0}
`);
  expect(code(conversion)).toContain('new SonataFlowPlatformConstruct(chart, \'Platform\');');
  expect(code(conversion)).not.toMatch(/dbMigrationStrategy|uid|annotations/i);
});

describe('what the operator writes into a platform', () => {
  const written = (spec: string, metadata = '') => code(convertText(platform('shop', spec, metadata)));
  const SERVICE = '{services: {jobService: {enabled: true}}}';

  test.each<[string, string, string]>([
    ['its strategy of builds', '{build: {config: {strategy: operator, registry: {}, timeout: 5m0s, strategyOptions: {KanikoBuildCacheEnabled: "false"}}, template: {timeout: 0s}}}',
      'SonataFlowPlatformConstruct(chart, \'Platform\');'],
    ['a cache', '{build: {config: {baseImage: docker.io/apache/incubator-kie-sonataflow-builder:10.1.0, strategyOptions: {KanikoBuildCacheEnabled: "true", KanikoPersistentVolumeClaim: sonataflow-platform}}}}',
      '{ buildConfig: { strategyOptions: { KanikoBuildCacheEnabled: \'true\' } } }'],
    ['a service', SERVICE, 'JobsServiceConstruct(platform, \'JobsService\');'],
  ])('is not repeated: %s', (_what, spec, expected) => expect(written(spec)).toContain(expected));

  test.each<[string, string, string]>([
    ['a base image without a cache', '{build: {config: {baseImage: docker.io/apache/incubator-kie-sonataflow-builder:10.1.0}}}', 'baseImage: '],
    ['another strategy', '{build: {config: {strategy: platform}}}', 'BuildStrategy.PLATFORM'],
    ['another time', '{build: {config: {timeout: 6m0s}, template: {timeout: 1s}}}', 'buildConfig: { timeout: Duration.minutes(6) }, buildTemplate: { timeout: Duration.seconds(1) }'],
    ['a service that is off', '{services: {jobService: {enabled: false}}}', 'enabled: false'],
  ])('is said where it is another: %s', (_what, spec, expected) => expect(written(spec)).toContain(expected));

  test('is said where the operator is another one', () => {
    expect(written(SERVICE, ', annotations: {sonataflow.org/operator.id: other}')).toContain('enabled: true');
  });

  test('its finalizers are its own', () => {
    expect(written('{}', ', finalizers: [trigger-deletion, foregroundDeletion, acme.example/keep]')).toContain('finalizers: [\'acme.example/keep\']');
  });
});

test('what a cluster gave to an included object is not', () => {
  const conversion = convertText(all(
    platform('shop', '{}'),
    'apiVersion: v1\nkind: Service\nmetadata: {name: pg, namespace: shop}\nspec: {clusterIP: 10.96.0.7, clusterIPs: [10.96.0.7], ports: [{port: 5432}]}\n',
    'apiVersion: v1\nkind: Service\nmetadata: {name: peers, namespace: shop}\nspec: {clusterIP: None, ports: [{port: 80}]}\n',
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: pg, namespace: shop, annotations: {deployment.kubernetes.io/revision: "3", mine: "yes"}}\n',
  ));
  const [, pg, peers, deployment] = synthesized(conversion);
  expect([pg.spec, peers.spec]).toEqual([{ ports: [{ port: 5432 }] }, { clusterIP: 'None', ports: [{ port: 80 }] }]);
  expect((deployment.metadata as JsonObject).annotations).toEqual({ mine: 'yes' });
});

test('properties in a ConfigMap of which the operator became the owner are the user\'s; others of its objects it makes', () => {
  const owner = 'ownerReferences: [{apiVersion: sonataflow.org/v1alpha08, kind: SonataFlow, name: a, controller: true}]';
  const conversion = (data: string, by = owner) => convertText(all(
    platform('shop', '{}'), workflow('a', 'shop', ''),
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a-props, namespace: shop, ${by}}\ndata: ${data}\n`,
    'apiVersion: eventing.knative.dev/v1\nkind: Trigger\nmetadata: {name: a-start-1234, namespace: hub, labels: {app.kubernetes.io/managed-by: sonataflow-operator}}\nspec: {broker: b}\n',
  )).plans[0].left.map(({ object, why }) => `${object}: ${why}`);
  const trigger = 'Trigger hub/a-start-1234: made by the operator';
  expect(conversion('{application.properties: "a=b"}')).toEqual([trigger]);
  expect(conversion('{application-prod.properties: "a=b"}')).toEqual([trigger]);
  expect(conversion('{application.properties: "a=b"}', 'ownerReferences: [{apiVersion: acme.example/v1, kind: Stage, name: s, controller: true}]')).toEqual([trigger]);
  expect(conversion('{application.properties: ""}')).toEqual(['ConfigMap shop/a-props: made by SonataFlow a', trigger]);
});

test('nothing is said of a pod in which the operator wrote an empty field', () => {
  const blank = 'podTemplate: {container: {resources: {}}}';
  const conversion = convertText(all(
    platform('shop', `{services: {dataIndex: {${blank}}, jobService: {podTemplate: {replicas: 2, container: {resources: {}}}}}}`), workflow('a', 'shop', `, ${blank}`),
  ));
  expect(code(conversion).match(/podTemplate.*/g)).toEqual([expect.stringMatching(/^podTemplate: \{ replicas: 2 \}/)]);
});

test('what others make is left out, Secrets are referred to, and what has no construct is included', () => {
  const conversion = convertText(all(
    platform('shop', `{${DATABASE}}`),
    'apiVersion: v1\nkind: Secret\nmetadata: {name: db, namespace: shop}\nstringData: {a: HUSH}\n',
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x, namespace: shop, ownerReferences: [{apiVersion: sonataflow.org/v1alpha08, kind: SonataFlow, name: x, controller: true}]}\n',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: kube-root-ca.crt, namespace: shop}\n',
    'apiVersion: eventing.knative.dev/v1\nkind: Broker\nmetadata: {name: events, namespace: shop}\n',
  ));
  expect(conversion.plans[0].left.map(({ object }) => object)).toEqual(['Secret shop/db', 'Deployment shop/x', 'ConfigMap shop/kube-root-ca.crt']);
  expect(conversion.plans[0].included).toEqual(['Broker shop/events']);
  expect(code(conversion)).toContain('kplus.Secret.fromSecretName(chart, \'DatabaseCredentials\', \'db\')');
  expect(conversion.files.map(([, text]) => String(text)).join()).not.toContain('HUSH');
  expect(synthesized(conversion).map(({ kind }) => kind)).toEqual(['SonataFlowPlatform', 'Broker']);
});

test('what no property says is a JSON patch that says why', () => {
  const conversion = convertText(all(platform('shop', '{services: {jobService: {podTemplate: {appArmorProfile: {type: Unconfined}}}}, colour: red}')));
  expect(fileOf(conversion, 'shop.ts')).toMatch(/\/\/ colour: the schema of this operator does not know it.*\nApiObject\.of\(platform\)\.addJsonPatch\(JsonPatch\.add\('\/spec\/colour', 'red'\)\);/);
  expect(fileOf(conversion, 'shop.ts')).not.toContain('fromObject');
  expect(conversion.plans[0].patches).toBe(programOf(conversion).map(([, text]) => text.split('addJsonPatch').length - 1).reduce((a, b) => a + b));
});

test('a ConfigMap that kustomize named after its content is called as it was meant', () => {
  const files = (name: string) => code(convertText(all(
    platform('shop', '{}'), workflow('a', 'shop', `, resources: {configMaps: [{configMap: {name: ${name}}, workflowPath: specs}]}`), configMap(name, '{a.yaml: "b: 1"}'),
  )));
  expect(files('specs-7mkb4h8f2c')).toContain('const specs = new kplus.ConfigMap(chart, \'Specs\', { metadata: { name: \'specs-7mkb4h8f2c\' } });');
  expect(files('specs-blueprints')).toContain('const specsBlueprints = ');
});

test('integers keep their digits in files', () => {
  const conversion = convertText(all(
    `${API}\nkind: SonataFlow\nmetadata: {name: a, namespace: shop}\nspec: {flow: {start: Hi, metadata: {id: 9007199254740993}, states: [{name: Hi, type: inject, data: {ids: [1234567890123456789]}, end: true}]}}\n`,
    'apiVersion: acme.example/v1\nkind: Thing\nmetadata: {name: t, namespace: shop}\nspec: {serial: 9007199254740993}\n',
  ));
  expect(fileOf(conversion, 'workflows/a.sw.yaml')).toContain('id: 9007199254740993');
  expect(fileOf(conversion, 'workflows/a.sw.yaml')).toContain('- 1234567890123456789');
  expect(fileOf(conversion, 'manifests/shop.yaml')).toContain('serial: 9007199254740993');
});

describe('persistence', () => {
  const inherited = ', persistence: {postgresql: {secretRef: {name: db}, serviceRef: {name: pg, databaseSchema: a}}}';

  test.each<[string, string, RegExp, RegExp]>([
    ['written out as the library does it', inherited, /'Platform', \{ persistence: PostgreSql/, /inheritedPersistence|WorkflowPersistence/],
    ['not said', '', /inheritedPersistence: InheritedPersistence\.ABSENT/, /WorkflowPersistence/],
    ['an empty one', ', persistence: {}', /persistence: WorkflowPersistence\.ephemeral\(\)/, /inheritedPersistence/],
    ['of its own', ', persistence: {postgresql: {secretRef: {name: own}, serviceRef: {name: pg}}}', /persistence: WorkflowPersistence\.postgreSql\(PostgreSql/, /inheritedPersistence/],
  ])('%s', (_what, spec, expected, unexpected) => {
    const conversion = convertText(all(platform('shop', `{${DATABASE}}`), workflow('a', 'shop', spec)));
    expect(code(conversion)).toMatch(expected);
    expect(code(conversion)).not.toMatch(unexpected);
    compiles(conversion);
  });

  test('what several have in common has a name', () => {
    const own = 'persistence: {postgresql: {secretRef: {name: db}, serviceRef: {name: pg}}}';
    const conversion = convertText(platform('shop', `{${DATABASE}, services: {dataIndex: {${own}}, jobService: {}}}`));
    expect(code(conversion)).toMatch(/const database = PostgreSql\.fromService\([^]*persistence: database[^]*ServicePersistence\.postgreSql\(database\)/);
    compiles(conversion);
  });
});

describe('files', () => {
  test('properties and resources are files, byte for byte, and the names of ConfigMaps stay', () => {
    const conversion = convertText(all(
      configMap('a-props', '{application.properties: "x=1\\r\\n\\n"}'), configMap('01-a-specs', '{pay.yaml: "openapi: 3.0.3\\n"}'),
      platform('shop'), workflow('a', 'shop', ', resources: {configMaps: [{configMap: {name: 01-a-specs}, workflowPath: specs}]}'),
    ));
    expect(fileOf(conversion, 'workflows/a.properties')).toBe('x=1\r\n\n');
    expect(fileOf(conversion, 'workflows/a/specs/pay.yaml')).toBe('openapi: 3.0.3\n');
    expect(synthesized(conversion).filter(({ kind }) => kind === 'ConfigMap')).toMatchObject([
      { metadata: { name: '01-a-specs' }, data: { 'pay.yaml': 'openapi: 3.0.3\n' } }, { metadata: { name: 'a-props' }, data: { 'application.properties': 'x=1\r\n\n' } },
    ]);
  });

  test('a definition keeps its nulls', () => {
    expect(synthesized(convertText(workflow('a', 'shop')))).toMatchObject([{ spec: { flow: { states: [{ data: { a: null } }] } } }]);
  });

  test('what is not the same in two namespaces is in a folder each', () => {
    const conversion = convertText(all(
      configMap('a-props', '{application.properties: x=1}'), configMap('a-props', '{application.properties: x=2}').replace('shop', 'till'), workflow('a', 'shop'), workflow('a', 'till'),
    ));
    expect(conversion.files.map(([path]) => path).filter((path) => path.startsWith('workflows/')))
      .toEqual(['workflows/a.sw.yaml', 'workflows/shop/a.properties', 'workflows/till/a.properties']);
  });

  test('a ConfigMap with more in it goes out as it is', () => {
    const conversion = convertText(all(configMap('a-props', '{application.properties: x=1, other: y}'), workflow('a', 'shop')));
    expect(conversion.plans[0].included).toEqual(['ConfigMap shop/a-props']);
  });
});

test('what is said of a platform that nobody declares is said beside its workflows: it is no scope in other languages', () => {
  const conversion = convertText(workflow('a', 'shop'), { facts: { knative: false } });
  expect(fileOf(conversion, 'shop.ts')).toMatch(/SonataFlowPlatformConstruct\.fromPlatformName\(chart, 'Platform', 'sonataflow-platform', [^]*new WorkflowConstruct\(chart, 'A', \{/);
  compiles(conversion);
});

test('labels that all have are those of the chart', () => {
  const conversion = convertText(all(platform('shop', '{}', ', labels: {team: a, own: b}'), workflow('a', 'shop', '', ', labels: {team: a}')));
  expect(fileOf(conversion, 'shop.ts')).toContain('new Chart(app, \'shop\', { namespace: \'shop\', labels: { team: \'a\' } })');
  expect(synthesized(conversion).map(({ metadata }) => (metadata as Record<string, unknown>).labels)).toEqual([{ team: 'a', own: 'b' }, { team: 'a' }]);
});

describe('several alike', () => {
  const tenant = (namespace: string, replicas: number) => all(platform(namespace), workflow('a', namespace, `, podTemplate: {replicas: ${replicas}, container: {image: 'x:1'}}`));

  test('namespaces are one function, with the differences as its arguments', () => {
    const conversion = convertText(all(tenant('team-a', 1), tenant('team-b', 2)));
    expect(conversion.files.map(([path]) => path).filter((path) => path.endsWith('.ts'))).toEqual(['charts.ts', 'main.test.ts', 'main.ts', 'team.ts']);
    expect(fileOf(conversion, 'charts.ts')).toContain('team(app, { namespace: \'team-a\', replicas: 1 })');
    expect(fileOf(conversion, 'team.ts')).toContain('podTemplate: { replicas, container: { image: \'x:1\' } }');
    compiles(conversion);
    expect(synthesized(conversion)).toEqual(synthesized(convertText(tenant('team-a', 1))).concat(synthesized(convertText(tenant('team-b', 2)))));
  });

  test('namespaces that are not alike are functions of their own', () => {
    const conversion = convertText(all(tenant('team-a', 1), platform('team-b')));
    expect(conversion.files.map(([path]) => path).filter((path) => /team/.test(path))).toEqual(['team-a.ts', 'team-b.ts']);
  });

  test('environments are one function, also for what only some of them have', () => {
    const texts = {
      dev: all(platform('shop-dev'), workflow('a', 'shop-dev', '', ', annotations: {sonataflow.org/profile: dev}')),
      prod: all(platform('shop-prod', `{${DATABASE}, services: {dataIndex: {}}}`), workflow('a', 'shop-prod', ', podTemplate: {replicas: 2, container: {image: "x:1"}}', ', annotations: {sonataflow.org/profile: gitops}')),
    };
    const clusters = Object.entries(texts).map(([name, text]) => ({ name, objects: objectsOf(text) }));
    const conversion = convertText('', { clusters });
    expect(conversion.environments).toEqual(['dev', 'prod']);
    expect(fileOf(conversion, 'shop.ts')).toMatch(/if \(withDataIndex\) \{|if \(withPersistence\) \{/);
    expect(fileOf(conversion, 'environments.ts')).toMatch(/dev: \(app\) => \[shop\(app, \{ namespace: 'shop-dev', profile: WorkflowProfile\.DEV \}\)\]/);
    compiles(conversion);
    for (const [name, text] of Object.entries(texts)) {
      expect(synthesized(conversion, name)).toEqual(synthesized(convertText(text)));
    }
    expect(fileOf(conversion, 'package.json')).toContain('"synth": "npm run synth:dev && npm run synth:prod"');
  });

  test('an argument is called after its construct where another one wants the name, and a file is found by the environment', () => {
    const pod = (replicas: number, tag: string, level: string) => `, podTemplate: {replicas: ${replicas}, container: {image: "x:${tag}", env: [{name: LOG_LEVEL, value: ${level}}]}}`;
    const text = (name: string, replicas: number, tag: string, level: string) => all(
      platform('shop', `{services: {dataIndex: {podTemplate: {replicas: ${replicas}}}}}`), workflow('a', 'shop', pod(replicas, tag, level)).replace('a: null', `a: ${name}`),
      workflow('b', 'shop', pod(replicas, `b${tag}`, 'WARN')),
    );
    const clusters = [{ name: 'dev', objects: objectsOf(text('dev', 1, '1', 'DEBUG')) }, { name: 'prod', objects: objectsOf(text('prod', 3, '2', 'INFO')) }];
    const typescript = convertText('', { clusters });
    expect(fileOf(typescript, 'shop.ts')).toMatch(new RegExp([
      'export interface ShopProps {', 'readonly environment: string;', 'readonly dataIndexReplicas: number;', 'readonly replicas: number;', 'readonly aImage: string;',
      'readonly logLevel: string;', 'readonly bImage: string;', '}',
    ].join('\\n')));
    expect(fileOf(typescript, 'shop.ts')).toContain('WorkflowDefinition.fromFile(`workflows/${environment}/a.sw.yaml`)');
    compiles(typescript);
    expect(synthesized(typescript, 'prod')).toEqual(synthesized(convertText(text('prod', 3, '2', 'INFO'))));
    const python = fileOf(convertText('', { clusters, language: 'python' }), 'charts/shop.py');
    expect(python).toContain('    data_index_replicas: int,\n');
    expect(python).toContain('WorkflowDefinition.from_file(f"workflows/{environment}/a.sw.yaml")');
  });

  test('files of namespaces lie by their names', () => {
    const conversion = convertText(all(tenant('team-a', 1), tenant('team-b', 1).replace('a: null', 'a: 1')));
    expect(fileOf(conversion, 'team.ts')).toContain('WorkflowDefinition.fromFile(`workflows/${namespace}/a.sw.yaml`)');
    compiles(conversion);
  });
});

test('a part is converted, and the rest is included', () => {
  const conversion = convertText(all(platform('shop', `{${DATABASE}, services: {jobService: {}}}`), workflow('a', 'shop'), workflow('b', 'shop')), { only: ['a'] });
  expect(conversion.plans[0].included).toEqual(['SonataFlowPlatform shop/sonataflow-platform', 'SonataFlow shop/b']);
  expect(fileOf(conversion, 'shop.ts')).toContain('new WorkflowConstruct(chart, \'A\', {');
  expect(synthesized(conversion).map(({ kind, metadata }) => `${String(kind)} ${String((metadata as Record<string, unknown>).name)}`))
    .toEqual(['SonataFlow a', 'SonataFlowPlatform sonataflow-platform', 'SonataFlow b']);
  compiles(conversion);
});

test('what the engine would refuse of a text in gitops is known, and stops neither the program nor changes what it writes', () => {
  const unreached = FLOW.replace('states: [', 'states: [{name: Alone, type: inject, data: {}, end: true}, ');
  const text = all(platform('shop'), workflow('a', 'shop', ', podTemplate: {container: {image: "x:1"}}', ', annotations: {sonataflow.org/profile: gitops}').replace(FLOW, unreached));
  const conversion = convertText(text);
  expect(readYaml(fileOf(conversion, '.sonataflowrc'), '').documents[0].object).toEqual({
    acknowledgements: [{ rule: 'SF-FLOW-UNREACHABLE', namespace: 'shop', name: 'a', reason: expect.stringMatching(/^said by the custom resource/) }],
  });
  expect(synthesized(conversion).map(({ metadata }) => metadata)).toEqual(objectsOf(text).map(({ metadata }) => metadata));
  expect(convertText(text.replace(unreached, FLOW)).files.map(([path]) => path)).not.toContain('.sonataflowrc');
});

test('odd names and texts stay what they are', () => {
  const conversion = convertText(all(
    platform('shop', '{properties: {flow: [{name: "a\'b", value: "\\"x\\"\\u200b${y}"}]}}', ', annotations: {"example.org/x": "\'"}'), workflow('class', 'shop'), workflow('data-index', 'shop'),
  ));
  compiles(conversion);
  const [written] = synthesized(conversion);
  expect(written).toMatchObject({ metadata: { annotations: { 'example.org/x': '\'' } }, spec: { properties: { flow: [{ name: 'a\'b', value: '"x"\u200b${y}' }] } } });
});

test.each(['charts', 'environments', 'list', 'main', 'class', 'json', 'cdk8s'])('a namespace may be called %s', (namespace) => {
  const text = (name: string) => all(workflow('a', name), platform('shop'));
  const conversion = convertText(text(namespace));
  compiles(conversion);
  const [named] = synthesized(conversion);
  expect(named.metadata).toEqual({ name: 'a', namespace });
  const python = convertText(text(namespace), { language: 'python' });
  expect(fileOf(python, 'charts/__init__.py')).not.toMatch(/import (?:charts|list|environments|class|main)$/m);
  // Beside the program it would hide the module of the standard library that is called so.
  expect(python.files.map(([path]) => path).filter((path) => path.endsWith('.py') && !path.startsWith('charts/'))).toEqual(['main.py', 'test_main.py']);
});

test('modules of Python are called as the functions in them, also where names differ by a hyphen', () => {
  const { files } = convertText(all(platform('team-1'), workflow('a', 'team1'), platform('n-s'), workflow('b', 'n--s')), { language: 'python' });
  const modules = files.map(([path]) => path).filter((path) => /^charts\/(?!__)/.test(path));
  expect(new Set(modules).size).toBe(3);
  for (const [path, text] of files.filter(([name]) => modules.includes(name))) expect(String(text)).toContain(`def ${path.slice('charts/'.length, -'.py'.length)}(`);
});

test('what a program could not say as it is is said as the operator takes it', () => {
  const conversion = convertText(`kind: SonataFlowPlatform
apiVersion: sonataflow.org/v1alpha08
metadata: {name: hub, namespace: shop}
spec:
  eventing: {broker: {}}
  properties: {flow: [{name: b, value: '1'}, {name: c, value: '1'}, {name: b, value: '2'}, {name: '', value: x}]}
`);
  compiles(conversion);
  expect(synthesized(conversion)[0].spec).toEqual({ eventing: { broker: {} }, properties: { flow: [{ name: 'b', value: '2' }, { name: 'c', value: '1' }] } });
});

test('modules are imported in the order of their names', () => {
  const text = all(platform('zoo'), workflow('a', 'cafe', ', persistence: {}'), workflow('b', 'main'));
  const imports = (module: string) => [...module.matchAll(/(?:from '\.\/|from charts\.)([\w-]+)/g)].map(([, file]) => file);
  expect(imports(fileOf(convertText(text), 'charts.ts'))).toEqual(['cafe', 'main-chart', 'zoo']);
  expect(imports(fileOf(convertText(text, { language: 'python' }), 'charts/__init__.py'))).toEqual(['cafe', 'main_chart', 'zoo']);
});

test('pytest takes nothing in a test of Python for a test that is none', () => {
  expect(fileOf(convertText(workflow('a', 'shop'), { language: 'python' }), 'test_main.py')).not.toMatch(/import .*\bTest/);
});

test('the same input gives the same bytes, in whatever order', () => {
  const documents = [platform('shop'), workflow('a', 'shop'), platform('till'), workflow('b', 'till')];
  expect(convertText(all(...documents)).files).toEqual(convertText(all(...documents)).files);
  const paths = (conversion: Conversion) => programOf(conversion).map(([path]) => path);
  expect(paths(convertText(all(...[...documents].reverse())))).toEqual(paths(convertText(all(...documents))));
});
