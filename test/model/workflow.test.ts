import { JsonObject } from '../../src/json/json';
import { workflowModel } from '../../src/model/workflow';
import { OperatorVersion } from '../../src/values/operator/operator-version';
import { landscapeOf } from '../landscapes';
import { gitops, platform, POSTGRESQL, profiled, workflow } from '../platforms';

type Facts = Parameters<typeof landscapeOf>[1];

function model(objects: readonly JsonObject[], facts: Facts = {}, corrected = false) {
  const landscape = landscapeOf(objects, facts, { corrected });
  return workflowModel(landscape, landscape.workflows[0]);
}

test.each([
  ['no annotation', workflow(), 'preview'],
  ['a word that is no profile', profiled('prod'), 'preview'],
  ['preview with an image', gitops({}, {}, { annotations: {} }), 'gitops'],
  ['preview with an empty image', workflow({ podTemplate: { container: { image: '' } } }), 'preview'],
  ['dev with an image', profiled('dev', { podTemplate: { container: { image: 'x' } } }), 'dev'],
])('the profile: %s', (_what, object, profile) => expect(model([object]).profile).toBe(profile));

test.each<[string, JsonObject, JsonObject | undefined, string | undefined]>([
  ['none', gitops(), undefined, undefined],
  ['of the platform, in a schema of the workflow', gitops(), POSTGRESQL, 'jdbc:postgresql://pg.data:6432/flows?currentSchema=greet'],
  ['its own', gitops({}, { persistence: { postgresql: { ...POSTGRESQL, serviceRef: { name: 'mine' } } } }), POSTGRESQL,
    'jdbc:postgresql://mine.orders:5432/sonataflow?currentSchema=greet'],
  ['none where it says nothing about one', gitops({}, { persistence: { dbMigrationStrategy: 'service' } }), POSTGRESQL, undefined],
  ['none in development', profiled('dev'), POSTGRESQL, undefined],
])('the database: %s', (_what, object, postgresql, url) => {
  expect(model([object, platform(postgresql ? { persistence: { postgresql } } : {})]).database?.jdbcUrl).toBe(url);
});

const REGISTRY = platform({ build: { config: { registry: { address: 'registry.example.org' } } } });
const DEV = OperatorVersion.APACHE_10_1_0._behaviour.images.devMode;

test.each<[string, JsonObject[], Facts, boolean, string]>([
  ['its own', [gitops()], { builtImage: 'built' }, true, 'quay.io/acme/greet:1'],
  ['in development', [profiled('dev')], {}, false, DEV],
  ['in development, of the platform', [profiled('dev'), platform({ devMode: { baseImage: 'mine' } })], {}, false, 'mine'],
  ['in development, its own', [profiled('dev', { podTemplate: { container: { image: 'own' } } })], {}, false, 'own'],
  ['gitops without one', [profiled('gitops')], { builtImage: 'built' }, false, ''],
  ['built, by a fact', [workflow()], { builtImage: 'r/{namespace}/{name}:{name}' }, true, 'r/orders/greet:greet'],
  ['built', [workflow()], {}, false, 'orders/greet:latest'],
  ['built, in the registry of the platform', [workflow(), REGISTRY], {}, false, 'registry.example.org/orders/greet:latest'],
  ['built on OpenShift', [workflow(), REGISTRY], { openshift: true }, false, 'image-registry.openshift-image-registry.svc:5000/orders/greet:latest'],
  ['built by nobody', [workflow()], {}, true, ''],
])('the image: %s', (_what, objects, facts, corrected, expected) => expect(model(objects, facts, corrected).image).toBe(expected));

const route = (spec: JsonObject) => ({ apiVersion: 'route.openshift.io/v1', kind: 'Route', metadata: { name: 'greet', namespace: 'orders' }, spec });

test.each<[string, JsonObject[], Facts, string | undefined]>([
  ['by the domain', [profiled('dev')], { openshift: true, routeDomain: 'example.org' }, 'greet-orders.example.org'],
  ['of the Route that is there', [profiled('dev'), route({ host: 'mine' })], { openshift: true, routeDomain: 'example.org' }, 'mine'],
  ['not known', [profiled('dev'), route({})], { openshift: true }, undefined],
  ['none without OpenShift', [profiled('dev')], { routeDomain: 'example.org' }, undefined],
  ['none of another profile', [gitops()], { openshift: true, routeDomain: 'example.org' }, undefined],
])('the host of the Route: %s', (_what, objects, facts, host) => expect(model(objects, facts).routeHost).toBe(host));
