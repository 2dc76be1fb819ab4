import { readCases, readObjects } from './cases';
import { parseProperties } from '../../src/go/properties-format';
import { JsonObject } from '../../src/json/json';
import { asObject, asText } from '../../src/json/lenient';
import { discoverProperties } from '../../src/properties/discovery/discovery';
import { landscapeOf } from '../landscapes';

const cases = readCases('10.1.0').filter(({ outcome }) => outcome === 'ok').flatMap(({ name, flags, ...files }) => {
  const [input, expected] = [files.input, files.expected].map((text) => readObjects(text) as JsonObject[]);
  const landscape = landscapeOf(input, { openshift: flags.includes('--openshift'), knative: !flags.includes('--no-knative') });
  return landscape.workflows.map((workflow) => {
    const { metadata } = workflow;
    const file = (objects: readonly object[], configMap: string) => Object.values(asObject(asObject(objects.find((object) => {
      const { kind, metadata: { name: objectName, namespace = 'default' } } = object as { kind: string; metadata: { name: string; namespace?: string } };
      return kind === 'ConfigMap' && objectName === configMap && namespace === metadata.namespace;
    })).data))[0];
    return {
      title: `${name}: ${metadata.namespace}/${metadata.name}`,
      managed: asText(file(expected, `${metadata.name}-managed-props`)).split('\n'),
      found: discoverProperties(landscape, workflow, parseProperties(asText(file(input, `${metadata.name}-props`)))),
    };
  });
});

test.each(cases)('$title', ({ found, managed }) => {
  // An immutable property keeps the place of a discovered one of its name, but not its value.
  const isImmutable = (name: string) => /^quarkus\.(http\.(port|host)|(kogito\.)?devservices\.enabled)$/.test(name);
  const line = (name: string, value: string) => isImmutable(name) ? name : `${name} = ${value}`;
  const head = managed.slice(0, found.length).map((text) => text.split(' = ')).map(([name, value]) => line(name, value));
  expect(head).toEqual(found.map(({ name, value }) => line(name, value)));
  expect(managed.slice(found.length).filter((text) => text.startsWith('org.kie.kogito.addons.discovery.'))).toEqual([]);
});
