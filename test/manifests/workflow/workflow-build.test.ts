import { JsonObject } from '../../../src/json/json';
import { workflowBuild } from '../../../src/manifests/workflow/workflow-build';
import { workflowContext } from '../../../src/manifests/workflow/workflow-context';
import { workflowManifests } from '../../../src/manifests/workflow/workflow-manifests';
import { workflowModel } from '../../../src/model/workflow';
import { landscapeOf } from '../../landscapes';
import { gitops, platform, POSTGRESQL, profiled, workflow } from '../../platforms';

function made(objects: readonly JsonObject[]) {
  const landscape = landscapeOf(objects, {}, { corrected: false });
  return workflowBuild(workflowContext(landscape, workflowModel(landscape, landscape.workflows[0])));
}

const built = (spec: JsonObject) => made([workflow(), platform(spec)])[0].spec;
const extensions = (value: string) => built({ persistence: { postgresql: POSTGRESQL }, build: { template: { buildArgs: [{ name: 'QUARKUS_EXTENSIONS', value }] } } });
const POSTGRESQL_EXTENSIONS = 'io.quarkus:quarkus-jdbc-postgresql,io.quarkus:quarkus-agroal,org.kie:kie-addons-quarkus-persistence-jdbc';

test('the template of the platform, as Go writes it', () => {
  expect(made([workflow()])).toEqual([{
    apiVersion: 'sonataflow.org/v1alpha08', kind: 'SonataFlowBuild', metadata: { name: 'greet', namespace: 'orders' }, spec: { timeout: '0s' },
  }]);
  const template = {
    timeout: '10m',
    resources: { limits: { memory: '2048Mi' } },
    arguments: ['--x'],
    buildArgs: [{ name: 'EMPTY', value: '' }],
    envs: [{ name: 'A', value: 'b' }],
  };
  expect(built({ build: { template } })).toEqual({ ...template, timeout: '10m0s', resources: { limits: { memory: '2Gi' } }, buildArgs: [{ name: 'EMPTY' }] });
});

test.each([
  ['are added', '', POSTGRESQL_EXTENSIONS],
  ['go behind others', 'org.acme:ext:1', `org.acme:ext:1,${POSTGRESQL_EXTENSIONS}`],
  ['are not added to one of them', 'io.quarkus:quarkus-agroal:3.8', 'io.quarkus:quarkus-agroal:3.8'],
])('the extensions for a database %s', (_what, value, expected) => {
  expect(extensions(value)).toMatchObject({ buildArgs: [{ name: 'QUARKUS_EXTENSIONS', value: expected }] });
});

test('the extensions are an argument of their own', () => {
  expect(built({ persistence: { postgresql: POSTGRESQL }, build: { template: { buildArgs: [{ name: 'A', value: 'b' }] } } })).toMatchObject({
    buildArgs: [{ name: 'A', value: 'b' }, { name: 'QUARKUS_EXTENSIONS', value: POSTGRESQL_EXTENSIONS }],
  });
});

test.each([
  ['with an image of one\'s own', gitops(), false], ['in development', profiled('dev'), false], ['without an operator', workflow(), true],
])('nothing is built %s', (_what, object, corrected) => {
  const landscape = landscapeOf([object], {}, { corrected });
  expect(workflowManifests(landscape, landscape.workflows[0]).filter(({ kind }) => kind === 'SonataFlowBuild')).toEqual([]);
});
