import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, AppProps, Chart, Lazy, YamlOutputType } from 'cdk8s';
import { JobsServiceConstruct, Rendering, SonataFlowPlatformConstruct, WorkflowConstruct } from '../../../src';
import { definition, postgres } from '../../support';

let outdir: string;
beforeEach(() => { outdir = mkdtempSync(join(tmpdir(), 'app-synth-')); });
afterEach(() => { rmSync(outdir, { recursive: true }); });

class Shop extends Chart {
  public readonly platform: SonataFlowPlatformConstruct;
  public readonly workflow: WorkflowConstruct;

  public constructor(app: App, id: string, rendering = Rendering.customResources()) {
    super(app, id, { namespace: id });
    this.platform = new SonataFlowPlatformConstruct(this, 'Platform', { rendering, persistence: postgres(this) });
    new JobsServiceConstruct(this.platform, 'Jobs');
    this.workflow = new WorkflowConstruct(this.platform, 'Greet', {
      definition: definition('greet'), podTemplate: { container: { image: 'example.org/greet:1' } },
    });
  }
}

const shops = (app: App, count: number, rendering?: Rendering) => Array.from({ length: count }, (_, i) => new Shop(app, `shop${i}`, rendering));
const written = () => readdirSync(outdir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => [join(parentPath, name).slice(outdir.length), readFileSync(join(parentPath, name), 'utf8')] as const).sort();

test.each([['synth', 2], ['synthYaml', 2]] as const)('%s validates an app as often, however many charts it has', (synth, times) => {
  const app = new App({ outdir });
  shops(app, 5);
  let validations = 0;
  app.node.addValidation({ validate: () => { validations++; return []; } });
  app[synth]();
  expect(validations).toBe(times);
});

describe.each([
  ['a file for the app', YamlOutputType.FILE_PER_APP],
  ['a file for each chart', YamlOutputType.FILE_PER_CHART],
  ['a file for each object', YamlOutputType.FILE_PER_RESOURCE],
  ['a folder for each chart', YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE],
])('%s', (_mode, yamlOutputType) => {
  test.each([Rendering.customResources(), Rendering.kubernetesObjects()])('is what cdk8s writes when it validates for each chart (%#)', (rendering) => {
    const props: AppProps = { outdir, yamlOutputType };
    const [app, plain] = [new App(props), new App(props)].map((made) => {
      const [shop] = shops(made, 1, rendering);
      const [first, last] = ['first', 'last'].map((name) => new ApiObject(new Chart(made, name), 'Object', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } }));
      // What others depend on is written before them.
      shop!.addDependency(last!);
      first!.node.addDependency(shop!.workflow);
      shop!.workflow.node.addDependency(new ApiObject(shop!, 'Before', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'before' } }));
      return made;
    });
    app!.synth();
    const found = written();
    rmSync(outdir, { recursive: true });
    App.prototype.synth.call(plain);
    expect(found).toEqual(written());
    expect(found.length).toBeGreaterThan(0);
  });
});

test('the YAML of an app is that of its charts', () => {
  const [app, plain] = [new App(), new App()].map((made) => { shops(made, 3); return made; });
  expect(app!.synthYaml()).toBe(App.prototype.synthYaml.call(plain));
});

test('a chart that is written in a way of its own is written so', () => {
  class Own extends Chart {
    public override toJson(): unknown[] {
      return [...super.toJson(), { kind: 'Own' }];
    }
  }
  const app = new App({ outdir, yamlOutputType: YamlOutputType.FILE_PER_APP });
  shops(app, 2);
  new ApiObject(new Own(app, 'own'), 'Object', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'object' } });
  expect(app.synthYaml()).toMatch(/name: object\n---\nkind: Own\n$/);
});

test('an object is written with the chart that is nearest', () => {
  const app = new App({ outdir });
  const [shop] = shops(app, 2);
  new ApiObject(new Chart(shop!, 'Inner'), 'Object', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'object' } });
  app.synth();
  expect(written().filter(([, text]) => text.includes('name: object')).map(([name]) => name)).toEqual([expect.stringMatching(/^\/0000-shop0-inner-/)]);
});

test('when it is over, all is as before', () => {
  const app = new App({ outdir });
  const [first, second] = shops(app, 2);
  const plain = new Chart(app, 'Plain');
  const toJson = [first, second, plain].map((chart) => chart!.toJson);
  const isAsBefore = () => expect([first, second, plain].map((chart) => chart!.toJson)).toEqual(toJson);
  let value = 'a';
  new ApiObject(second!, 'Late', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'late' }, data: Lazy.any({ produce: () => ({ value }) }) });
  app.synth();
  isAsBefore();
  value = 'b';
  app.synth();
  expect(written()[2]![1]).toContain('value: b');
  second!.node.addValidation({ validate: () => ['wrong'] });
  expect(() => { app.synth(); }).toThrow('wrong');
  isAsBefore();
});
