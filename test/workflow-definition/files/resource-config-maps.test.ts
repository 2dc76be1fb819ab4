import * as fc from 'fast-check';
import { isSubdomain } from '../../../src/kubernetes/names';
import { LARGEST_FOLDER, planResources } from '../../../src/workflow-definition/files/resource-config-maps';
import { fileConfigMapName, folderConfigMapName } from '../../../src/workflow-definition/files/resource-names';
import { WorkflowResources } from '../../../src/workflow-definition/workflow-resources';

const text = (name: string, workflowPath = '', content = name) => WorkflowResources.fromString(name, content, { workflowPath });
const names = (...resources: WorkflowResources[]) => planResources('orders', resources).configMaps.map(({ name }) => name);

test.each([
  ['', 'orders.resources'],
  ['specs', 'orders.resources.specs'],
  ['specs/v1', 'orders.resources.specs.v1'],
  ['specs-v1', 'orders.resources.specs-v1'],
  ['specs.v1', 'orders.resources.specs-v1.662e254b'],
  ['Specs', 'orders.resources.specs.035a8176'],
  ['_', 'orders.resources.e7c27412'],
])('the ConfigMap of the folder "%s" is %s', (folder, name) => expect(folderConfigMapName('orders', folder)).toBe(name));

const folder = fc.array(fc.stringMatching(/^[a-bA._-]{1,3}$|^[a-f0-9]{8}$|^[ä-ö ]{1,4}$|^x{200}$/), { maxLength: 4 })
  .map((steps) => steps.filter((step) => !/^\.+$/.test(step)).join('/'));

test('names are names, and differ as paths do', () => {
  const own = (path: string) => folderConfigMapName('orders', path);
  fc.assert(fc.property(folder, folder, (a, b) => {
    expect([own(a), fileConfigMapName('orders', a, 'x.yaml')].every(isSubdomain)).toBe(true);
    expect(own(a) === own(b)).toBe(a === b);
    expect(fileConfigMapName('orders', a, 'x')).not.toBe(own(`${a}/x`));
  }), { numRuns: 200 });
});

test('what looks like the name of another path gets a digest itself', () => {
  const [, , head, digest] = folderConfigMapName('orders', 'Specs').split('.');
  expect(folderConfigMapName('orders', `${head}/${digest}`)).not.toBe(folderConfigMapName('orders', 'Specs'));
});

test('a folder that is too large is divided by file; the others stay', () => {
  const large = 'x'.repeat(LARGEST_FOLDER / 2);
  expect(names(text('a.yaml', 'specs', large), text('b.yaml', 'specs', large), text('c.yaml'), text('d.yaml'))).toEqual([
    'orders.resources', 'orders.resources.specs.a-yaml.621a21ca', 'orders.resources.specs.b-yaml.6eabdfaf',
  ]);
});

test('a file alone in its folder has the folder\'s ConfigMap, however large', () => {
  expect(names(text('a.yaml', 'specs', 'x'.repeat(2 * LARGEST_FOLDER)))).toEqual(['orders.resources.specs']);
});

test('a name depends on no content and on no other file, as long as the folder is not divided', () => {
  const before = names(text('b.yaml', 'specs'), text('z.json', 'schemas'));
  expect(names(text('a.yaml', 'specs'), text('b.yaml', 'specs', 'changed'), text('z.json', 'schemas'))).toEqual(before);
});

test('the order of resources changes nothing', () => {
  const resources = [
    text('b.yaml', 'specs'), text('a.yaml', 'specs'), text('z.json', 'schemas'), text('a.yaml'), text('a.yaml', 'specs'), text('orders.sw.json'),
  ];
  const bytes = (given: WorkflowResources[]) => JSON.stringify(planResources('orders', given).entries);
  fc.assert(fc.property(fc.shuffledSubarray(resources, { minLength: resources.length }), (shuffled) => {
    expect(planResources('orders', shuffled)).toEqual(planResources('orders', resources));
    expect(bytes(shuffled)).toBe(bytes(resources));
  }));
});

test.each<[string, WorkflowResources[], string[]]>([
  ['one name in two folders', [text('a'), text('a', 'b')], []],
  ['one name twice in a folder', [text('a', 'b'), text('a', 'b')], ['2 files at "b/a": WorkflowResources.fromString, WorkflowResources.fromString']],
  ['the properties of the workflow', [text('application.properties')], ['a resource "application.properties" at the root of the project']],
  ['properties elsewhere', [text('application.properties', 'b')], []],
  ['the definition of the workflow', [text('orders.sw.json')], ['a resource "orders.sw.json" at the root of the project']],
  ['a subflow', [text('shipping.sw.json')], []],
])('conflicts: %s', (_what, resources, given) => {
  const { problems } = planResources('orders', resources);
  expect(problems.map((problem) => problem.given)).toEqual(given);
  expect(problems.every(({ rule }) => rule === 'SF-RESOURCES-CONFLICT')).toBe(true);
});
