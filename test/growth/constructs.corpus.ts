import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { growth, WorkMeter } from './work';
import {
  ApplicationProperties, Destination, JobsServiceConstruct, PropertyValue, Rendering, SonataFlowPlatformConstruct, WorkflowConstruct,
  WorkflowConstructProps, WorkflowDefinition, WorkflowResources,
} from '../../src';
import { definition, postgres } from '../support';

/** Twice is in proportion; the rest is for what is sorted. */
const MOST = 2.5;
const folder = mkdtempSync(join(tmpdir(), 'growth-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

/** Where counting begins: names are as long however many there are. */
const FIRST = 10_000;
const numbers = (count: number) => Array.from({ length: count }, (_, i) => FIRST + i);
const many = <T>(count: number, make: (i: number) => T) => Object.fromEntries(numbers(count).map((i) => [`k${i}`, make(i)]));

function platformIn(app: App, namespace: string, rendering: Rendering): SonataFlowPlatformConstruct {
  const chart = new Chart(app, namespace, { namespace });
  const platform = new SonataFlowPlatformConstruct(chart, 'Platform', { rendering, persistence: postgres(chart) });
  new JobsServiceConstruct(platform, 'Jobs');
  return platform;
}

function workflowIn(platform: SonataFlowPlatformConstruct, id: string, props: WorkflowConstructProps = {}): WorkflowConstruct {
  return new WorkflowConstruct(platform, id, { definition: definition(id), podTemplate: { container: { image: `example.org/${id}:1` } }, ...props });
}

const one = (props: (count: number, platform: SonataFlowPlatformConstruct) => WorkflowConstructProps) => (
  (count: number, app: App, rendering: Rendering) => {
    const platform = platformIn(app, 'shop', rendering);
    workflowIn(platform, 'greet', props(count, platform));
  }
);

/** Apps that grow in one dimension. */
const APPS: Readonly<Record<string, (count: number, app: App, rendering: Rendering) => void>> = {
  'workflows': (count, app, rendering) => {
    const platform = platformIn(app, 'shop', rendering);
    for (const i of numbers(count)) workflowIn(platform, `w${i}`);
  },
  'workflows with a finding': (count, app, rendering) => {
    const platform = platformIn(app, 'shop', rendering);
    for (const i of numbers(count)) workflowIn(platform, `w-${i}`);
  },
  'workflows with a patch': (count, app, rendering) => {
    const platform = platformIn(app, 'shop', rendering);
    for (const i of numbers(count)) ApiObject.of(workflowIn(platform, `w${i}`)).addJsonPatch(JsonPatch.add('/spec/podTemplate/replicas', 2));
  },
  'objects of others': (count, app, rendering) => {
    const platform = platformIn(app, 'shop', rendering);
    workflowIn(platform, 'greet');
    for (const i of numbers(count)) new kplus.ConfigMap(platform, `C${i}`, { metadata: { name: `c${i}` }, data: { a: 'b' } });
  },
  'properties of a platform': (count, app, rendering) => {
    const platform = platformIn(app, 'shop', rendering);
    for (const i of numbers(count)) platform.addProperty(`a${i}`, PropertyValue.fromText('b'));
    workflowIn(platform, 'greet');
  },
  'properties of a workflow': one((count) => ({ applicationProperties: ApplicationProperties.fromRecord(many(count, () => 'b')) })),
  'properties from Secrets': one((count, platform) => ({
    secretProperties: many(count, (i) => ({ secret: kplus.Secret.fromSecretName(platform, `S${i}`, `s${i}`), key: 'k' })),
  })),
  'states': one((count) => ({
    definition: WorkflowDefinition.fromObject({
      id: 'greet',
      states: [...numbers(count).map((i) => ({ name: `A${i}`, type: 'inject', data: {}, transition: `A${i + 1}` })), { name: `A${FIRST + count}`, type: 'inject', data: {}, end: true }],
    }),
  })),
  'variables': one((count) => ({
    podTemplate: { container: { image: 'example.org/greet:1', env: numbers(count).map((i) => ({ name: `A${i}`, value: 'b' })) } },
  })),
  'files': one((count) => ({ resources: numbers(count).map((i) => WorkflowResources.fromString(`f${i}.json`, '{}')) })),
  'sources': one((count) => ({ sources: numbers(count).map((i) => ({ eventType: `t${i}`, destination: Destination.broker('bus') })) })),
};

const meter = new WorkMeter(/\/src\//);
afterAll(() => { meter.stop(); });

const RENDERINGS: ReadonlyArray<readonly [string, Rendering]> = [['custom resources', Rendering.customResources()], ['Kubernetes objects', Rendering.kubernetesObjects()]];

describe.each(RENDERINGS)('as %s', (_rendering, rendering) => {
  test.each(Object.entries(APPS))('twice as many %s are twice as much work', (what, build) => {
    const work = (size: number) => meter.work(() => {
      const app = new App({ outdir: folder });
      build(size, app, rendering);
      app.synth();
    });
    expect(growth(work, what.startsWith('workflows') ? 8 : 20, MOST)).toBeLessThan(MOST);
  });

  test('twice as many namespaces are twice as much work', () => {
    const work = (size: number) => meter.work(() => {
      const app = new App({ outdir: folder });
      for (const i of numbers(size)) workflowIn(platformIn(app, `n${i}`, rendering), 'greet');
      app.synth();
    });
    expect(growth(work, 6, MOST)).toBeLessThan(MOST);
  });
});
