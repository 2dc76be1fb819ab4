import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';
import { program } from '../../src/cli/program';
import { JsonObject } from '../../src/json/json';
import { writeYaml } from '../../src/yaml/writing';
import { readObjects } from '../conformance/cases';
import { JsonDifference } from '../diff/rebuild';

const folder = mkdtempSync(join(tmpdir(), 'diff-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const file = (text: string) => {
  const path = join(folder, `${files++}.yaml`);
  writeFileSync(path, text);
  return path;
};

const PLATFORM = `
apiVersion: sonataflow.org/v1alpha08
kind: SonataFlowPlatform
metadata: {name: hub, namespace: shop}
spec:
  services:
    dataIndex: {}
    jobService: {persistence: {dbMigrationStrategy: service, postgresql: {secretRef: {name: pg}, serviceRef: {name: pg}}}}
`;
const WORKFLOW = `
apiVersion: sonataflow.org/v1alpha08
kind: SonataFlow
metadata: {name: orders, namespace: shop, annotations: {sonataflow.org/profile: gitops}}
spec:
  podTemplate: {replicas: 2, container: {image: example.org/orders:1, env: [{name: LEVEL, value: info}]}}
  persistence: {postgresql: {secretRef: {name: pg}, serviceRef: {name: pg}}}
  flow: {start: A, states: [{name: A, type: inject, data: {}, end: true}]}
`;
const BEFORE = `${PLATFORM}---${WORKFLOW}`;
const before = file(BEFORE);

function changed(from: string | RegExp, to: string, text = BEFORE): string {
  const after = text.replace(from, to);
  expect(after).not.toBe(text);
  return file(after);
}

const json = (...args: string[]) => JSON.parse(run('diff', '--format', 'json', ...args).out) as JsonDifference;

describe('without anything to compare', () => {
  const chart = (name: string) => {
    const path = join(folder, name);
    mkdirSync(join(path, 'templates'), { recursive: true });
    writeFileSync(join(path, 'Chart.yaml'), 'apiVersion: v2\nname: c\n');
    return path;
  };

  test('it says so', () => {
    expect(run('diff', chart('one'), chart('two'))).toEqual({ status: 2, out: '', err: expect.stringMatching(/one: warning: SF-INPUT-NONE.*\n.*two: warning: SF-INPUT-NONE/) });
    expect(run('diff', before, '--live', file(''))).toMatchObject({ status: 2, err: expect.stringContaining('SF-INPUT-EMPTY') });
    expect(run('diff', chart('one'), '--live', before)).toMatchObject({ status: 2, err: expect.stringContaining('SF-INPUT-NONE') });
    expect(run('upgrade-plan', chart('one'), '--from', 'osl-1.36', '--to', 'osl-1.38')).toMatchObject({ status: 2, err: expect.stringContaining('SF-INPUT-NONE') });
  });

  test('on one side it says so beside the difference', () => {
    const { status, out, err } = run('diff', before, chart('one'));
    expect([status, out.includes('Deployment')]).toEqual([1, true]);
    expect(err).toMatch(/SF-INPUT-NONE[^]*passed over: 1 of Helm/);
  });
});

describe('called', () => {
  test.each<[string, string[], string]>([
    ['without a path', [], 'missing required argument'],
    ['with one path and nothing else', [before], 'nothing to compare it with'],
    ['with three paths', [before, before, before], '3 paths'],
    ['with two paths and --live', [before, before, '--live', before], 'two paths with --live'],
    ['with --live and --from', [before, '--live', before, '--from', '1.x'], '--live with --from'],
    ['with standard input twice', ['-', '-'], 'standard input twice'],
    ['with standard input twice, once as --live', ['-', '--live', '-'], 'standard input twice'],
    ['with an operator that is none', [before, '--from', '1.y', '--to', '1.x'], '1.x'],
    ['with a format that is none', [before, before, '--format', 'xml'], 'markdown'],
  ])('%s it is called wrongly', (_how, args, message) => {
    const { status, out, err } = run('diff', ...args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});

describe('the exit status is', () => {
  const after = changed('orders:1', 'orders:2');
  test.each<[string, string[], number]>([
    ['0 without a difference', [before, before], 0],
    ['1 with one', [before, after], 1],
    ['0 with one and --exit-zero', [before, after, '--exit-zero'], 0],
    ['2 where a file is not there', [before, join(folder, 'nothing.yaml')], 2],
    ['2 where the API server refuses a side', [before, changed('replicas: 2', 'replicas: two')], 2],
    ['2 where the operator stops on a side, also with --exit-zero', [before, changed('flow: {', 'flow: {constants: {a: 1}, '), '--exit-zero'], 2],
  ])('%s', (_what, args, expected) => {
    const { status, out, err } = run('diff', ...args);
    expect(status).toBe(expected);
    expect([out === '', err === '']).toEqual(expected === 2 ? [true, false] : [false, true]);
  });
});

test('what is wrong on both sides is told once', () => {
  const wrong = changed('replicas: 2', 'replicas: two');
  expect(run('diff', wrong, '--from', '10.1.0', '--to', '1.x').err.trim().split('\n')).toHaveLength(1);
});

describe('the first line says what is compared', () => {
  test.each<[string[], string]>([
    [[before, before], `comparing what operator 10.1.0 makes of ${before} with what operator 10.1.0 makes of ${before}`],
    [[before, '--to', '1.x'], `comparing what operator 10.1.0 makes of ${before} with what operator 1.x makes of ${before}`],
    [[before, before, '--from', '1.x'], `comparing what operator 1.x makes of ${before} with what operator 10.1.0 makes of ${before}`],
    [[before, before, '--corrections'], `comparing what render writes of ${before} for operator 10.1.0 with what render writes of ${before} for operator 10.1.0`],
    [[before, '--live', before, '--operator', '1.x'], `comparing what is in the cluster (${before}) with what operator 1.x makes of ${before}`],
  ])('%j', (args, expected) => {
    expect(run('diff', ...args).out.split('\n')[0]).toBe(expected);
    expect(json(...args).compared).toBe(expected);
  });
});

/** What is said of one change: field, reasons and effects, the object's own among them. */
function changesOf(args: string[], kind: string, name = 'orders'): Array<[field: string, reasons: readonly string[], effects: string[]]> {
  const object = json(...args).objects.find((one) => one.kind === kind && one.name === name)! as unknown as {
    consequences: Array<{ effect: string }>;
    changes: Array<{ field: string; reasons: string[]; consequences: Array<{ effect: string }> }>;
  };
  const own = object.consequences.map(({ effect }) => effect);
  return object.changes.map(({ field, reasons, consequences }) => [field, reasons, [...own, ...consequences.map(({ effect }) => effect)]]);
}

describe('why, and what follows:', () => {
  test.each<[string, string | RegExp, string, string, string, Array<[string, string[], string[]]>]>([
    ['an image', 'orders:1', 'orders:2', 'Deployment', 'orders', [
      ['spec.template.spec.containers[workflow].image', ['SonataFlow orders: spec.podTemplate.container.image'], ['rollout']],
    ]],
    ['replicas', 'replicas: 2', 'replicas: 0', 'Deployment', 'orders', [
      ['spec.replicas', ['SonataFlow orders: spec.podTemplate.replicas'], ['gap']],
    ]],
    ['a variable that goes', ', env: [{name: LEVEL, value: info}]', '', 'Deployment', 'orders', [
      ['spec.template.spec.containers[workflow].env[LEVEL]', ['SonataFlow orders: spec.podTemplate.container.env[0]', 'SonataFlow orders: spec.podTemplate.container.env'], ['rollout', 'environment']],
    ]],
    ['another database', 'serviceRef: {name: pg}}}\n  flow', 'serviceRef: {name: pg, databaseSchema: other}}}\n  flow', 'Deployment', 'orders', [
      ['spec.template.spec.containers[workflow].env[QUARKUS_DATASOURCE_JDBC_URL].value',
        ['SonataFlow orders: spec.persistence', 'SonataFlow orders: spec.persistence.postgresql.serviceRef.databaseSchema'], ['rollout', 'data']],
    ]],
    ['a Jobs Service that is made anew', 'jobService: {', 'jobService: {podTemplate: {container: {image: example.org/jobs:1}}, ', 'Deployment', 'hub-jobs-service', [
      ['spec.template.spec.containers[jobs-service].image', ['SonataFlowPlatform hub: spec.services.jobService.podTemplate'], ['rollout', 'gap']],
    ]],
  ])('%s', (_what, from, to, kind, name, expected) => {
    expect(changesOf([before, changed(from, to)], kind, name)).toEqual(expected);
  });

  test('properties of a service without a rollout', () => {
    const [, , effects] = changesOf([before, changed('dataIndex: {}', 'dataIndex: {enabled: false}')], 'ConfigMap', 'hub-jobs-service-props')[0];
    expect(effects).toContain('stale');
  });

  test('a property, with the reason that explain gives', () => {
    const changes = changesOf([before, changed('dataIndex: {}', '')], 'ConfigMap', 'orders-managed-props');
    expect(changes.map(([field]) => field)).toContain('data["application-prod.properties"]');
    for (const [, reasons] of changes) expect(reasons).toContain('SonataFlowPlatform hub: spec.services.dataIndex');
  });

  test('a selector that cannot be changed, and labels that stay', () => {
    const changes = changesOf([before, '--to', '1.x'], 'Deployment');
    expect(changes.find(([field]) => field.startsWith('spec.selector'))).toEqual([
      'spec.selector.matchLabels["app.kubernetes.io/version"]', ['operator 10.1.0 -> 1.x: its version label (tag)'], ['selector'],
    ]);
    expect(changes.find(([field]) => field.startsWith('spec.template.metadata'))?.[2]).toEqual(['stays']);
  });

  test('a migration that runs again', () => {
    const migrating = changed('dbMigrationStrategy: service', 'dbMigrationStrategy: job');
    const jobs = json(migrating, '--to', '1.x').objects.filter(({ kind }) => kind === 'Job').map(({ change, name, ...more }) => (
      [change, name, (more as unknown as { consequences: Array<{ effect: string; text: string }> }).consequences.map(({ effect }) => effect)]
    ));
    expect(jobs).toEqual([
      ['removed', 'sonataflow-db-migrator-job', ['stays']],
      ['added', 'sonataflow-db-migrator-job-ea90e208', ['migration']],
    ]);
  });

  test('a workflow that goes', () => {
    interface Told { change: string; kind: string; reasons: string[]; consequences: Array<{ effect: string }> }
    const objects = json(before, file(PLATFORM)).objects as unknown as Told[];
    expect(objects.every(({ change, reasons }) => change === 'removed' && reasons.includes('SonataFlow orders'))).toBe(true);
    expect(objects.find(({ kind }) => kind === 'Deployment')?.consequences.map(({ effect }) => effect)).toEqual(['gap', 'stays']);
  });
});

describe('an object that one side has in its place', () => {
  const owner = (kind: string, name: string) => `ownerReferences: [{apiVersion: sonataflow.org/v1alpha08, kind: ${kind}, name: ${name}, uid: "1", controller: true}]`;
  const configMap = (metadata: string, text: string) => `---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: orders-props, namespace: shop${metadata}}\ndata: {application.properties: "${text}"}\n`;
  const changesTo = (object: string) => [[before, file(BEFORE + object)], [file(BEFORE + object), before]].map((sides) => (
    json(...sides).objects.map(({ change, kind, name, changes }) => [change, `${kind} ${name}`, changes.map(({ before: was, after: is }) => [was, is])])
  ));
  const isOfConfigMap = ([, object]: unknown[]) => object === 'ConfigMap orders-props';

  test.each<[string, string]>([
    ['the empty properties of the operator', configMap(`, ${owner('SonataFlow', 'orders')}`, '')],
    ['empty properties of a user', configMap('', '')],
    ['its service, with an address', `---
apiVersion: v1
kind: Service
metadata: {name: orders, namespace: shop, labels: {a: b}, ${owner('SonataFlow', 'orders')}, resourceVersion: "7"}
spec: {clusterIP: 10.96.0.1, selector: {an: older one}, ports: [{port: 80}]}
`],
    ['a pod of a service of the platform', `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: hub-jobs-service, namespace: shop, ${owner('SonataFlowPlatform', 'hub')}}
spec: {progressDeadlineSeconds: 600, template: {spec: {containers: [{name: jobs-service, image: "example.org/older:1"}]}}}
`],
  ])('%s: no difference, whichever side it is', (_what, object) => expect(changesTo(object)).toEqual([[], []]));

  test('properties that users write are changed, neither added nor removed', () => {
    for (const metadata of ['', `, ${owner('SonataFlow', 'orders')}`]) {
      const [added, removed] = changesTo(configMap(metadata, 'a=b')).map((objects) => objects.filter(isOfConfigMap));
      expect(added).toEqual([['changed', 'ConfigMap orders-props', [['', 'a=b']]]]);
      expect(removed).toEqual([['changed', 'ConfigMap orders-props', [['a=b', '']]]]);
    }
  });

  test('one that belongs to something that is not there is nothing that the operator makes', () => {
    const [added] = changesTo(configMap(`, ${owner('SonataFlow', 'others')}`, 'a=b').replace('orders-props', 'others-props'));
    expect(added).toEqual([]);
  });
});

describe('what files do not say of a cluster', () => {
  const text = `${BEFORE.replace('spec:\n  services', 'spec:\n  properties: {flow: [{name: token, valueFrom: {secretKeyRef: {name: creds, key: token}}}]}\n  services')}`;
  const secret = (key: string) => `---\napiVersion: v1\nkind: Secret\nmetadata: {name: creds, namespace: shop}\nstringData: {${key}: hush}\n`;
  const autoscaler = (status: string) => `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: scaler, namespace: shop, resourceVersion: "${status.length}"}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: hub-data-index-service}, minReplicas: 2, maxReplicas: 6}
${status}
`;
  const WORKING = 'status: {desiredReplicas: 4, conditions: [{type: ScalingActive, status: "True"}]}';

  test.each<[string, string, string]>([
    ['a Secret that is left to others', secret('token'), ''],
    ['whether an autoscaler is at work', autoscaler(WORKING), autoscaler('')],
  ])('is the same on both sides: %s', (_what, one, other) => {
    const paths = [file(text + one), file(text + other)];
    for (const sides of [paths, [...paths].reverse()]) expect(run('diff', '--operator', '1.x', ...sides)).toMatchObject({ status: 0 });
  });

  test('a Secret without the key is another', () => {
    expect(run('diff', file(text + secret('token')), file(text + secret('other'))).status).toBe(1);
  });

  test('what a server writes is no reason', () => {
    const { out } = run('diff', '--operator', '1.x', file(text + autoscaler(WORKING)), file(text + autoscaler(WORKING).replace('minReplicas: 2', 'minReplicas: 3').replace(/resourceVersion: "\d+"/, 'resourceVersion: "9"')));
    expect(out).not.toContain('resourceVersion');
  });
});

describe('a flow that no object shows', () => {
  test.each([
    ['gitops', 'build it anew'],
    ['preview', 'the operator builds the image anew'],
  ])('of the profile %s', (profile, expected) => {
    const text = BEFORE.replace('gitops', profile).replace('image: example.org/orders:1, ', '');
    const { status, out } = run('diff', file(text), changed('data: {}', 'data: {a: 1}', text));
    expect([status, out]).toEqual([0, expect.stringContaining(expected)]);
    expect(out).toContain('SonataFlow shop/orders: spec.flow.states');
  });

  test('in the profile dev it is in an object', () => {
    const text = BEFORE.replace('gitops', 'dev');
    expect(changesOf([file(text), changed('data: {}', 'data: {a: 1}', text)], 'ConfigMap')).toEqual([
      ['data["orders.sw.json"].states[A].data.a', ['SonataFlow orders: spec.flow.states'], []],
    ]);
  });
});

test('colours are for terminals', () => {
  const painted: string[] = [];
  program(['diff', before, changed('orders:1', 'orders:2')], { out: (text) => painted.push(text), err: () => undefined, coloured: { out: true, err: false } });
  expect(painted.join('')).toContain('\x1b[31m      - "example.org/orders:1"\x1b[0m\n\x1b[32m      + "example.org/orders:2"\x1b[0m');
  expect(run('diff', before, changed('orders:1', 'orders:2')).out).not.toContain('\x1b');
});

describe('Markdown', () => {
  test('is short above and folded below', () => {
    const { out } = run('diff', '--format', 'markdown', before, changed('orders:1', 'orders:2'));
    expect(out).toContain('**1 changed, 0 added, 0 removed**');
    expect(out).toContain('| Deployment shop/orders | changed | rollout |');
    expect(out).toContain('<details><summary>Deployment shop/orders, changed</summary>');
    expect(out).toContain('-   "example.org/orders:1"\n+   "example.org/orders:2"');
  });

  test('is never longer than a comment may be', () => {
    const workflows = Array.from({ length: 25 }, (_none, i) => WORKFLOW.replace('name: orders', `name: orders-${i}`));
    const [left, right] = [workflows, workflows.map((text) => text.replace('orders:1', `orders:${'2'.repeat(3000)}`))].map((texts) => file(texts.join('---')));
    const { out } = run('diff', '--format', 'markdown', left, right, '--to', '1.x');
    expect(out.length).toBeLessThanOrEqual(65_536);
    expect(out).toMatch(/\d+ more of what differs are not shown in full/);
  });

  test('means nothing that a value says', () => {
    const { out } = run('diff', '--format', 'markdown', before, changed('value: info', 'value: "```</details>::x"'));
    const fence = /^(`{3,})diff$/m.exec(out)?.[1];
    expect(fence).toBe('````');
  });
});

describe('with --live', () => {
  const made = readObjects(run('render', '--no-corrections', before).out) as JsonObject[];
  const dump = (change: (object: JsonObject) => JsonObject | undefined) => file(writeYaml({
    apiVersion: 'v1', kind: 'List', items: made.flatMap((object) => change(structuredClone(object)) ?? []),
  }));
  interface Pod { containers: JsonObject[]; volumes: JsonObject[] }
  const podOf = (object: JsonObject) => ((object.spec as JsonObject).template as JsonObject).spec as unknown as Pod;
  const isOrders = ({ kind, metadata }: JsonObject) => kind === 'Deployment' && (metadata as JsonObject).name === 'orders';
  const live = (change: (object: JsonObject) => JsonObject | undefined) => run('diff', before, '--live', dump(change));

  test('what the API server and controllers fill in is no difference', () => {
    const { status, out } = live((object) => {
      Object.assign(object.metadata as object, { uid: 'x', resourceVersion: '1', creationTimestamp: 'now', generation: 3, managedFields: [{}], finalizers: ['f'] });
      Object.assign(object, { status: { ready: 1 } });
      if (object.kind === 'Service') Object.assign(object.spec as object, { clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1'], type: 'ClusterIP', sessionAffinity: 'None', ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack', internalTrafficPolicy: 'Cluster' });
      if (object.kind === 'Deployment') {
        Object.assign(object.spec as object, { progressDeadlineSeconds: 600, revisionHistoryLimit: 10 });
        const { strategy } = object.spec as JsonObject;
        if (!strategy) Object.assign(object.spec as object, { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } } });
        Object.assign(podOf(object), { dnsPolicy: 'ClusterFirst', restartPolicy: 'Always', schedulerName: 'default-scheduler', securityContext: {}, terminationGracePeriodSeconds: 30 });
        for (const container of podOf(object).containers) {
          container.imagePullPolicy ??= 'IfNotPresent';
          container.terminationMessagePath = '/dev/termination-log';
          container.terminationMessagePolicy ??= 'File';
          (container.env as JsonObject[] | undefined)?.push({ name: 'K_SINK', value: 'http://broker' });
        }
        for (const volume of podOf(object).volumes) {
          for (const source of ['projected', 'configMap']) if (volume[source]) Object.assign(volume[source], { defaultMode: 420 });
        }
      }
      return object;
    });
    expect([status, out.split('\n').slice(2)]).toEqual([0, ['no difference', '']]);
  });

  test.each<[string, (object: JsonObject) => JsonObject | undefined, string]>([
    ['other replicas', (object) => {
      if (isOrders(object)) (object.spec as JsonObject).replicas = 5;
      return object;
    }, 'spec.replicas'],
    ['another variable', (object) => {
      if (isOrders(object)) podOf(object).containers[0].env = [...podOf(object).containers[0].env as JsonObject[], { name: 'EXTRA', value: 'x' }];
      return object;
    }, 'env[EXTRA]'],
    ['a Deployment that is gone', (object) => isOrders(object) ? undefined : object, '+ Deployment shop/orders'],
    ['a default that somebody changed', (object) => {
      if (isOrders(object)) podOf(object).containers[0].imagePullPolicy = 'Never';
      return object;
    }, 'imagePullPolicy'],
  ])('%s is one', (_what, change, expected) => {
    const { status, out } = live(change);
    expect([status, out]).toEqual([1, expect.stringContaining(expected)]);
  });

  test('the field that decides is the reason', () => {
    const changedReplicas = dump((object) => {
      if (isOrders(object)) (object.spec as JsonObject).replicas = 5;
      return object;
    });
    expect(changesOf([before, '--live', changedReplicas], 'Deployment')).toEqual([['spec.replicas', ['SonataFlow orders: spec.podTemplate'], []]]);
  });

  test('what was injected is an information', () => {
    const { status, out } = live((object) => {
      if (isOrders(object)) {
        podOf(object).containers.push({ name: 'istio-proxy', image: 'istio' });
        podOf(object).volumes.push({ name: 'istio-token', emptyDir: {} });
      }
      return object;
    });
    expect([status, out]).toEqual([0, expect.stringContaining('note: Deployment shop/orders: injected and left out: istio-proxy')]);
  });

  test('something of the operator\'s for which there is no reason is one', () => {
    const { objects } = json(file(PLATFORM), '--live', dump((object) => object));
    expect(objects.map(({ change, kind, name }) => `${change} ${kind} ${name}`)).toContain('removed Deployment orders');
  });

  test('kinds and namespaces of which the dump has nothing are told once', () => {
    const { status, out } = live((object) => object.kind === 'Service' ? undefined : object);
    expect(status).toBe(0);
    expect(out.match(/note: nothing of the kinds Service is in the dump: not compared/g)).toHaveLength(1);
    const empty = run('diff', before, '--live', file(writeYaml({ apiVersion: 'v1', kind: 'List', items: [] })));
    expect([empty.status, empty.out]).toEqual([0, expect.stringContaining('nothing of the namespaces shop is in the dump')]);
  });

  test('no value of a Secret is told', () => {
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'pg', namespace: 'shop' }, data: { user: 'aHVudGVyMg==' } };
    const path = file([...made, secret].map(writeYaml).join('---\n'));
    expect(run('diff', before, '--live', path, '--format', 'json').out).not.toContain('aHVudGVyMg');
  });
});

test('--corrections compares what render writes by default', () => {
  const { objects } = json(before, before, '--to', '1.x', '--corrections');
  const deployment = objects.find(({ kind, name }) => kind === 'Deployment' && name === 'orders');
  expect(deployment?.changes.some(({ path }) => path[1] === 'selector')).toBe(false);
  expect(objects.length).toBeGreaterThan(0);
});
