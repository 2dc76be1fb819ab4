import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { run } from './run';

const folder = mkdtempSync(join(tmpdir(), 'images-'));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const LANDSCAPE = file('landscape.yaml', `
apiVersion: sonataflow.org/v1alpha08
kind: SonataFlowPlatform
metadata: {name: hub}
spec:
  services:
    jobService: {persistence: {dbMigrationStrategy: job, postgresql: {secretRef: {name: login, userKey: u, passwordKey: p}, serviceRef: {name: pg}}}}
    dataIndex: {podTemplate: {container: {image: 'registry.example.org/data-index:1'}}}
---
apiVersion: sonataflow.org/v1alpha08
kind: SonataFlow
metadata: {name: greet, namespace: orders, annotations: {sonataflow.org/profile: gitops}}
spec:
  podTemplate: {container: {image: 'registry.example.org/greet:1'}, initContainers: [{name: wait, image: 'registry.example.org/wait:1'}]}
  flow: {states: [{name: A, type: inject, data: {}, end: true}]}
---
apiVersion: sonataflow.org/v1alpha08
kind: SonataFlow
metadata: {name: built}
spec: {flow: {states: [{name: A, type: inject, data: {}, end: true}]}}
---
apiVersion: batch/v1
kind: CronJob
metadata: {name: clean}
spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: clean, image: 'registry.example.org/greet:1'}]}}}}}
`);
const REDHAT = 'registry.redhat.io/openshift-serverless-1/logic';
const BUILT = 'image-registry.openshift-image-registry.svc:5000/default/built:latest';

test('each image, and what runs it', () => {
  expect(run('images', '--operator', 'osl-1.38', LANDSCAPE)).toEqual({
    status: 0,
    err: '',
    out: `${BUILT}
  built in the cluster
  Deployment default/built: workflow
registry.example.org/data-index:1
  Deployment default/hub-data-index-service: data-index-service
registry.example.org/greet:1
  CronJob clean: clean
  Deployment orders/greet: workflow
registry.example.org/wait:1
  Deployment orders/greet: wait
${REDHAT}-db-migrator-tool-rhel9:1.38.1
  runs as ${REDHAT}-db-migrator-tool-rhel9@sha256:c0d22f9ed9c1454b234f8d6d21520ff2a6056a73c00c217d85490a8dbfc1a6a5
  Job default/sonataflow-db-migrator-job-b81d6bb3: db-migration-container
${REDHAT}-jobs-service-postgresql-rhel9:1.38.1
  runs as ${REDHAT}-jobs-service-postgresql-rhel9@sha256:892b94edaa09067f9357bb0ecc7a48a297d30101daa5c84a7eb71053b6acd63e
  Deployment default/hub-jobs-service: jobs-service
${REDHAT}-swf-builder-rhel9:1.38.1
  runs as ${REDHAT}-swf-builder-rhel9@sha256:493f2d91293eced2560500f5b8958e3e0e32811a467201298d55df217bf5bb9f
  build of SonataFlow default/built
`,
  });
});

test('an imageset has what can be mirrored, as it is pulled', () => {
  const { out } = run('images', '--operator', 'osl-1.38', '--format', 'imageset', LANDSCAPE);
  expect(parse(out)).toEqual({
    apiVersion: 'mirror.openshift.io/v2alpha1',
    kind: 'ImageSetConfiguration',
    mirror: {
      additionalImages: [
        'registry.example.org/data-index:1', 'registry.example.org/greet:1', 'registry.example.org/wait:1',
        expect.stringMatching(/db-migrator-tool-rhel9@sha256:/), expect.stringMatching(/jobs-service-postgresql-rhel9@sha256:/),
        expect.stringMatching(/swf-builder-rhel9@sha256:/),
      ].map((name) => ({ name })),
    },
  });
});

test('1.36 and the Apache operator pull by tag', () => {
  const names = (operator: string) => JSON.stringify(parse(run('images', '--operator', operator, '--format', 'imageset', LANDSCAPE).out));
  expect(names('osl-1.36')).toContain(`${REDHAT}-jobs-service-postgresql-rhel8:1.36.0`);
  expect(names('1.x')).toContain('docker.io/apache/incubator-kie-kogito-jobs-service-postgresql:main');
});

test('JSON', () => {
  const images = JSON.parse(run('images', '--format', 'json', LANDSCAPE).out) as object[];
  expect(images).toContainEqual({ image: 'registry.example.org/greet:1', built: false, users: ['CronJob clean: clean', 'Deployment orders/greet: workflow'] });
  expect(images).toContainEqual({ image: 'default/built:latest', built: true, users: ['Deployment default/built: workflow'] });
});

test('a registry of one\'s own has no digest of others to be known by, but its own', () => {
  const { out } = run('images', '--operator', 'osl-1.38', '--registry', 'mirror.example.org/osl', LANDSCAPE);
  expect(out).toContain('  runs as mirror.example.org/osl/logic-jobs-service-postgresql-rhel9@sha256:892b94ed');
  const own = run('images', '--operator', 'osl-1.38', '--image', 'db-migrator=example.org/m:1', LANDSCAPE).out;
  expect(own).toContain('example.org/m:1\n  Job default/');
});

test('what is refused', () => {
  expect(run('images', file('refused.yaml', 'apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlow\nmetadata: {name: a}\nspec: {flow: 1}\n')))
    .toMatchObject({ status: 1, out: '', err: expect.stringContaining('SF-SCHEMA') });
});
