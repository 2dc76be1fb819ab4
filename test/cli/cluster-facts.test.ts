import { readFileSync } from 'node:fs';
import { inFolder, platform, told, workflow } from './files';
import { run } from './run';

const FILES = {
  'wf.yaml': workflow(),
  'cluster.yaml': `apiVersion: v1
kind: List
items:
- apiVersion: sonataflow.org/v1alpha08
  kind: SonataFlowPlatform
  metadata: {name: hub, namespace: shop}
  spec: {services: {jobService: {}}, odd: 1}
- {apiVersion: v1, kind: Secret, metadata: {name: login, namespace: shop}, data: {user: czNjcjN0}}
- {apiVersion: sonataflow.org/v1alpha08, kind: SonataFlow, metadata: {name: broken, namespace: shop}, spec: {flow: {states: 5}}}
`,
};

test('standard input is one thing', () => {
  expect(run('check', '--cluster-facts', '-', '-')).toMatchObject({ status: 2, out: '', err: expect.stringContaining('standard input twice') });
});

test('what is in the cluster is known, and not judged', () => {
  inFolder(FILES, () => {
    expect(told(run('check', 'wf.yaml').out)).toContain('wf.yaml: warning: SF-PLATFORM-NONE');
    const { status, out } = run('check', '--cluster-facts', 'cluster.yaml', 'wf.yaml');
    expect([status, told(out)]).toEqual([0, []]);
    expect(out).toMatch(/\n1 resource \(1 workflow\) judged for /);
    expect(out).not.toContain('s3cr3t');
  });
});

test('it is not rendered, and wired in', () => {
  inFolder(FILES, () => {
    const { out } = run('render', '--cluster-facts', 'cluster.yaml', 'wf.yaml');
    expect(out).toContain('kogito.jobs-service.url = http://hub-jobs-service.shop');
    expect([...out.matchAll(/^kind: Deployment/gm)]).toHaveLength(1);
    expect(run('explain', '--cluster-facts', 'cluster.yaml', 'wf.yaml').out).toContain('http://hub-jobs-service.shop');
  });
});

test('what is in the files is newer', () => {
  inFolder({ ...FILES, 'hub.yaml': platform('shop', '{services: {jobService: {enabled: false}}}') }, () => {
    expect(told(run('check', '--cluster-facts', 'cluster.yaml', 'wf.yaml', 'hub.yaml').out)).toContain('hub.yaml: warning: SF-SERVICE-DISABLED');
  });
});

test('the configuration names it, from its own folder', () => {
  inFolder({ 'apps/wf.yaml': FILES['wf.yaml'], 'cluster.yaml': FILES['cluster.yaml'], '.sonataflowrc': 'clusterFacts: cluster.yaml\n' }, (folder) => {
    process.chdir(`${folder}/apps`);
    expect(told(run('check', '--config', '../.sonataflowrc', '.').out)).toEqual([]);
  });
  inFolder({ ...FILES, '.sonataflowrc': 'clusterFacts: {file: cluster.yaml, openshift: true}\n' }, () => {
    expect(told(run('check', 'wf.yaml').out)).toEqual([]);
  });
});

test('one that cannot be read is told', () => {
  inFolder({ ...FILES, 'bad.yaml': 'a: [' }, () => {
    expect(run('check', '--cluster-facts', 'nowhere.yaml', 'wf.yaml')).toMatchObject({ status: 1, out: expect.stringContaining('nowhere.yaml: error: SF-INPUT-FILE') });
    expect(run('check', '--cluster-facts', 'bad.yaml', 'wf.yaml')).toMatchObject({ status: 1, out: expect.stringMatching(/bad\.yaml:1:\d+: error: SF-INPUT-YAML/) });
  });
});

test('--help has the line that makes it', () => {
  expect(run('check', '--help').out).toMatch(/\$ kubectl get sonataflowplatforms,.* -o yaml > cluster\.yaml[^]*\$ \(echo ---; kubectl get configmaps,deployments .*\) >> cluster\.yaml/);
});

describe('the operator of the cluster', () => {
  const manager = (env: string, labels = '{}') => `apiVersion: apps/v1
kind: Deployment
metadata: {name: logic-operator-controller-manager, namespace: openshift-serverless-logic, labels: ${labels}}
spec: {template: {spec: {containers: [{name: manager, env: [${env}]}]}}}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: logic-operator-controllers-config, namespace: openshift-serverless-logic}
data: {controllers_cfg.yaml: "healthFailureThresholdDevMode: 7"}
`;
  const JOBS_SERVICE = 'registry.redhat.io/openshift-serverless-1/logic-jobs-service-ephemeral-rhel9@sha256:047bfa145ee42d74a991ba14037fe88b8a8921d9e5dd450b8265524ca1ad80dc';
  const files = {
    'wf.yaml': workflow(),
    'hub.yaml': platform('shop', '{services: {jobService: {}}}'),
    'cluster.yaml': manager(`{name: RELATED_IMAGE_JOBS_SERVICE_EPHEMERAL, value: ${JOBS_SERVICE}}`),
    'unknown.yaml': manager('{name: RELATED_IMAGE_DEVMODE, value: registry.redhat.io/openshift-serverless-1/logic-swf-devmode-rhel9@sha256:00}'),
  };

  test('is the one that its images are of, and the rendering is that cluster\'s', () => inFolder(files, () => {
    expect(run('check', '--cluster-facts', 'cluster.yaml', 'wf.yaml', 'hub.yaml').out).toContain('judged for osl-1.38 (cluster.yaml)');
    const { out } = run('render', '--no-corrections', '--cluster-facts', 'cluster.yaml', 'wf.yaml', 'hub.yaml');
    expect(out).toContain(`image: ${JOBS_SERVICE}`);
    expect(out).toContain('app.kubernetes.io/version: 1.38.0');
  }));

  test('is the one that is asked for, with those images', () => inFolder(files, () => {
    const { out, err } = run('render', '--operator', 'osl-1.36', '--no-corrections', '--cluster-facts', 'cluster.yaml', 'wf.yaml', 'hub.yaml');
    expect(out).toContain(`image: ${JOBS_SERVICE}`);
    expect(out).not.toContain('app.kubernetes.io/version');
    expect(err).toContain('judged for osl-1.36 (--operator)');
  }));

  test('the configuration names the release, and the file of the cluster its images', () => {
    inFolder({ ...files, '.sonataflowrc': 'operator: osl-1.37\nclusterFacts: cluster.yaml\n' }, () => {
      const { out, err } = run('render', '--no-corrections', 'wf.yaml', 'hub.yaml');
      expect(out).toContain(`image: ${JOBS_SERVICE}`);
      expect(err).toContain('judged for osl-1.37 (.sonataflowrc)');
    });
  });

  test('options beat what it is configured to', () => inFolder(files, () => {
    const own = ['--image', 'jobs-service-ephemeral=example.org/j:1', '--tag', '1.38.1'];
    const { out } = run('render', '--no-corrections', ...own, '--cluster-facts', 'cluster.yaml', 'wf.yaml', 'hub.yaml');
    expect(out).toContain('image: example.org/j:1');
    expect(out).toContain('app.kubernetes.io/version: 1.38.1');
  }));

  test('that nobody knows has to be named', () => inFolder(files, () => {
    for (const command of ['check', 'render', 'images']) {
      expect(run(command, '--cluster-facts', 'unknown.yaml', 'wf.yaml', 'hub.yaml'))
        .toEqual({ status: 2, out: '', err: expect.stringMatching(/^unknown\.yaml: error: SF-OPERATOR: .*; fix: name the release: --operator, /) });
    }
    expect(run('check', '--operator', 'osl-1.38', '--cluster-facts', 'unknown.yaml', 'wf.yaml', 'hub.yaml').status).toBe(0);
  }));
});

/** What is compared and planned is read as everything else is. */
describe('diff and upgrade-plan', () => {
  const waits = workflow('shop', 'greet', { states: '{name: A, type: sleep, duration: PT5S, end: true}' });
  const stopped = workflow().replace('flow: {', 'flow: {constants: {a: 1}, ');
  const files = {
    'before.yaml': waits,
    'after.yaml': waits.replace('greet:1', 'greet:2'),
    'cluster.yaml': `${platform('shop', '{services: {jobService: {persistence: {postgresql: {secretRef: {name: pg}, serviceRef: {name: pg}}}}}}')}---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: greet, namespace: shop}
spec: {maxReplicas: 2, scaleTargetRef: {apiVersion: sonataflow.org/v1alpha08, kind: SonataFlow, name: greet}}
`,
  };
  const plan = (...args: string[]) => run('upgrade-plan', '--from', '10.1.0', '--to', '1.x', ...args);

  test('what is in the cluster counts, and is not compared', () => inFolder({ ...files, 'none.yaml': workflow('shop', 'other') }, () => {
    const names = (...args: string[]) => (JSON.parse(run('diff', '--format', 'json', ...args).out) as { objects: Array<{ kind: string; name: string }> })
      .objects.map(({ kind, name }) => `${kind} ${name}`);
    expect(names('--cluster-facts', 'cluster.yaml', 'before.yaml', 'after.yaml')).toEqual(['Deployment greet']);
    const added = run('diff', '--cluster-facts', 'cluster.yaml', 'none.yaml', 'before.yaml').out;
    expect(added).toContain('kogito.jobs-service.url = http://hub-jobs-service.shop');
    expect(added).not.toContain('Deployment shop/hub-jobs-service');
  }));

  test('an upgrade is one of all that is in the cluster', () => inFolder(files, () => {
    expect(plan('before.yaml').out).toContain('no platform in the input: give --cluster-facts');
    const { status, out } = plan('--cluster-facts', 'cluster.yaml', 'before.yaml');
    expect(status).toBe(0);
    expect(out).not.toMatch(/no platform in the input|no HorizontalPodAutoscaler/);
    expect(out).toContain('hub-jobs-service');
  }));

  test('the configuration names the file', () => inFolder({ ...files, '.sonataflowrc': 'clusterFacts: cluster.yaml\n' }, () => {
    expect(plan('before.yaml').out).not.toContain('no platform in the input');
    expect(plan('--no-config', 'before.yaml').out).toContain('no platform in the input');
  }));

  test('the folders of several environments have to be told apart', () => inFolder({ 'dev/wf.yaml': waits, 'prod/wf.yaml': waits }, () => {
    for (const { status, err } of [run('diff', '.', '--to', '1.x'), run('diff', 'dev', '.'), plan('.')]) {
      expect([status, err]).toEqual([2, expect.stringContaining('fix: name one of dev, prod')]);
    }
    expect(run('diff', 'dev', 'prod')).toMatchObject({ status: 0, err: '' });
    expect(run('diff', '--no-recursive', 'dev', '.').out).toContain('removed');
  }));

  test('what is acknowledged stops nobody, and what is refused stays refused', () => {
    const monitored = (annotations: string) => `${platform('shop', '{monitoring: {enabled: true}}')}---\n${workflow('shop', 'greet', { annotations })}`;
    const known = 'acknowledge.cdk8s-sonataflow/SF-PROMETHEUS-MISSING: it comes';
    inFolder({ 'a.yaml': monitored(''), 'b.yaml': monitored(known), '.sonataflowrc': 'acknowledgements: [{rule: SF-PROMETHEUS-*, reason: it comes}]\n' }, () => {
      const both = (file: string, ...more: string[]) => run('diff', '--no-prometheus', file, file, ...more);
      expect(both('a.yaml', '--no-config')).toMatchObject({ status: 2, err: expect.stringContaining('SF-PROMETHEUS-MISSING') });
      expect([both('a.yaml').status, both('b.yaml', '--no-config').status]).toEqual([0, 0]);
    });
    inFolder({ 'wf.yaml': stopped }, () => {
      expect(run('diff', 'wf.yaml', 'wf.yaml', '--acknowledge', 'SF-FLOW-CONSTANTS=known')).toMatchObject({ status: 2, err: expect.stringContaining('SF-FLOW-CONSTANTS') });
    });
  });

  test('the releases that are compared are as they were released, the other one is the cluster\'s', () => {
    const manager = `apiVersion: apps/v1
kind: Deployment
metadata: {name: sonataflow-operator-controller-manager, namespace: sonataflow-operator-system}
spec: {template: {spec: {containers: [{name: manager, env: [{name: RELATED_IMAGE_JOBS_SERVICE_EPHEMERAL, value: example.org/jobs:own}]}]}}}
`;
    inFolder({ 'hub.yaml': platform('shop', '{services: {jobService: {}}}'), 'cluster.yaml': manager }, () => {
      const { out } = run('diff', 'hub.yaml', '--to', '10.1.0', '--cluster-facts', 'cluster.yaml');
      expect(out).toContain('- "example.org/jobs:own"');
      expect(out).toContain('+ "docker.io/apache/incubator-kie-kogito-jobs-service-ephemeral:10.1.0"');
    });
  });
});

test('images and convert read as everything else does', () => {
  const dump = `apiVersion: operators.coreos.com/v1alpha1
kind: ClusterServiceVersion
metadata: {name: logic-operator.v1.38.0, namespace: logic}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: logic-operator-controllers-config, namespace: logic}
data: {controllers_cfg.yaml: "jobsServiceEphemeralImageTag: example.org/jobs:1"}
`;
  const files = { 'hub.yaml': platform('shop', '{services: {jobService: {}}}'), 'cluster.yaml': dump, '.sonataflowrc': 'clusterFacts: cluster.yaml\n' };
  inFolder(files, () => {
    expect(run('images', 'hub.yaml').out).toContain('example.org/jobs:1');
    expect(run('convert', '--language', 'python', '-o', 'infra', 'hub.yaml').status).toBe(0);
    expect(readFileSync('infra/charts/shop.py', 'utf8')).toContain('from_name("osl-1.38.0")');
    expect(run('convert', '-o', 'other', '--no-config', '--dry-run', '--cluster-facts', 'cluster.yaml', 'hub.yaml').err).toMatch(/diff --cluster-facts cluster\.yaml --no-config hub\.yaml other\/dist\n$/);
  });
  inFolder({ 'dev/wf.yaml': workflow(), 'prod/wf.yaml': workflow() }, () => {
    expect(run('images', '.')).toMatchObject({ status: 1, out: '', err: expect.stringContaining('fix: name one of dev, prod') });
  });
});
