import { JsonObject } from '../../src/json/json';
import { workflowModel } from '../../src/model/workflow';
import { landscapeOf } from '../landscapes';
import { clusterPlatform, platform, profiled } from '../platforms';

function modelOf(...objects: JsonObject[]) {
  const landscape = landscapeOf(objects);
  return workflowModel(landscape, landscape.workflows[0]);
}

const workflow = (spec: JsonObject = {}) => profiled('gitops', spec);
/** A database that says no more than it has to. */
const POSTGRESQL = { secretRef: { name: 'login' }, serviceRef: { name: 'pg' } };
const BROKER = { ref: { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name: 'bus' } };
const withImage = { podTemplate: { container: { image: 'example.org/greet:1' } } };
const persistent = platform({ persistence: { postgresql: POSTGRESQL } });

test.each([
  ['dev', {}, 'dev'], ['preview', {}, 'preview'], ['gitops', {}, 'gitops'], ['prod', {}, 'preview'], ['nonsense', {}, 'preview'],
  ['preview', withImage, 'gitops'], ['dev', withImage, 'dev'],
])('profile %s %j is handled as %s', (profile, spec, expected) => {
  expect(modelOf(profiled(profile, spec)).profile).toBe(expected);
});

test.each([
  ['gitops', {}, 'jdbc:postgresql://pg.orders:5432/sonataflow?currentSchema=greet'],
  ['gitops', { persistence: {} }, undefined],
  ['gitops', { persistence: { dbMigrationStrategy: 'service' } }, undefined],
  ['gitops', { persistence: { postgresql: { ...POSTGRESQL, serviceRef: { name: 'own' } } } }, 'jdbc:postgresql://own.orders:5432/sonataflow?currentSchema=greet'],
  ['dev', {}, undefined],
])('database in profile %s of %j', (profile, spec, expected) => {
  expect(modelOf(profiled(profile, spec), persistent).database?.jdbcUrl).toBe(expected);
});

describe('services of the cluster', () => {
  const services = { dataIndex: {}, jobService: {} };
  const hub = platform({ services, eventing: { broker: BROKER } }, { name: 'hub', namespace: 'central' });
  const cluster = clusterPlatform({ platformRef: { name: 'hub', namespace: 'central' } });
  const urls = (local: JsonObject | undefined, clusterResource = cluster, central = hub) => {
    const model = modelOf(workflow(), central, clusterResource, ...local ? [platform(local, { name: 'local' })] : []);
    return [model.dataIndex?.url, model.jobsService?.url];
  };
  const CENTRAL = ['http://hub-data-index-service.central', 'http://hub-jobs-service.central'];

  test.each<[string, JsonObject | undefined, Array<string | undefined>]>([
    ['no platform in the namespace', undefined, CENTRAL],
    ['a platform that says nothing of services', {}, CENTRAL],
    ['a platform with empty services', { services: {} }, [undefined, undefined]],
    ['a platform with one service', { services: { jobService: {} } }, [undefined, 'http://local-jobs-service.orders']],
    ['a platform with a disabled service', { services: { jobService: { enabled: false } } }, [undefined, undefined]],
  ])('%s', (_what, local, expected) => {
    expect(urls(local)).toEqual(expected);
  });

  test.each<[string, JsonObject]>([
    ['without the capability', { platformRef: { name: 'hub', namespace: 'central' }, capabilities: {} }],
    ['of a platform that is not there', { platformRef: { name: 'other', namespace: 'central' } }],
  ])('a cluster platform %s shares no service', (_what, spec) => {
    expect(urls({}, clusterPlatform(spec))).toEqual([undefined, undefined]);
  });

  test('a secondary cluster platform shares nothing', () => {
    const secondary = clusterPlatform({ platformRef: { name: 'hub', namespace: 'central' } }, { annotations: { 'sonataflow.org/secondary.platform': 'true' } });
    expect(urls({}, secondary)).toEqual([undefined, undefined]);
  });

  test('a disabled central service is not shared', () => {
    const central = platform({ services: { ...services, jobService: { enabled: false } } }, { namespace: 'central' });
    expect(urls({}, cluster, central)).toEqual([CENTRAL[0], undefined]);
  });

  test('the central broker is used even where no service is shared', () => {
    const sharesNothing = clusterPlatform({ platformRef: { name: 'hub', namespace: 'central' }, capabilities: {} });
    expect(modelOf(workflow(), hub, sharesNothing, platform({ services: {} }, { name: 'local' })).events.sink?.ref)
      .toEqual({ ...BROKER.ref, namespace: 'central' });
  });

  test('dev uses none', () => {
    expect(modelOf(profiled('dev'), hub, cluster)).toMatchObject({ dataIndex: undefined, jobsService: undefined });
  });
});

describe('events', () => {
  const flow = { states: [{}], events: [{ name: 'In', type: 'in', kind: 'consumed' }, { name: 'out', type: 'out', kind: 'produced' }, { name: 'more', type: 'more', kind: 'consumed' }] };
  const local = platform({ eventing: { broker: BROKER } });

  test('the workflow\'s own sink and sources beat the platform\'s broker', () => {
    const sink = { ref: { apiVersion: 'v1', kind: 'Service', name: 'sink' } };
    const own = { ...BROKER.ref, name: 'own', namespace: 'elsewhere' };
    const { events } = modelOf(workflow({ flow, sink, sources: [{ eventType: 'in', ref: own }] }), local);
    expect(events.sink).toEqual({ ref: { ...sink.ref, namespace: 'orders' } });
    expect(events.routes).toMatchObject([
      { eventName: 'In', eventType: 'in', broker: own },
      { eventName: 'more', eventType: 'more', broker: { ...BROKER.ref, namespace: 'orders' } },
    ]);
  });

  test.each([
    ['a channel', { apiVersion: 'messaging.knative.dev/v1', kind: 'Channel', name: 'c' }],
    ['a broker without apiVersion', { kind: 'Broker', name: 'b' }],
  ])('%s as a source delivers nothing, without falling back', (_what, ref) => {
    expect(modelOf(workflow({ flow, sources: [{ eventType: 'in', ref }] }), local).events.routes.map(({ eventType }) => eventType)).toEqual(['more']);
  });

  test('without broker and sink there is nothing', () => {
    const { events } = modelOf(workflow({ flow }), platform({}));
    expect(events.routes).toEqual([]);
    expect(events.sink).toBeUndefined();
  });
});

test('a secondary platform is no platform for workflows', () => {
  const secondary = platform({}, { annotations: { 'sonataflow.org/secondary.platform': 'true' } });
  expect(modelOf(workflow(), secondary)).toMatchObject({ platform: undefined, platformName: 'sonataflow-platform' });
});
